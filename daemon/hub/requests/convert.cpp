// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/convert.h"

#include <algorithm>
#include <cstdint>
#include <variant>
#include <vector>

#include "domain/document_number.h"
#include "domain/key_name.h"
#include "domain/limits.h"
#include "language/readers.h"
#include "text/catalogue.h"

namespace dondoc::hub {
v1::Document to_wire(const store::Document& document) {
    v1::Document wire;
    wire.set_id(static_cast<std::uint64_t>(document.id.value));
    wire.set_number(document.number);
    wire.set_issued(iso_day(document.issued));
    wire.set_issuer(document.issuer);
    wire.set_title(document.title);
    wire.set_level(document.level);
    wire.set_secret(document.secret);
    if (document.withdrawn_at) wire.set_withdrawn(iso_day(civil_day(*document.withdrawn_at)));
    return wire;
}

v1::PlanRow to_wire(const store::Task& task, text::Lang lang) {
    v1::PlanRow row;
    row.set_number(task.number);
    row.set_section(task.section);
    row.set_title(task.title);
    row.set_requirement(task.requirement);
    row.set_solution(task.solution);
    row.set_deadline_text(task.deadline.phrase);
    *row.mutable_deadline() = to_wire(task.deadline, lang);
    row.set_lead_text(task.lead_text);
    row.set_cooperating_text(task.cooperating_text);
    for (const auto& name : task.lead) row.add_lead(name);
    for (const auto& name : task.cooperating) row.add_cooperating(name);
    for (const auto& note : task.role_notes) row.add_role_notes(note);
    for (const auto& problem : task.problems) row.add_problems(text::render(lang, problem));
    for (const auto& part : task.decided) {
        auto& decided = *row.mutable_decided();
        if (part == "deadline") {
            *decided.mutable_deadline() = row.deadline();
            decided.mutable_deadline()->clear_reason();
        } else if (part == "lead") {
            *decided.mutable_lead()->mutable_names() = row.lead();
        } else if (part == "cooperating") {
            *decided.mutable_cooperating()->mutable_names() = row.cooperating();
        }
    }
    row.mutable_source()->set_table(static_cast<std::uint32_t>(task.source_table));
    row.mutable_source()->set_line(static_cast<std::uint32_t>(task.source_line));
    return row;
}

v1::PlanRow to_wire(const engine::ReadRow& row, text::Lang lang) {
    auto wire = to_wire(row.task, lang);
    wire.set_under(row.under);
    wire.set_lead_agencies(static_cast<std::uint32_t>(row.lead_agencies));
    wire.set_cooperating_agencies(static_cast<std::uint32_t>(row.cooperating_agencies));
    return wire;
}

v1::AssignmentRow to_wire(const store::ListedAssignment& listed, local_days today, int due_soon_days) {
    const auto& assignment = listed.assignment;
    v1::AssignmentRow row;
    row.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
    row.set_task(static_cast<std::uint64_t>(assignment.task.value));
    row.set_document(listed.document);
    row.set_level(listed.level);
    row.set_task_number(listed.task_number);
    row.set_title(listed.title);
    row.set_agency(listed.agency_code);
    row.set_agency_name(listed.agency_name);
    row.set_state(to_wire(assignment.state));
    row.set_timeliness(to_wire(timeliness(assignment.term(), today, due_soon_days)));
    row.set_deadline_text(listed.deadline_text);
    if (const auto kind = deadline_kind(listed.deadline_kind)) row.set_deadline_kind(to_wire(*kind));
    if (assignment.due) {
        row.set_due(iso_day(*assignment.due));
        if (listed.hour) row.set_hour(clock_text(*listed.hour));
        row.set_days_left(static_cast<int>((*assignment.due - today).count()));
    }
    if (assignment.completed_on) row.set_completed_on(iso_day(*assignment.completed_on));
    if (assignment.occurrence) row.set_occurrence(iso_day(*assignment.occurrence));
    row.set_note(assignment.note);
    row.set_revision(static_cast<std::uint64_t>(assignment.revision));
    if (assignment.original_due) row.set_original_due(iso_day(*assignment.original_due));
    if (assignment.asked_due) row.set_asked_due(iso_day(*assignment.asked_due));
    if (assignment.progress) row.set_progress(static_cast<std::uint32_t>(*assignment.progress));
    row.set_reworks(static_cast<std::uint32_t>(assignment.reworks));
    set(*row.mutable_given(), assignment.given_at);
    set(*row.mutable_updated(), assignment.updated_at);
    row.set_pressed(static_cast<std::uint32_t>(assignment.pressed));
    if (assignment.pressed_on) row.set_pressed_on(iso_day(*assignment.pressed_on));
    if (assignment.transferred_from)
        row.set_transferred_from(static_cast<std::uint64_t>(assignment.transferred_from->value));
    row.set_priority(std::string{name_of(listed.priority)});
    row.set_secret(listed.secret);
    return row;
}

v1::Counts to_wire(const store::TimelinessCounts& counts) {
    v1::Counts wire;
    std::uint64_t total = 0;
    const auto take = [&](Timeliness timeliness) {
        const auto found = counts.find(timeliness);
        const auto count = found == counts.end() ? 0U : static_cast<std::uint64_t>(found->second);
        if (timeliness != Timeliness::Withdrawn) total += count;
        return count;
    };
    wire.set_no_deadline(take(Timeliness::NoDeadline));
    wire.set_in_time(take(Timeliness::InTime));
    wire.set_due_soon(take(Timeliness::DueSoon));
    wire.set_due_today(take(Timeliness::DueToday));
    wire.set_overdue(take(Timeliness::Overdue));
    wire.set_completed_on_time(take(Timeliness::CompletedOnTime));
    wire.set_completed_late(take(Timeliness::CompletedLate));
    wire.set_completed_no_deadline(take(Timeliness::CompletedNoDeadline));
    wire.set_withdrawn(take(Timeliness::Withdrawn));
    wire.set_total(total);
    return wire;
}

v1::KeyEntry to_wire(const store::AccessKey& key, store::Agencies& agencies) {
    v1::KeyEntry wire;
    wire.set_public_key(key.public_key);
    wire.set_role(to_wire(key.role));
    if (key.agency) wire.set_agency(agencies.get(*key.agency).code);
    wire.set_name(key.name);
    set(*wire.mutable_granted(), key.granted_at);
    if (key.revoked_at) set(*wire.mutable_revoked(), *key.revoked_at);
    wire.set_short_name(short_name(key.public_key));
    return wire;
}

store::Document from_wire(const v1::Document& document) {
    const auto issued = to_day(document.issued(), "document.issued");
    if (!issued) throw UserError("plan.no_issued", {}, "document.issued");
    return {{},
            language::normalize(document.issuer()),
            printed_number(document.number(), "document.number"),
            *issued,
            document.title(),
            document.level(),
            std::nullopt,
            document.secret()};
}

namespace {

// Sentences about the row that a client asks for by their keys. One that is not known here still says that
// the row is doubtful.
std::vector<Message> doubts_of(const v1::PlanRow& row) {
    constexpr int most_doubts = 32, most_args = 4;
    constexpr std::size_t longest_arg = 2'000;  // bytes
    std::vector<Message> doubts;
    for (const auto& doubt : row.doubts()) {
        if (static_cast<int>(doubts.size()) == most_doubts) break;
        const bool known = doubt.key().starts_with("row.") && text::has_sentence(doubt.key()) &&
                           doubt.args_size() <= most_args &&
                           std::all_of(doubt.args().begin(), doubt.args().end(), [](const std::string& arg) {
                               return arg.size() <= longest_arg && !arg.starts_with('@');
                           });
        if (known)
            doubts.push_back({doubt.key(), {doubt.args().begin(), doubt.args().end()}});
        else
            doubts.push_back({"row.doubtful", {}});
    }
    return doubts;
}

}  // namespace

engine::AbsentMembers from_wire(v1::AbsentMembers::Choice choice) {
    switch (choice) {
        case v1::AbsentMembers::assign:
            return engine::AbsentMembers::Assign;
        case v1::AbsentMembers::leave:
            return engine::AbsentMembers::Leave;
        default:
            return engine::AbsentMembers::Ask;
    }
}

engine::PlanRow from_wire(const v1::PlanRow& row) {
    return {row.number(),
            row.section(),
            row.title(),
            row.requirement(),
            row.solution(),
            row.deadline_text(),
            row.lead_text(),
            row.cooperating_text(),
            static_cast<int>(row.source().table()),
            static_cast<int>(row.source().line()),
            from_wire(row.decided()),
            row.running_text(),
            doubts_of(row)};
}

Register from_wire(const v1::AgencyImportRequest& request) {
    Register content;
    for (const auto& entry : request.agencies()) {
        content.agencies.push_back(from_wire(entry));
        content.agencies.back().former.clear();  // comes by a succession only
    }
    for (const auto& entry : request.groups()) content.groups.push_back(from_wire(entry));
    return content;
}

}  // namespace dondoc::hub
