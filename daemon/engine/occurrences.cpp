// SPDX-License-Identifier: Apache-2.0
#include "engine/occurrences.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "domain/recurrence.h"
#include "engine/announcement.h"
#include "engine/planning.h"
#include "engine/task_notice.h"
#include "engine/task_terms.h"

namespace dondoc::engine {
namespace {

constexpr int announced_at_once = 1000;  // their tasks are kept until then

bool is_newest(Work& work, const store::Assignment& assignment) {
    return work.store.assignments.newest_occurrence(assignment.task, assignment.agency) ==
           assignment.occurrence;
}

// Taken back, or returned to the office: nothing follows until it is opened again or handed to somebody.
bool is_at_rest(Workflow state) {
    return state == Workflow::Revoked || state == Workflow::Returned;
}

// What was revoked alone keeps the opening of what follows it.
bool is_followed(Work& work, const store::Assignment& assignment) {
    if (assignment.state == Workflow::Revoked) return work.store.openings.has(assignment.id);
    return !is_at_rest(assignment.state);
}

// The one that answers for this work now; nullopt: nobody.
std::optional<AgencyId> in_charge(Work& work, store::Assignment assignment) {
    while (assignment.state == Workflow::Transferred) {
        const auto next = work.store.assignments.transferred_to(assignment.id);
        if (!next) return std::nullopt;
        assignment = work.store.assignments.get(*next).value();
    }
    if (is_at_rest(assignment.state)) return std::nullopt;
    return assignment.agency;
}

// The occurrence after this one; nullopt: it is the last.
std::optional<local_days> next_occurrence(Work& work, const store::Assignment& assignment) {
    return occurrence_after(work.store.plans.task(assignment.task)->deadline.term,
                            assignment.occurrence.value());
}

// Who was responsible for one occurrence is so for the next.
std::optional<PersonId> still_responsible(Work& work, const store::Assignment& previous, AgencyId agency) {
    if (!previous.responsible || previous.agency != agency) return std::nullopt;
    const auto person = work.store.persons.get(*previous.responsible);
    return person && !person->removed_at && person->agency == agency ? previous.responsible : std::nullopt;
}

struct Occurrence {
    store::Task task;
    store::Assignment assignment;
};

// The series ends with this occurrence, of which there is none yet: the office is told once for the task.
bool opens_the_last(Work& work, const store::Task& task, local_days day) {
    if (occurrence_after(task.deadline.term, day)) return false;
    return std::ranges::none_of(work.store.assignments.of_task(task.id),
                                [&](const store::Assignment& one) { return one.occurrence == day; });
}

void tell_of_the_end(Work& work, const store::Task& task, local_days last) {
    const auto office = work.store.agencies.find(work.rules.office);
    if (!office) return;
    v1::Change change;
    change.set_action("series_ends");
    change.set_due(iso_day(last));
    tell_of_task(work, office->id, work.store.plans.brief(task.id), task.id, std::move(change));
}

// nullopt: nothing follows.
std::optional<Occurrence> open_after(Work& work, const store::Assignment& previous,
                                     const store::Restatement& today) {
    auto task = work.store.plans.task(previous.task).value();
    if (task.dropped_at || !previous.occurrence) return std::nullopt;
    const auto day = occurrence_after(task.deadline.term, *previous.occurrence);
    // It had an opening: one that was revoked was so alone.
    auto agency =
        previous.state == Workflow::Revoked ? std::optional{previous.agency} : in_charge(work, previous);
    if (agency)
        agency = today.of({}, *agency);  // what was completed stays whose it was; what follows does not
    if (!day || !agency || work.store.assignments.find(task.id, *agency, *day)) return std::nullopt;
    if (opens_the_last(work, task, *day)) tell_of_the_end(work, task, *day);
    auto opened = work.store.assignments.add(task.id, *agency, day, work.now, day,
                                             still_responsible(work, previous, *agency));
    work.touched.insert(task.id);
    plan_alarm(work, opened, traits_of(work.store.plans.brief(task.id)));
    return Occurrence{std::move(task), std::move(opened)};
}

// Agencies are told document by document, of all parts.
class OpeningBatch final : public DueBatch {
  public:
    explicit OpeningBatch(Work& work) : work_(work) {}

