// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/agencies_in_time.h"
#include "domain/document_number.h"
#include "engine/plans/plan_import.h"
#include "engine/plans/plan_withdrawal.h"
#include "engine/register_check.h"
#include "engine/register_import.h"
#include "engine/succession/succession_transfer.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/persons.h"
#include "hub/requests/waiting_counts.h"
#include "language/readers.h"

namespace dondoc::hub {
namespace {

// What stands beside an assignment that an amendment takes back.
std::string amendment_reason(Call& call, const store::Document& document, const std::string& given) {
    if (auto reason = language::normalize(given); !reason.empty()) return reason;
    return text::render(call.lang,
                        {"plan.amended_reason", {document.number, spoken_day(call.engine.today())}});
}

// A document may reach the office before the day that is printed on it, by some days; more is a slip.
std::optional<Message> doubt_of_issue(local_days issued, local_days today) {
    constexpr date::days usual_lead{7};
    if (issued <= today + usual_lead) return std::nullopt;
    return Message{"plan.issued_later",
                   {spoken_day(issued), spoken_day(today), std::to_string((issued - today).count())}};
}

}  // namespace

void import_plan(Call& call, const v1::PlanImportRequest& wanted, v1::PlanImportReply& result) {
    const auto document = from_wire(wanted.document());
    std::vector<engine::PlanRow> rows;
    rows.reserve(static_cast<std::size_t>(wanted.rows_size()));
    for (const auto& row : wanted.rows()) rows.push_back(from_wire(row));
    const auto priority = parse_priority(wanted.priority().empty() ? "normal" : wanted.priority());
    if (!priority) throw UserError("task.bad_priority", {wanted.priority()}, "priority");
    const auto absent = from_wire(wanted.absent());
    auto read = engine::read_plan(call.work->directory, call.engine.rules(), document, rows, absent);

    *result.mutable_reading()->mutable_document() = to_wire(document);
    std::uint64_t problems = 0;
    for (auto& row : read) {
        row.task.priority = *priority;
        if (!row.task.problems.empty()) ++problems;
        auto& shown = *result.mutable_reading()->add_rows();
        shown = to_wire(row, call.lang);
    }
    result.set_problems(problems);
    if (wanted.strict() && problems > 0) throw UserError("plan.strict", {std::to_string(problems)}, "rows");
    if (auto doubt = doubt_of_issue(document.issued, call.engine.today())) {
        if (wanted.strict()) throw UserError("plan.issued_later", doubt->args, "document.issued");
        result.mutable_reading()->add_problems(text::render(call.lang, *doubt));
    }

    engine::ImportTerms terms{.trial = wanted.dry_run(), .new_document = wanted.new_document()};
    terms.absent = absent;
    if (wanted.has_amend())
        terms.amendment = {wanted.amend().seen(), amendment_reason(call, document, wanted.amend().reason()),
                           call.by()};
    auto imported = engine::import_plan(*call.work, document, read, call.progress, terms);
    result.set_tasks(static_cast<std::uint64_t>(imported.tasks));
    result.set_assignments(static_cast<std::uint64_t>(imported.assignments));
    result.set_with_due(static_cast<std::uint64_t>(imported.with_due));
    result.set_unchanged(imported.unchanged);
    if (imported.difference) *result.mutable_difference() = std::move(*imported.difference);
    result.set_revoked(static_cast<std::uint64_t>(imported.revoked));
    result.set_replanned(static_cast<std::uint64_t>(imported.replanned));
    result.set_reopened(static_cast<std::uint64_t>(imported.reopened));
    result.set_linked(static_cast<std::uint64_t>(imported.linked));
}

void withdraw_plan(Call& call, const v1::PlanWithdrawRequest& wanted, v1::PlanWithdrawReply& result) {
    const auto withdrawn = engine::withdraw_plan(
        *call.work, {printed_number(wanted.document(), "document"), language::normalize(wanted.issuer()),
                     to_day(wanted.issued(), "issued"), language::normalize(wanted.reason()), call.by(),
                     wanted.seen(), wanted.dry_run()});
    *result.mutable_document() = to_wire(withdrawn.document);
    result.set_tasks(static_cast<std::uint64_t>(withdrawn.tasks));
    result.set_revoked(static_cast<std::uint64_t>(withdrawn.revoked));
    result.set_kept(static_cast<std::uint64_t>(withdrawn.kept));
    result.set_seen(withdrawn.seen);
}

void list_documents(Call& call, const v1::DocumentListRequest&, v1::DocumentListReply& list) {
    auto& store = call.engine.store();
    const store::Moment moment{call.engine.today(), call.engine.rules().due_soon_days};
    const WaitingCounts waiting{call, std::nullopt};
    for (const auto& document : store.plans.list()) {
        auto& row = *list.add_documents();
        *row.mutable_document() = to_wire(document);
        row.set_tasks(static_cast<std::uint64_t>(store.plans.task_count(document.id)));
        *row.mutable_counts() = to_wire(store.tallies.of(document.id, moment));
        waiting.set_apart(*row.mutable_counts(),
                          [&](const store::WaitingResult& result) { return result.document == document.id; });
    }
}

void import_agencies(Call& call, const v1::AgencyImportRequest& wanted, v1::AgencyImportReply& result) {
    const auto content = from_wire(wanted);
    const auto known = call.engine.store().agencies.load();
    engine::refuse_shared_names(known, content);
    for (auto& difference : engine::register_differences(known, content))
        *result.add_differences() = std::move(difference);
    const auto imported = engine::import_register(*call.work, content);
    result.set_added(static_cast<std::uint64_t>(imported.added));
    result.set_changed(static_cast<std::uint64_t>(imported.changed));
    result.set_unchanged(static_cast<std::uint64_t>(imported.unchanged));
    result.set_groups(static_cast<std::uint64_t>(imported.groups));
    if (!wanted.persons().empty()) *result.mutable_persons() = import_entries(call, wanted.persons(), {});
}

void list_agencies(Call& call, const v1::AgencyListRequest& wanted, v1::AgencyListReply& list) {
    const auto text = language::fold(wanted.text());
    const auto matches = [&](const std::string& name) {
        return language::fold(name).find(text) != std::string::npos;
    };
    const auto any_matches = [&](const std::vector<std::string>& texts) {
        return std::ranges::any_of(texts, matches);
    };
    auto known = call.engine.store().agencies.load();
    if (const auto day = to_day(wanted.as_of(), "as_of")) {
        std::erase_if(known.agencies, [&](const auto& agency) { return !exists_on(agency, *day); });
        for (auto& agency : known.agencies) {
            const auto then = name_on(agency, *day);
            agency.code = then.code;
            agency.name = then.name;
        }
        known.groups.clear();  // who was in them then is not kept
    }
    for (const auto& agency : known.agencies)
        if (matches(agency.code) || matches(agency.name) || any_matches(agency.aliases))
            *list.add_agencies() = to_wire(agency);
    if (text.empty())
        for (const auto& record : call.engine.store().successions.all())
            *list.add_successions() = engine::to_wire(call.engine.store().agencies, record);
    for (const auto& group : known.groups)
        if (matches(group.name) || any_matches(group.aliases)) *list.add_groups() = to_wire(group);
}

}  // namespace dondoc::hub
