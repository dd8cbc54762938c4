// SPDX-License-Identifier: Apache-2.0
#include "domain/lifecycle.h"

#include <array>

namespace dondoc {
namespace {

constexpr unsigned bit(Actor actor) {
    return 1U << static_cast<unsigned>(actor);
}
constexpr unsigned agency = bit(Actor::Agency), office = bit(Actor::Office), operators = bit(Actor::Operator),
                   everybody = agency | bit(Actor::Cooperating) | office | operators;

constexpr bool why = true;  // a reason has to be given

struct Row {
    Action action;
    std::string_view name;
    unsigned who;
    bool reason;
    std::array<std::optional<Workflow>, 8> next;  // by the state it is in
};

constexpr auto none = std::optional<Workflow>{};
constexpr auto given = Workflow::Assigned, taken = Workflow::Received, doing = Workflow::InProgress,
               told = Workflow::Reported, done = Workflow::Completed, back = Workflow::Returned,
               moved = Workflow::Transferred, ended = Workflow::Revoked;

// clang-format off
constexpr auto table = std::to_array<Row>({
    //                                                                            Assigned Received InProgr. Reported Complet. Returned Transf. Revoked
    {Action::Receive,          "receive",           agency | operators,          false, {{taken,   none,    none,    none,    none,    none,    none,   none}}},
    {Action::Start,            "start",             agency | operators,          false, {{doing,   doing,   none,    none,    none,    none,    none,   none}}},
    {Action::Progress,         "progress",          agency | operators,          false, {{doing,   doing,   doing,   none,    none,    none,    none,   none}}},
    {Action::Report,           "report",            agency | operators,          false, {{told,    told,    told,    none,    none,    none,    none,   none}}},
    {Action::Recall,           "recall",            agency,                      false, {{none,    none,    none,    doing,   none,    none,    none,   none}}},
    {Action::Confirm,          "confirm",           office | operators,          false, {{none,    none,    none,    done,    none,    none,    none,   none}}},
    {Action::Rework,           "rework",            office | operators,          why,   {{none,    none,    none,    doing,   none,    none,    none,   none}}},
    {Action::Complete,         "complete",          operators,                   false, {{done,    done,    done,    done,    none,    none,    none,   none}}},
    {Action::Return,           "return",            agency,                      why,   {{back,    back,    none,    none,    none,    none,    none,   none}}},
    {Action::Transfer,         "transfer",          operators,                   why,   {{moved,   moved,   moved,   none,    none,    moved,   none,   none}}},
    {Action::Cancel,           "cancel",            operators,                   why,   {{ended,   ended,   ended,   ended,   none,    ended,   none,   none}}},
    {Action::Reopen,           "reopen",            operators,                   why,   {{none,    none,    none,    none,    doing,   given,   none,   doing}}},
    {Action::RequestExtension, "request_extension", agency,                      why,   {{given,   taken,   doing,   none,    none,    none,    none,   none}}},
    {Action::GrantExtension,   "grant_extension",   office | operators,          false, {{given,   taken,   doing,   none,    none,    none,    none,   none}}},
    {Action::RefuseExtension,  "refuse_extension",  office | operators,          why,   {{given,   taken,   doing,   none,    none,    none,    none,   none}}},
    {Action::Extend,           "extend",            operators,                   why,   {{given,   taken,   doing,   told,    none,    none,    none,   none}}},
    {Action::Comment,          "comment",           everybody,                   why,   {{given,   taken,   doing,   told,    done,    back,    moved,  ended}}},
});
// clang-format on
static_assert(table.size() == action_count);
static_assert([] {  // a row is found by its action
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table.at(i).action != static_cast<Action>(i)) return false;
    return true;
}());

constexpr const Row& row_of(Action action) {
    return table.at(static_cast<std::size_t>(action));
}

}  // namespace

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
    return row_of(action).name;
}

std::string_view name_of(Actor actor) {
    switch (actor) {
        case Actor::Agency:
            return "agency";
        case Actor::Cooperating:
            return "cooperating";
        case Actor::Office:
            return "office";
        case Actor::Operator:
            return "operator";
    }
    return "";
}

std::optional<Workflow> after(Workflow state, Action action, Actor actor) {
    const auto& row = row_of(action);
    if (!may_ever(action, actor)) return std::nullopt;
    return row.next.at(static_cast<std::size_t>(state));
}

bool may_ever(Action action, Actor actor) {
    return (row_of(action).who & bit(actor)) != 0;
}

std::vector<Action> possible(Workflow state, Actor actor) {
    std::vector<Action> found;
    for (const auto& row : table)
        if (after(state, row.action, actor)) found.push_back(row.action);
    return found;
}

bool needs_reason(Action action) {
    return row_of(action).reason;
}

bool is_completed(const std::vector<Workflow>& assignments) {
    bool any = false;
    for (const auto state : assignments) {
        if (state == Workflow::Transferred || state == Workflow::Revoked) continue;
        if (state != Workflow::Completed) return false;
        any = true;
    }
    return any;
}

Timeliness timeliness(const TermState& term, local_days as_of, int due_soon_days) {
    switch (term.state) {
        case Workflow::Returned:
        case Workflow::Transferred:
        case Workflow::Revoked:
            return Timeliness::Withdrawn;
        case Workflow::Completed: {
            if (!term.due) return Timeliness::CompletedNoDeadline;
            const bool late = term.completed_on && *term.completed_on > *term.due;
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
