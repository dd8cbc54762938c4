// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/imported_state.h"

#include <optional>
#include <string>

#include "domain/document_number.h"
#include "engine/assignment_changes.h"

namespace dondoc::engine {
namespace {

using State = v1::ImportedState;

// What has to be done for an assignment to stand so; nullopt: nothing.
std::optional<Action> action_towards(State::State wanted, Workflow now) {
    switch (wanted) {
        case State::completed:
            return now == Workflow::Completed || !is_live(now) ? std::nullopt
                                                               : std::optional{Action::Complete};
        case State::withdrawn:
            return now == Workflow::Completed || !is_live(now) ? std::nullopt : std::optional{Action::Cancel};
        case State::in_progress:
            if (now == Workflow::Completed) return Action::Reopen;
            return now == Workflow::Assigned || now == Workflow::Received ? std::optional{Action::Start}
                                                                          : std::nullopt;
        case State::open:
            return now == Workflow::Completed ? std::optional{Action::Reopen} : std::nullopt;
        default:
            return std::nullopt;
    }
}

AssignmentChange change_to(Action action, const ImportedTask& imported, const TaskImport& import) {
    AssignmentChange change{action, std::nullopt, {}, import.by};
    if (needs_reason(action)) change.note = import.reason;
    if (action == Action::Complete) {
        change.date = imported.completed_on;
        if (const auto& number = imported.said.result_number(); !number.empty())
            change.said.mutable_result()->set_number(printed_number(number, "result_number"));
    }
    return change;
}

}  // namespace

bool is_same_state(const v1::ImportedTask& one, const v1::ImportedTask& other) {
    return one.state() == other.state() && one.completed_on() == other.completed_on() &&
           one.result_number() == other.result_number();
}

std::vector<v1::FieldChange> carry_over_state(Work& work, TaskId task, const std::set<AgencyId>& agencies,
                                              const ImportedTask& imported, const TaskImport& import) {
    std::vector<v1::FieldChange> changed;
    for (const auto& assignment : work.store.assignments.of_task(task)) {
        if (!agencies.empty() && !agencies.contains(assignment.agency)) continue;
        const auto action = action_towards(imported.said.state(), assignment.state);
        if (!action) continue;
        const auto after = change_assignment(work, assignment, change_to(*action, imported, import));
        auto& field = changed.emplace_back();
        field.set_field("state");
        field.set_old(std::string{name_of(assignment.state)});
        field.set_new_(std::string{name_of(after.state)});
    }
    return changed;
}

}  // namespace dondoc::engine
