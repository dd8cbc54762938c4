// SPDX-License-Identifier: Apache-2.0
#include "engine/unseen.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include "engine/digest.h"
#include "engine/mutes.h"
#include "engine/planning.h"

namespace dondoc::engine {
namespace {

constexpr int notices_at_once = 100;  // events, each of up to digest_limit items

class UnseenReport {
  public:
    UnseenReport(Work& work, store::Agencies::Ref office)
        : work_(work),
          office_(std::move(office)),
          mutes_(work.store, work.today()),
          digest_(work, office_, v1::EventKind::escalation) {}

    // When to look at the event again; nullopt: there is nothing more to report of it.
    std::optional<sys_seconds> add(const store::Inbox::Entry& entry) {
        v1::Event event;
        if (!event.ParseFromString(entry.event.body))
            throw std::runtime_error("event " + std::to_string(entry.event.id.value) + " cannot be decoded");
        std::optional<sys_seconds> again;
        for (const auto& item : event.digest().items()) {
            const auto later = add(item, entry.at);
            if (later && (!again || *later < *again)) again = later;
        }
        return again;
    }
    void finish() { digest_.finish(); }

  private:
    std::optional<sys_seconds> add(const v1::AlertItem& item, sys_seconds told) {
        const auto assignment = work_.store.assignments.get({static_cast<std::int64_t>(item.assignment())});
        const bool still_true =
            assignment && awaits_agency(assignment->state) && assignment->due == parse_iso_day(item.due());
        if (!still_true) return std::nullopt;
        const auto brief = work_.store.plans.brief(assignment->task);
        const auto* policy = policy_of(work_.rules, work_.directory, traits_of(brief), assignment->agency);
        if (policy == nullptr) return std::nullopt;
        const auto moment = unseen_moment(*policy, work_.rules.calendar, told);
        if (!moment || *moment > work_.now) return moment;
        if (const auto* mute =
                mutes_.of(assignment->id, assignment->task, brief.document_id, assignment->agency))
            return release_moment(*mute, *policy, work_.rules.calendar);
        report(*assignment, brief, *policy);
        return std::nullopt;
    }

    void report(const store::Assignment& assignment, const store::Plans::Brief& brief,
                const AlertPolicy& policy) {
        const auto due = *assignment.due;
        const auto is_report = [](const std::string& step) { return step.starts_with('?'); };
        if (std::ranges::any_of(work_.store.alarms.carried_out(assignment.id, due), is_report)) return;
        const auto step = to_key({AlertKind::Unseen, *policy.unseen_after});
        work_.store.alarms.record({assignment.id, assignment.agency, due, step}, office_.id, work_.now,
                                  digest_.next_event());
        auto item = item_of(brief, assignment.id, assignment.task, due, work_.today());
        item.set_agency(work_.directory.code_of(assignment.agency));
        item.add_steps(step);
        digest_.add(std::move(item));
    }

    Work& work_;
    store::Agencies::Ref office_;
    HoldingMutes mutes_;
    DigestWriter digest_;
};

}  // namespace

int report_unseen(Work& work) {
    auto& unseen = work.store.unseen;
    const auto events = unseen.due(work.now, notices_at_once);
    if (events.empty()) return 0;
    const auto office = work.store.agencies.find(work.rules.office);
    std::optional<UnseenReport> report;
    if (office) report.emplace(work, *office);
    for (const auto id : events) {
        const auto entry = work.store.inbox.find(id);
        std::optional<sys_seconds> again;
        if (report && entry && !work.store.looks.is_seen(entry->event.agency, entry->event.number))
            again = report->add(*entry);
        if (again)
            unseen.watch(id, *again);
        else
            unseen.forget(id);
    }
    if (report) report->finish();
    return static_cast<int>(events.size());
}

}  // namespace dondoc::engine
