#include "engine/occurrences.h"

#include <map>

#include "domain/recurrence.h"
#include "engine/announcement.h"
#include "engine/planning.h"
#include "engine/task_terms.h"

namespace dondoc::engine {
namespace {

constexpr int batch_limit = 1000;

bool is_newest(Work& work, const store::Assignment& assignment) {
    return work.store.assignments.newest_occurrence(assignment.task, assignment.agency) ==
           assignment.occurrence;
}

// Taken back, or returned to the office: nothing follows until it is opened again or handed to somebody.
bool is_at_rest(Workflow state) {
    return state == Workflow::Revoked || state == Workflow::Returned;
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

struct Occurrence {
    store::Task task;
    store::Assignment assignment;
};

// nullopt: nothing follows.
std::optional<Occurrence> open_after(Work& work, const store::Assignment& previous) {
    auto task = work.store.plans.task(previous.task).value();
    if (task.dropped_at || !previous.occurrence) return std::nullopt;
    const auto day = occurrence_after(task.deadline.term, *previous.occurrence);
    const auto agency = in_charge(work, previous);
    if (!day || !agency || work.store.assignments.find(task.id, *agency, *day)) return std::nullopt;
    auto opened = work.store.assignments.add(task.id, *agency, day, work.now, day);
    work.touched.insert(task.id);
    plan_alarm(work, opened, traits_of(work.store.plans.brief(task.id)));
    return Occurrence{std::move(task), std::move(opened)};
}

}  // namespace

void plan_opening(Work& work, const store::Assignment& assignment, DeadlineKind kind) {
    auto& openings = work.store.openings;
    const bool goes_on = kind == DeadlineKind::Recurring && assignment.occurrence &&
                         !is_at_rest(assignment.state) && is_newest(work, assignment);
    if (goes_on &&
        occurrence_after(work.store.plans.task(assignment.task)->deadline.term, *assignment.occurrence))
        openings.set(assignment.id, opening_moment(*assignment.occurrence));
    else
        openings.remove(assignment.id);
}

int open_occurrences(Work& work) {
    const auto due = work.store.openings.due(work.now, batch_limit);
    std::map<DocumentId, std::vector<Occurrence>> opened;
    for (const auto& opening : due) {
        work.store.openings.remove(opening.after);
        const auto previous = work.store.assignments.get(opening.after).value();
        if (auto next = open_after(work, previous)) opened[next->task.document].push_back(std::move(*next));
    }
    for (const auto& [id, occurrences] : opened) {
        const auto document = work.store.plans.get(id);
        Announcement announcement{work, document};
        for (const auto& [task, assignment] : occurrences)
            announcement.add(assignment.agency, task, assignment.id, assignment.due, "lead");
        announcement.publish();
    }
    return static_cast<int>(due.size());
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
