// SPDX-License-Identifier: Apache-2.0
#include "engine/alerts.h"

#include <chrono>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "engine/digest.h"
#include "engine/mutes.h"
#include "engine/planning.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t remembered_tasks = 50'000;

struct Item {
    store::DueAlarm alarm;
    const store::Plans::Brief* brief;
    const AlertPolicy* policy;
    const std::vector<Step>* steps;
};

// Everything of one kind that one agency is told at once.
using Share = std::vector<Item>;
using ShareKey = std::tuple<AgencyId, AlertKind, bool /* as digest */>;

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

// Alarms of one batch often share policy, day and step: thousands of tasks are due on 31/12.
class Decisions {
  public:
    explicit Decisions(const Work& work) : work_(work) {}

    const Decision& of(const AlertPolicy& policy, const store::DueAlarm& alarm,
                       std::optional<std::chrono::minutes> hour) {
        const Key key{
            &policy, alarm.due, hour, alarm.step.kind, alarm.step.offset.count, alarm.step.offset.unit};
        auto found = made_.find(key);
        if (found == made_.end())
            found = made_
                        .emplace(key, decide(policy, work_.rules.calendar, {alarm.due, hour}, alarm.step,
                                             work_.now))
                        .first;
        return found->second;
    }

  private:
    using Key = std::tuple<const AlertPolicy*, local_days, std::optional<std::chrono::minutes>, AlertKind,
                           int, Offset::Unit>;
    const Work& work_;
    std::map<Key, Decision> made_;
};

// Writes a share into the inbox, cut into digests. What the ledger has already is not told again.
class Teller {
  public:
    explicit Teller(Work& work) : work_(work) {}

    void tell(const ShareKey& key, const Share& share) {
        const auto& [recipient, kind, as_digest] = key;
        DigestWriter digest{work_, agency(recipient), event_kind(kind), as_digest ? digest_limit : 1};
        for (const auto& item : share) add(item, key, digest);
        digest.finish();
        for (const auto& [event, at] : watched_) work_.store.unseen.watch(event, at);
        watched_.clear();
    }

  private:
    const store::Agencies::Ref& agency(AgencyId id) {
        auto found = agencies_.find(id);
        if (found == agencies_.end()) found = agencies_.emplace(id, work_.store.agencies.get(id)).first;
        return found->second;
    }

    void add(const Item& item, const ShareKey& key, DigestWriter& digest) {
        const auto& [recipient, kind, as_digest] = key;
        const auto& alarm = item.alarm;
        const auto event = digest.next_event();
        std::vector<std::string> steps;
        for (const auto& step : *item.steps) {
            store::AlertKey alert{alarm.assignment, alarm.agency, alarm.due, to_key(step)};
            if (work_.store.alarms.record(alert, recipient, work_.now, event))
                steps.push_back(std::move(alert.step));
        }
        if (steps.empty()) return;
        auto told = item_of(*item.brief, alarm.assignment, alarm.task, alarm.due, work_.today());
        for (auto& step : steps) told.add_steps(std::move(step));
        if (kind == AlertKind::Escalation) {
            told.set_agency(agency(alarm.agency).code);
        } else {
            if (alarm.responsible) told.set_responsible(static_cast<std::uint64_t>(alarm.responsible->value));
            watch(event, *item.policy);
        }
        digest.add(std::move(told));
    }

    // An event is looked at when the first of its items has been unseen for too long.
    void watch(EventId event, const AlertPolicy& policy) {
        const auto at = unseen_moment(policy, work_.rules.calendar, work_.now);
        if (!at) return;
        const auto [known, is_new] = watched_.try_emplace(event, *at);
        if (!is_new) known->second = std::min(known->second, *at);
    }

    Work& work_;
    std::map<AgencyId, store::Agencies::Ref> agencies_;
    std::map<EventId, sys_seconds> watched_;
};

bool calls_for_nothing(const Decision& decision) {
    return decision.reminders.empty() && decision.overdue.empty() && decision.escalations.empty() &&
           decision.skipped.empty();
}

