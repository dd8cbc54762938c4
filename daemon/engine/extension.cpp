// SPDX-License-Identifier: Apache-2.0
#include "engine/extension.h"

#include <optional>
#include <string>

namespace dondoc::engine {
namespace {

constexpr auto latest_day = civil(2099, 12, 31);

local_days later_day(const store::Assignment& assignment, std::optional<local_days> due) {
    if (!due) throw UserError("assignment.no_due", {}, "due");
    if (*due <= *assignment.due)
        throw UserError("assignment.not_later", {spoken_day(*due), spoken_day(*assignment.due)}, "due");
    if (*due > latest_day) throw UserError("decision.too_late", {spoken_day(*due)}, "due");
    return *due;
}

}  // namespace

void extend(store::Assignment& assignment, const AssignmentChange& change, local_days today,
            v1::ChangeDetail& said) {
    const auto id = std::to_string(assignment.id.value);
    if (!assignment.due) throw UserError("assignment.no_deadline", {id});
    auto& extension = *said.mutable_extension();
    extension.set_old_due(iso_day(*assignment.due));
    const bool answers = change.action == Action::GrantExtension || change.action == Action::RefuseExtension;
    if (answers && !assignment.asked_due) throw UserError("assignment.not_asked", {id});
    if (change.action == Action::RefuseExtension) {
        extension.set_due(iso_day(*assignment.asked_due));
        assignment.asked_due = std::nullopt;
        return;
    }
    const auto due = later_day(assignment, answers && !change.due ? assignment.asked_due : change.due);
    // An operator may enter late what was decided in time; nobody asks for a day that has passed.
    const bool is_asked_for = change.action == Action::RequestExtension || (answers && !change.due);
    if (is_asked_for && due < today)
        throw UserError("assignment.day_passed", {spoken_day(due), spoken_day(today)}, "due");
    extension.set_due(iso_day(due));
    if (change.action == Action::RequestExtension) {
        assignment.asked_due = due;
        return;
    }
    if (extension.document().empty()) throw UserError("assignment.no_decision", {}, "decision");
    assignment.due = due;
    assignment.asked_due = std::nullopt;
}

}  // namespace dondoc::engine
