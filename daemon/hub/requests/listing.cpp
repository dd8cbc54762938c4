// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/listing.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <variant>

#include "domain/document_number.h"
#include "domain/limits.h"
#include "engine/mutes.h"
#include "engine/reports/report_figures.h"
#include "hub/requests/children_page.h"
#include "hub/requests/convert.h"
#include "hub/requests/persons.h"
#include "language/words/text_pattern.h"

namespace dondoc::hub {
namespace {

// Why an agency is muted is between it and the office.
v1::MuteRef reference_to(const Mute& mute, bool with_reason) {
    v1::MuteRef wire;
    wire.set_id(static_cast<std::uint64_t>(mute.id.value));
    wire.set_until(iso_day(mute.until));
    if (with_reason) wire.set_reason(mute.reason);
    return wire;
}

void show_row_as_then(const Call& call, TaskId task, v1::AssignmentRow& row) {
    const auto then = call.text_then(task);
    if (!then) return;
    row.set_task_number(then->number);
    row.set_title(then->title);
    row.set_deadline_text(then->deadline_text);
}

std::string order_name(const store::ListSort& sort) {
    return v1::ListSort::By_Name(static_cast<v1::ListSort::By>(sort.order)) + (sort.reverse ? "-" : "");
}

// Numbers first, and a code, which may have any letters, last.
std::size_t numbers_in(store::ListOrder order) {
    switch (order) {
        case store::ListOrder::Given:
            return 1;
        case store::ListOrder::Document:
            return 5;
        default:
            return 2;
    }
}

}  // namespace

store::AssignmentFilter own_filter(Call& call, const std::string& agency) {
    store::AssignmentFilter filter;
    filter.agency = call.agency(agency);
    filter.is_agencys_own = !call.sees_all();
    filter.today = call.engine.today();
    filter.due_soon_days = call.engine.rules().due_soon_days;
    return filter;
}

store::TextFilter text_filter(const std::string& text) {
    require_length(text, max_name_bytes, "text");
    const language::TextPattern pattern{text};
    if (pattern.is_empty()) throw UserError("list.no_words", {text}, "text");
    return {pattern.bare(), [pattern](const std::string& folded) { return pattern.fits(folded); }};
}

void add_rows(Call& call, const store::AssignmentFilter& filter,
              const std::vector<store::ListedAssignment>& found,
              google::protobuf::RepeatedPtrField<v1::AssignmentRow>& rows) {
    const engine::HoldingMutes mutes{call.engine.store(), filter.today};
    for (const auto& listed : found) {
        auto& row = *rows.Add();
        row = to_wire(listed, filter.today, filter.due_soon_days);
        const auto& assignment = listed.assignment;
        if (awaits_agency(assignment.state) && listed.hour && assignment.due == filter.today)
            row.set_hour_passed(call.engine.now() >=
                                to_instant(local_seconds{*assignment.due} + *listed.hour));
        if (const auto reported = engine::reported_on(call.engine.store().history, assignment.id,
                                                      assignment.state, call.engine.now()))
            row.set_days_waiting(static_cast<std::uint32_t>((filter.today - *reported).count()));
        if (assignment.responsible) {
            row.set_responsible_name(name_for(call, *assignment.responsible));
            if (!row.responsible_name().empty())
                row.set_responsible(static_cast<std::uint64_t>(assignment.responsible->value));
        }
        if (!is_live(assignment.state) && assignment.state != Workflow::Completed)
            show_row_as_then(call, assignment.task, row);
        if (!is_open(assignment.state)) continue;
        if (const auto* mute =
                mutes.of(assignment.id, assignment.task, listed.document_id, assignment.agency))
            *row.mutable_mute() = reference_to(*mute, call.may_see(assignment.agency));
    }
    add_children_progress(call, rows);
}

std::string to_wire(const store::ListSort& sort, const store::ListPosition& position) {
    std::string text = order_name(sort);
    std::string code;
    for (const auto& key : position) {
        if (const auto* number = std::get_if<std::int64_t>(&key))
            text += '.' + std::to_string(*number);
        else
            code = '.' + std::get<std::string>(key);
    }
    return text + code;
}

store::ListPosition position_of(const store::ListSort& sort, const std::string& text) {
    const UserError wrong{"list.position", {text.substr(0, max_name_bytes)}, "after"};
    auto rest = std::string_view{text};
    const auto take = [&](std::string_view part) {
        if (!rest.starts_with(part)) throw wrong;
        rest.remove_prefix(part.size());
    };
    take(order_name(sort));
    store::ListPosition position;
    for (std::size_t i = 0; i < numbers_in(sort.order); ++i) {
        take(".");
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc{}) throw wrong;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        position.emplace_back(number);
    }
    if (sort.order == store::ListOrder::Agency) {
        take(".");
        position.insert(position.begin(), std::string{rest});
    } else if (!rest.empty()) {
        throw wrong;
    }
    return position;
}

}  // namespace dondoc::hub