    int carry_out(int most) override {
        const auto due = work_.store.openings.due(work_.now, most);
        if (due.empty()) return 0;
        if (!today_) today_.emplace(work_.store.successions.restatement(work_.today()));
        for (const auto& opening : due) {
            work_.store.openings.remove(opening.after);
            const auto previous = work_.store.assignments.get(opening.after).value();
            if (auto next = open_after(work_, previous, *today_)) {
                opened_[next->task.document].push_back(std::move(*next));
                ++to_announce_;
            }
        }
        if (to_announce_ >= announced_at_once) finish();
        return static_cast<int>(due.size());
    }

    void finish() override {
        for (const auto& [id, occurrences] : opened_) {
            const auto document = work_.store.plans.get(id);
            Announcement announcement{work_, document};
            for (const auto& [task, assignment] : occurrences)
                announcement.add(assignment.agency, task, assignment.id, assignment.due);
            announcement.publish();
        }
        opened_.clear();
        to_announce_ = 0;
    }

  private:
    Work& work_;
    std::optional<store::Restatement> today_;
    std::map<DocumentId, std::vector<Occurrence>> opened_;
    int to_announce_ = 0;
};

}  // namespace

void plan_opening(Work& work, const store::Assignment& assignment, DeadlineKind kind,
                  const AlertPolicy* policy) {
    auto& openings = work.store.openings;
    const bool goes_on = kind == DeadlineKind::Recurring && assignment.occurrence &&
                         is_followed(work, assignment) && is_newest(work, assignment);
    const auto time_of_day = policy != nullptr ? policy->time_of_day : std::chrono::minutes{0};
    if (goes_on && next_occurrence(work, assignment))
        openings.set(assignment.id, opening_moment(*assignment.occurrence, time_of_day));
    else
        openings.remove(assignment.id);
}

Revocation revocation_of(Work& work, const store::Assignment& assignment,
                         const std::optional<Revocation>& wanted) {
    const auto id = std::to_string(assignment.id.value);
    if (!assignment.occurrence) {
        if (wanted) throw UserError("assignment.not_recurring", {id}, "occurrences");
        return Revocation::Series;
    }
    if (!is_newest(work, assignment)) {
        const auto newest = work.store.assignments.newest_occurrence(assignment.task, assignment.agency);
        if (wanted == Revocation::Series)
            throw UserError("assignment.newer_occurrence", {id, spoken_day(newest.value())}, "occurrences");
        return Revocation::OnlyThis;
    }
    const auto next = next_occurrence(work, assignment);
    if (next && !wanted)
        throw UserError("assignment.which_occurrences", {id, spoken_day(*next)}, "occurrences");
    return wanted.value_or(Revocation::Series);
}

std::unique_ptr<DueBatch> begin_openings(Work& work) {
    return std::make_unique<OpeningBatch>(work);
}

bool take_term(Work& work, store::Assignment& assignment, const store::Task& task, local_days issued) {
    if (assignment.occurrence && !is_newest(work, assignment)) return false;
    auto due = due_in_force(work.store, task, issued);
    std::optional<local_days> occurrence;
    if (const auto* recurring = std::get_if<Recurring>(&task.deadline.term))
        due = occurrence =
            assignment.occurrence ? nearest_occurrence(*recurring, *assignment.occurrence) : due;
    if (occurrence != assignment.occurrence) {
        const auto taken =
            work.store.assignments.find(task.id, assignment.agency, occurrence.value_or(local_days{}));
        if (taken && taken->id != assignment.id) return false;
        work.store.assignments.set_occurrence(assignment.id, occurrence);
    }
    assignment.occurrence = occurrence;
    assignment.due = assignment.original_due = due;
    return true;
}

}  // namespace dondoc::engine
