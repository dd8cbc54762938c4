// SPDX-License-Identifier: Apache-2.0
#include "hub/convert.h"

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
namespace {

// The enums of wire and domain are one list; the wire's begin with "unspecified" where nothing is a value of
// its own.
static_assert(static_cast<int>(v1::Workflow::revoked) == static_cast<int>(Workflow::Revoked));
static_assert(static_cast<int>(v1::Timeliness::completed_no_deadline) ==
              static_cast<int>(Timeliness::CompletedNoDeadline) + 1);
static_assert(static_cast<int>(v1::DeadlineKind::as_assigned) == static_cast<int>(DeadlineKind::AsAssigned));
static_assert(static_cast<int>(v1::Role::administrator) == static_cast<int>(Role::Administrator) + 1);

v1::DeadlineKind::Kind wire_kind(DeadlineKind kind) {
    return static_cast<v1::DeadlineKind::Kind>(kind);
}

}  // namespace

// Here and nowhere else: whatever a refusal repeats of what was sent, it is no more than a line.
v1::Error to_wire(const UserError& error, text::Lang lang) {
    auto message = error.message();
    for (auto& arg : message.args) arg = shortened(arg, max_name_bytes);
    v1::Error wire;
    wire.set_code(message.key);
    wire.set_message(text::render(lang, message));
    for (const auto& arg : message.args) wire.add_args(arg);
    wire.set_place(shortened(error.place(), max_name_bytes));
    return wire;
}

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
    auto& deadline = *row.mutable_deadline();
    deadline.set_kind(wire_kind(kind_of(task.deadline.term)));
    for (const auto day : due_days(task.deadline.term)) deadline.add_due(iso_day(day));
    if (const auto start = start_day(task.deadline.term)) deadline.set_start(iso_day(*start));
    deadline.set_reason(text::render(lang, task.deadline.reason));
    if (task.deadline.hour) deadline.set_hour(clock_text(*task.deadline.hour));
    if (const auto* recurring = std::get_if<Recurring>(&task.deadline.term))
        deadline.set_endless(recurring->repetition.is_endless());
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
    row.set_state(static_cast<v1::Workflow::State>(assignment.state));
    row.set_timeliness(static_cast<v1::Timeliness::Class>(
        static_cast<int>(timeliness(assignment.term(), today, due_soon_days)) + 1));
    row.set_deadline_text(listed.deadline_text);
    if (const auto kind = deadline_kind(listed.deadline_kind)) row.set_deadline_kind(wire_kind(*kind));
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
    wire.set_role(static_cast<v1::Role::Kind>(static_cast<int>(key.role) + 1));
    if (key.agency) wire.set_agency(agencies.get(*key.agency).code);
    wire.set_name(key.name);
    set(*wire.mutable_granted(), key.granted_at);
    if (key.revoked_at) set(*wire.mutable_revoked(), *key.revoked_at);
    wire.set_short_name(short_name(key.public_key));
    return wire;
}

v1::AgencyEntry to_wire(const Agency& agency) {
    v1::AgencyEntry wire;
    wire.set_code(agency.code);
    wire.set_name(agency.name);
    for (const auto& alias : agency.aliases) wire.add_aliases(alias);
    wire.set_level(agency.level);
    if (agency.valid_from) wire.set_valid_from(iso_day(*agency.valid_from));
    if (agency.valid_to) wire.set_valid_to(iso_day(*agency.valid_to));
    for (const auto& former : agency.former) {
        auto& name = *wire.add_former();
        name.set_until(iso_day(former.until));
        name.set_code(former.code);
        name.set_name(former.name);
    }
    return wire;
}

v1::GroupEntry to_wire(const AgencyGroup& group) {
    v1::GroupEntry wire;
    wire.set_name(group.name);
    for (const auto& alias : group.aliases) wire.add_aliases(alias);
    for (const auto& member : group.members) wire.add_members(member);
    return wire;
}

void set(google::protobuf::Timestamp& timestamp, sys_seconds instant) {
    timestamp.set_seconds(instant.time_since_epoch().count());
}

local_days required_day(const std::string& text, const char* place) {
    const auto day = to_day(text, place);
    if (!day) throw UserError("value.day", {text}, place);
    return *day;
}

std::optional<local_days> to_day(const std::string& text, const char* place) {
    if (text.empty()) return std::nullopt;
    const auto day = parse_iso_day(text);
    if (!day) throw UserError("value.day", {text}, place);
    return day;
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

std::vector<std::string> names_of(const v1::Decision::Names& names) {
    return {names.names().begin(), names.names().end()};
}

DecidedTerm term_of(const v1::Deadline& deadline) {
    if (!v1::DeadlineKind::Kind_IsValid(deadline.kind()))
        throw UserError("decision.kind", {std::to_string(deadline.kind())}, "decided.deadline.kind");
    DecidedTerm decided;
    decided.kind = static_cast<DeadlineKind>(deadline.kind());
    for (const auto& day : deadline.due()) decided.due.push_back(required_day(day, "decided.deadline.due"));
    decided.start = to_day(deadline.start(), "decided.deadline.start");
    return decided;
}

language::RowDecisions decisions_of(const v1::Decision& decision) {
    language::RowDecisions decided;
    if (decision.has_deadline()) decided.term = term_of(decision.deadline());
    if (decision.has_lead()) decided.lead = names_of(decision.lead());
    if (decision.has_cooperating()) decided.cooperating = names_of(decision.cooperating());
    return decided;
}

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
            decisions_of(row.decided()),
            row.running_text(),
            doubts_of(row)};
}

Register from_wire(const v1::AgencyImportRequest& request) {
    Register content;
    for (const auto& agency : request.agencies()) {
        content.agencies.push_back({agency.code(),
                                    agency.name(),
                                    {agency.aliases().begin(), agency.aliases().end()},
                                    agency.level(),
                                    to_day(agency.valid_from(), "valid_from"),
                                    to_day(agency.valid_to(), "valid_to")});
    }
    for (const auto& group : request.groups()) {
        content.groups.push_back({group.name(),
                                  {group.aliases().begin(), group.aliases().end()},
                                  {group.members().begin(), group.members().end()}});
    }
    return content;
}

std::optional<Timeliness> from_wire(v1::Timeliness::Class timeliness) {
    if (timeliness == v1::Timeliness::unspecified || !v1::Timeliness::Class_IsValid(timeliness))
        return std::nullopt;
    return static_cast<Timeliness>(static_cast<int>(timeliness) - 1);
}

}  // namespace dondoc::hub