// The alarm keeps its step, so that at the end of the mute it is decided as if it went off then; until then
// it goes off at every step that comes, which is noted.
void withhold(Work& work, const store::DueAlarm& alarm, const Decision& decision, const Mute& mute,
              const AlertPolicy& policy) {
    for (const auto* steps :
         {&decision.reminders, &decision.overdue, &decision.escalations, &decision.skipped})
        for (const auto& step : *steps) {
            const auto key = to_key(step);
            if (!work.store.alarms.was_carried_out(alarm.assignment, alarm.due, key))
                work.store.mutes.withhold(alarm.assignment, alarm.due, key, work.now, mute.id);
        }
    auto again = release_moment(mute, policy, work.rules.calendar);
    if (decision.next) again = std::min(again, decision.next->at);
    work.store.alarms.put_off(alarm.assignment, again, alarm.since);
}

// An agency's own alerts are told part by part: no part tears them. What goes to those above it, of many
// agencies, is gathered until the end.
class AlertBatch final : public DueBatch {
  public:
    AlertBatch(Work& work, TaskBriefs& briefs)
        : work_(work), briefs_(briefs), mutes_(work.store, work.today()), decisions_(work), teller_(work) {
        briefs_.forget_if_many();
    }

    int carry_out(int most) override {
        const auto alarms = work_.store.alarms.due(work_.now, most, digest_limit);
        for (const auto& alarm : alarms) carry_out(alarm);
        for (auto share = shares_.begin(); share != shares_.end();) {
            const bool is_whole = std::get<AlertKind>(share->first) != AlertKind::Escalation;
            if (is_whole) teller_.tell(share->first, share->second);
            share = is_whole ? shares_.erase(share) : std::next(share);
        }
        return static_cast<int>(alarms.size());
    }

    void finish() override {
        for (const auto& [key, share] : shares_) teller_.tell(key, share);
        shares_.clear();
    }

  private:
    void carry_out(const store::DueAlarm& alarm) {
        const auto& task = briefs_.of(work_.store, alarm.task);
        const auto* policy = policy_of(work_.rules, work_.directory, traits_of(task), alarm.agency);
        if (policy == nullptr) return work_.store.alarms.remove(alarm.assignment);
        const auto& decision = decisions_.of(*policy, alarm, task.hour);
        const auto* mute = mutes_.of(alarm.assignment, alarm.task, task.document_id, alarm.agency);
        if (mute != nullptr && !calls_for_nothing(decision))
            return withhold(work_, alarm, decision, *mute, *policy);
        const bool as_digest = policy->digest && task.priority == Priority::Normal;
        const auto share = [&](AgencyId recipient, AlertKind kind, const std::vector<Step>& steps) {
            if (!steps.empty())
                shares_[{recipient, kind, as_digest}].push_back({alarm, &task, policy, &steps});
        };
        share(alarm.agency, AlertKind::Reminder, decision.reminders);
        share(alarm.agency, AlertKind::Overdue, decision.overdue);
        if (!decision.escalations.empty()) {
            bool somebody = false;
            for (const auto& code : policy->escalate_to)
                if (const auto above = work_.store.agencies.find(code)) {
                    share(above->id, AlertKind::Escalation, decision.escalations);
                    somebody = true;
                }
            if (!somebody) skip(alarm, decision.escalations);
        }
        skip(alarm, decision.skipped);
        if (decision.next)
            work_.store.alarms.move(alarm.assignment, *decision.next);
        else
            work_.store.alarms.remove(alarm.assignment);
    }

    void skip(const store::DueAlarm& alarm, const std::vector<Step>& steps) {
        for (const auto& step : steps)
            work_.store.alarms.record({alarm.assignment, alarm.agency, alarm.due, to_key(step)}, alarm.agency,
                                      work_.now, std::nullopt);
    }

    Work& work_;
    TaskBriefs& briefs_;
    const HoldingMutes mutes_;
    Decisions decisions_;
    Teller teller_;
    std::map<ShareKey, Share> shares_;
};

}  // namespace

const store::Plans::Brief& TaskBriefs::of(store::Store& store, TaskId task) {
    auto found = briefs_.find(task);
    if (found == briefs_.end()) found = briefs_.emplace(task, store.plans.brief(task)).first;
    return found->second;
}

void TaskBriefs::forget_if_many() {
    if (briefs_.size() > remembered_tasks) forget();
}

std::unique_ptr<DueBatch> begin_alerts(Work& work, TaskBriefs& briefs) {
    return std::make_unique<AlertBatch>(work, briefs);
}

}  // namespace dondoc::engine
