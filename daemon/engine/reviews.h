// SPDX-License-Identifier: Apache-2.0
// Standing duties never fall due; somebody is reminded every so often to look at them (AlertPolicy::review).
#pragma once

#include <map>
#include <memory>
#include <string>

#include "engine/due_batch.h"
#include "engine/work.h"

namespace dondoc::engine {

// The step of a review's reminder in the ledger of alerts; the day is the review's.
inline constexpr const char* review_step = "review";

constexpr bool is_standing(DeadlineKind kind) {
    return kind == DeadlineKind::Ongoing || kind == DeadlineKind::From;
}

// Sets when somebody is reminded of the assignment next, or nothing where it is not a standing duty or no
// longer open. `policy`: nullptr: nobody is told.
void plan_review(Work& work, const store::Assignment& assignment, DeadlineKind kind,
                 const AlertPolicy* policy);

// The same of assignments without a day that were just given.
void plan_new_reviews(Work& work, const store::AssignmentSpan& given, const store::Task& task,
                      const AlertPolicy* policy);

// When its agency is reminded under the policy, which has a review, until `until`: by the day of the review.
// One that has passed and was not told of comes at once.
std::map<local_days, sys_seconds> review_reminders(store::Store& store, const Calendar& calendar,
                                                   const AlertPolicy& policy,
                                                   const store::Assignment& assignment, sys_seconds now,
                                                   sys_seconds until);

// Reminds the agencies whose review has come, in digests: once for each period, and after downtime of the
// newest period alone. `work` is not owned.
std::unique_ptr<DueBatch> begin_reviews(Work& work);

// The duty was looked at today; the next review is counted from it. Throws UserError "review.not_standing",
// "review.closed", "review.no_note", "value.too_long". `by`: name of the key that asks.
void record_review(Work& work, store::Assignment assignment, const std::string& note, const std::string& by);

}  // namespace dondoc::engine
