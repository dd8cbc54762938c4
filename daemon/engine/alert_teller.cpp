// SPDX-License-Identifier: Apache-2.0
#include "engine/alert_teller.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace dondoc::engine {
namespace {

v1::EventKind::Kind event_kind(AlertKind kind) {
    switch (kind) {
        case AlertKind::Reminder:
            return v1::EventKind::reminder;
        case AlertKind::Overdue:
            return v1::EventKind::overdue;
        case AlertKind::Escalation:
        case AlertKind::Unseen:
            return v1::EventKind::escalation;
    }
    return v1::EventKind::unspecified;
}

}  // namespace

store::AlarmSpan span_of(std::span<const Alarm> alarms) {
    const auto& first = alarms.front().due;
    return {first.at, first.agency, first.assignment, alarms.back().due.assignment};
}

void AlertTeller::tell(const ShareKey& key, const std::vector<AlikePart>& share) {
    auto digest = begin(key);
    for (const auto& [alike, steps] : share) tell_together(alike, *steps, digest);
    end(digest);
}

void AlertTeller::tell(const ShareKey& key, const std::vector<OnePart>& share) {
    auto digest = begin(key);
    for (const auto& [alarm, policy, steps] : share) tell_one(alarm, *policy, *steps, digest);
    end(digest);
}

DigestWriter AlertTeller::begin(const ShareKey& key) {
    bool as_digest = true;
    std::tie(recipient_, kind_, as_digest) = key;
    return {work_, agency(recipient_), event_kind(kind_), as_digest ? digest_limit : 1};
}

void AlertTeller::end(DigestWriter& digest) {
    digest.finish();
    for (const auto& [event, at] : watched_) work_.store.unseen.watch(event, at);
    watched_.clear();
}

const store::Agencies::Ref& AlertTeller::agency(AgencyId id) {
    auto found = agencies_.find(id);
    if (found == agencies_.end()) found = agencies_.emplace(id, work_.store.agencies.get(id)).first;
    return found->second;
}

void AlertTeller::tell_together(const Alike& alike, const std::vector<Step>& steps, DigestWriter& digest) {
    for (auto left = alike.alarms; !left.empty();) {
        const auto event = digest.next_event();
        const auto fitting = left.first(count_fitting(left, digest));
        left = left.subspan(fitting.size());
        if (!record(fitting, steps, event)) {
            for (const auto& alarm : fitting) tell_one(alarm, *alike.policy, steps, digest);
            continue;
        }
        for (const auto& alarm : fitting) {
            begin_item(alarm);
            for (const auto& step : steps) own_.steps.push_back(to_key(step));
            add_item(alarm, digest);
        }
        if (kind_ != AlertKind::Escalation) watch(event, *alike.policy);
    }
}

// How many of the first go into the event under way.
std::size_t AlertTeller::count_fitting(std::span<const Alarm> alarms, const DigestWriter& digest) const {
    const auto most = std::min(alarms.size(), static_cast<std::size_t>(digest.room()));
    std::size_t count = 0, bytes = 0;
    while (count < most && bytes < digest.bytes_of_room()) bytes += said_of(alarms[count++]).size();
    return count;
}

// False: of some the recipient had been told before, and none is written.
bool AlertTeller::record(std::span<const Alarm> alarms, const std::vector<Step>& steps, EventId event) {
    auto& ledger = work_.store.alarms;
    store::Alarms::AlikeAlerts alerts{span_of(alarms), alarms.front().due.due, {}};
    for (auto step = steps.begin(); step != steps.end(); ++step) {
        alerts.step = to_key(*step);
        if (ledger.record_all(alerts, recipient_, work_.now, event) == static_cast<int>(alarms.size()))
            continue;
        for (auto written = steps.begin(); written != std::next(step); ++written) {
            alerts.step = to_key(*written);
            ledger.forget_all(alerts, recipient_, event);
        }
        return false;
    }
    return true;
}

void AlertTeller::tell_one(const Alarm& alarm, const AlertPolicy& policy, const std::vector<Step>& steps,
                           DigestWriter& digest) {
    const auto& due = alarm.due;
    const auto event = digest.next_event();
    begin_item(alarm);
    for (const auto& step : steps) {
        store::AlertKey alert{due.assignment, due.agency, due.due, to_key(step)};
        if (work_.store.alarms.record(alert, recipient_, work_.now, event))
            own_.steps.push_back(std::move(alert.step));
    }
    if (own_.steps.empty()) return;
    add_item(alarm, digest);
    if (kind_ != AlertKind::Escalation) watch(event, policy);
}

void AlertTeller::begin_item(const Alarm& alarm) {
    own_.assignment = alarm.due.assignment;
    own_.task = alarm.due.task;
    own_.steps.clear();
}

void AlertTeller::add_item(const Alarm& alarm, DigestWriter& digest) {
    const bool is_above = kind_ == AlertKind::Escalation;
    own_.agency = is_above ? agency(alarm.due.agency).code : std::string{};
    own_.responsible = is_above ? std::nullopt : alarm.due.responsible;
    digest.add(said_of(alarm), own_, alarm.task->brief().document_id);
}

const ToldTask::Said& AlertTeller::said_of(const Alarm& alarm) const {
    return alarm.task->said(alarm.due.due, work_.today());
}

// An event is looked at when the first of its items has been unseen for too long.
void AlertTeller::watch(EventId event, const AlertPolicy& policy) {
    const auto at = unseen_moment(policy, work_.rules.calendar, work_.now);
    if (!at) return;
    const auto [known, is_new] = watched_.try_emplace(event, *at);
    if (!is_new) known->second = std::min(known->second, *at);
}

}  // namespace dondoc::engine
