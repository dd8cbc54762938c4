#include "domain/lifecycle.h"

namespace dondoc {

std::string_view name_of(Workflow state) {
    switch (state) {
        case Workflow::Assigned:
            return "assigned";
        case Workflow::Received:
            return "received";
        case Workflow::InProgress:
            return "in_progress";
        case Workflow::Reported:
            return "reported";
        case Workflow::Completed:
            return "completed";
        case Workflow::Returned:
            return "returned";
        case Workflow::Transferred:
            return "transferred";
        case Workflow::Revoked:
            return "revoked";
    }
    return "";
}

std::string_view name_of(Action action) {
    switch (action) {
        case Action::Start:
            return "start";
        case Action::Complete:
            return "complete";
        case Action::Cancel:
            return "cancel";
        case Action::Reopen:
            return "reopen";
    }
    return "";
}

std::optional<Workflow> after(Workflow state, Action action) {
    switch (action) {
        case Action::Start:
            if (state == Workflow::Assigned || state == Workflow::Received) return Workflow::InProgress;
            return std::nullopt;
        case Action::Complete:
            if (is_open(state)) return Workflow::Completed;
            return std::nullopt;
        case Action::Cancel:
            if (is_open(state)) return Workflow::Revoked;
            return std::nullopt;
        case Action::Reopen:
            if (state == Workflow::Completed || state == Workflow::Revoked) return Workflow::InProgress;
            return std::nullopt;
    }
    return std::nullopt;
}

Timeliness timeliness(const TermState& term, local_days as_of, int due_soon_days) {
    switch (term.state) {
        case Workflow::Returned:
        case Workflow::Transferred:
        case Workflow::Revoked:
            return Timeliness::Withdrawn;
        case Workflow::Completed: {
            const bool late = term.due && term.completed_on && *term.completed_on > *term.due;
            return late ? Timeliness::CompletedLate : Timeliness::CompletedOnTime;
        }
        default:
            break;
    }
    if (!term.due) return Timeliness::NoDeadline;
    if (as_of > *term.due) return Timeliness::Overdue;
    if (as_of == *term.due) return Timeliness::DueToday;
    return *term.due - as_of <= date::days{due_soon_days} ? Timeliness::DueSoon : Timeliness::InTime;
}

}  // namespace dondoc
