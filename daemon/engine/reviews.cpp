// SPDX-License-Identifier: Apache-2.0
#include "engine/reviews.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "domain/limits.h"
#include "engine/digest.h"
#include "engine/life_record.h"
#include "engine/mutes.h"
#include "engine/planning.h"
#include "engine/task_notice.h"
#include "language/words/normalize.h"

namespace dondoc::engine {
namespace {

// The duty holds since it was given, or since the day that the term begins with.
local_days beginning(store::Store& store, const store::Assignment& assignment) {
    const auto given = civil_day(assignment.given_at);
    const auto task = store.plans.task(assignment.task).value();
    return std::max(given, start_day(task.deadline.term).value_or(given));
}

sys_seconds review_moment(const AlertPolicy& policy, const Calendar& calendar, local_days day) {
    if (policy.working_days_only) day = calendar.first_working_day_on_or_after(day);
    return to_instant(local_seconds{day} + policy.time_of_day);
}

void plan_since(Work& work, const store::Assignment& assignment, const AlertPolicy& policy,
                local_days since) {
    const auto& interval = *policy.review;
    int nth = reviews_by(interval, since, work.today());
    const bool is_told = nth == 0 || work.store.alarms.was_carried_out(
                                         assignment.id, review_day(interval, since, nth), review_step);
    if (is_told) ++nth;
    work.store.reviews.set({assignment.id, since, review_day(interval, since, 1),
                            review_moment(policy, work.rules.calendar, review_day(interval, since, nth))});
}

// What one agency is reminded of.
struct Reminder {
    store::Assignment assignment;
    store::Plans::Brief brief;
    const AlertPolicy* policy;
    store::PlannedReview review;
};

void send_reminders(Work& work, AgencyId agency, const std::vector<Reminder>& reminders) {
    DigestWriter digest{work, work.store.agencies.get(agency), v1::EventKind::reminder};
    for (const auto& [assignment, brief, policy, review] : reminders) {
        const auto& interval = *policy->review;
        const int nth = reviews_by(interval, review.since, work.today());
        const auto day = review_day(interval, review.since, nth);
        const bool is_new =
            nth > 0 && work.store.alarms.record({assignment.id, assignment.agency, day, review_step}, agency,
                                                work.now, digest.next_event());
        if (is_new) {
            auto item = item_of(brief, assignment.id, assignment.task, day, work.today());
            item.clear_due();  // a standing duty has none
            item.clear_days_left();
            item.set_review(iso_day(review.due));
            if (assignment.responsible)
                item.set_responsible(static_cast<std::uint64_t>(assignment.responsible->value));
            item.add_steps(review_step);
            digest.add(item, brief.document_id);
        }
        plan_since(work, assignment, *policy, review.since);
    }
    digest.finish();
}

class ReviewBatch final : public DueBatch {
  public:
    explicit ReviewBatch(Work& work) : work_(work) {}

    int carry_out(int most) override {
        auto due = work_.store.reviews.reminders(work_.now, most, digest_limit);
        if (due.empty()) return 0;
        if (!mutes_) mutes_.emplace(work_.store, work_.today());
        std::map<AgencyId, std::vector<Reminder>> by_agency;
        for (auto& review : due) {
            const auto assignment = work_.store.assignments.get(review.assignment).value();
            const auto brief = work_.store.plans.brief(assignment.task);
            const auto* policy = policy_of(work_.rules, work_.directory, traits_of(brief), assignment.agency);
            if (policy == nullptr || !policy->review) {
                work_.store.reviews.remove(assignment.id);
            } else if (const auto* mute =
                           mutes_->of(assignment.id, assignment.task, brief.document_id, assignment.agency)) {
                review.at = release_moment(*mute, *policy, work_.rules.calendar);
                work_.store.reviews.set(review);
            } else {
                by_agency[assignment.agency].push_back({assignment, brief, policy, review});
            }
        }
        for (const auto& [agency, reminders] : by_agency) send_reminders(work_, agency, reminders);
        return static_cast<int>(due.size());
    }

  private:
    Work& work_;
    std::optional<HoldingMutes> mutes_;
};

}  // namespace

void plan_review(Work& work, const store::Assignment& assignment, DeadlineKind kind,
                 const AlertPolicy* policy) {
    const bool is_reviewed = is_standing(kind) && policy != nullptr && policy->review && !assignment.due &&
                             is_open(assignment.state);
    if (!is_reviewed) return work.store.reviews.remove(assignment.id);
    const auto known = work.store.reviews.of(assignment.id);
    plan_since(work, assignment, *policy, known ? known->since : beginning(work.store, assignment));
}

void plan_new_reviews(Work& work, const store::AssignmentSpan& given, const store::Task& task,
                      const AlertPolicy* policy) {
    const auto& term = task.deadline.term;
    if (!is_standing(kind_of(term)) || policy == nullptr || !policy->review) return;
    const auto since = std::max(work.today(), start_day(term).value_or(work.today()));
    const auto first = review_day(*policy->review, since, 1);
    work.store.reviews.add_all(given, {{}, since, first, review_moment(*policy, work.rules.calendar, first)});
}

std::map<local_days, sys_seconds> review_reminders(store::Store& store, const Calendar& calendar,
                                                   const AlertPolicy& policy,
                                                   const store::Assignment& assignment, sys_seconds now,
                                                   sys_seconds until) {
    const auto& interval = policy.review.value();
    const auto known = store.reviews.of(assignment.id);
    const auto since = known ? known->since : beginning(store, assignment);
    int nth = reviews_by(interval, since, civil_day(now));
    const bool is_told = nth == 0 || store.alarms.was_carried_out(
                                         assignment.id, review_day(interval, since, nth), review_step);
    if (is_told) ++nth;
    std::map<local_days, sys_seconds> reminders;
    for (;; ++nth) {
        const auto day = review_day(interval, since, nth);
        const auto at = std::max(now, review_moment(policy, calendar, day));
        if (at > until) return reminders;
        reminders[day] = at;
    }
}

std::unique_ptr<DueBatch> begin_reviews(Work& work) {
    return std::make_unique<ReviewBatch>(work);
}

void record_review(Work& work, store::Assignment assignment, const std::string& note, const std::string& by) {
    const auto brief = work.store.plans.brief(assignment.task);
    const auto id = std::to_string(assignment.id.value);
    if (!is_standing(brief.deadline_kind) || assignment.due) throw UserError("review.not_standing", {id});
    if (!is_open(assignment.state))
        throw UserError("review.closed", {id, "@state." + std::string{name_of(assignment.state)}});
    if (language::normalize(note).empty()) throw UserError("review.no_note", {}, "note");
    require_length(note, max_note_bytes, "note");
    assignment.note = note;
    v1::ChangeDetail detail;
    detail.set_note(note);
    write_change(work, assignment, ChangeKind::Review, by, detail);
    const auto* policy = policy_of(work.rules, work.directory, traits_of(brief), assignment.agency);
    if (policy != nullptr && policy->review) plan_since(work, assignment, *policy, work.today());
    v1::Change change;
    change.set_action(std::string{name_of(ChangeKind::Review)});
    change.set_note(note);
    change.set_by(by);
    tell_change(work, brief, assignment, std::move(change));
}

}  // namespace dondoc::engine
