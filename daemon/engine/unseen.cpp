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
        digest_.add(item, brief.document_id);
    }

    Work& work_;
    store::Agencies::Ref office_;
    HoldingMutes mutes_;
    DigestWriter digest_;
};

class UnseenBatch final : public DueBatch {
  public:
    explicit UnseenBatch(Work& work) : work_(work) {}

    int carry_out(int most) override {
        auto& unseen = work_.store.unseen;
        const auto events = unseen.due(work_.now, (most + digest_limit - 1) / digest_limit);
        if (events.empty()) return 0;
        if (!report_)
            if (const auto office = work_.store.agencies.find(work_.rules.office))
                report_.emplace(work_, *office);
        for (const auto id : events) {
            const auto entry = work_.store.inbox.find(id);
            std::optional<sys_seconds> again;
            if (report_ && entry && !work_.store.looks.is_seen(entry->event.agency, entry->event.number))
                again = report_->add(*entry);
            if (again)
                unseen.watch(id, *again);
            else
                unseen.forget(id);
        }
        return static_cast<int>(events.size()) * digest_limit;
    }

    void finish() override {
        if (report_) report_->finish();
    }

  private:
    Work& work_;
    std::optional<UnseenReport> report_;
};

}  // namespace

std::unique_ptr<DueBatch> begin_unseen(Work& work) {
    return std::make_unique<UnseenBatch>(work);
}

}  // namespace dondoc::engine
