// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "engine/pressing.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/life.h"
#include "hub/requests/listing.h"

namespace dondoc::hub {
namespace {

std::vector<store::Assignment> named_assignments(Call& call, const v1::PressRequest& wanted) {
    std::vector<store::Assignment> found;
    std::set<AssignmentId> seen;
    for (const auto number : wanted.assignments()) {
        const AssignmentId id{static_cast<std::int64_t>(number)};
        auto assignment = call.assignment(number, "assignments");
        if (seen.insert(id).second) found.push_back(std::move(assignment));
    }
    return found;
}

// What is overdue and waits for its agency: one that has reported waits for the office.
std::vector<store::Assignment> overdue(Call& call, const v1::PressRequest& wanted) {
    auto filter = own_filter(call, wanted.agency());
    filter.documents = call.documents(wanted.document());
    filter.timeliness = {Timeliness::Overdue};
    std::vector<store::Assignment> found;
    for (const auto& listed : call.engine.store().lists.all(filter))
        if (awaits_agency(listed.assignment.state)) found.push_back(listed.assignment);
    return found;
}

}  // namespace

void press(Call& call, const v1::PressRequest& wanted, v1::PressReply& done) {
    const bool by_filter = wanted.overdue() || !wanted.document().empty();
    if (by_filter == !wanted.assignments().empty()) throw UserError("press.what");
    engine::PressWish wish;
    wish.assignments = by_filter ? overdue(call, wanted) : named_assignments(call, wanted);
    wish.way = wanted.way();
    wish.letter = wanted.letter();
    wish.day = to_day(wanted.day(), "day").value_or(call.engine.today());
    wish.note = wanted.note();
    wish.by = call.by();
    wish.seen = wanted.seen();
    const auto pressed = engine::press(*call.work, wish);
    for (const auto id : pressed.assignments) *done.add_assignments() = assignment_row(call, id);
    std::ranges::stable_sort(*done.mutable_assignments(), {}, &v1::AssignmentRow::agency);
    done.set_seen(pressed.seen);
    done.set_told(static_cast<std::uint64_t>(pressed.told));
}

}  // namespace dondoc::hub
