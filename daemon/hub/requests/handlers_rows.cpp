// SPDX-License-Identifier: Apache-2.0
// Single rows of documents, whole documents, and work by what it is called.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/document_number.h"
#include "domain/limits.h"
#include "engine/children.h"
#include "engine/row_edit.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "language/words/normalize.h"
#include "language/words/text_pattern.h"

namespace dondoc::hub {
namespace {

engine::DocumentName document_name(const std::string& number, const std::string& issuer,
                                   const std::string& issued, const char* place) {
    return {printed_number(number, place), language::normalize(issuer), to_day(issued, "issued")};
}

Priority priority_of(const std::string& name) {
    const auto priority = parse_priority(name.empty() ? "normal" : name);
    if (!priority) throw UserError("task.bad_priority", {name}, "priority");
    return *priority;
}

engine::RowEdited edit(Call& call, const v1::RowEditRequest& wanted) {
    const engine::RowTerms terms{call.by(), from_wire(wanted.absent()), wanted.doubts(), wanted.dry_run()};
    if (wanted.task() == 0) {
        const auto& document = wanted.document();
        return engine::add_row(
            *call.work,
            {document_name(document.number(), document.issuer(), document.issued(), "document.number"),
             document.level(), document.title(), from_wire(wanted.row()), priority_of(wanted.priority())},
            terms);
    }
    engine::RowMending mending;
    mending.task = {static_cast<std::int64_t>(wanted.task())};
    if (wanted.has_deadline_text()) mending.deadline = wanted.deadline_text();
    if (wanted.has_lead_text()) mending.lead = wanted.lead_text();
    if (wanted.has_cooperating_text()) mending.cooperating = wanted.cooperating_text();
    if (wanted.has_title()) mending.title = wanted.title();
    if (wanted.has_requirement()) mending.requirement = wanted.requirement();
    mending.reason = language::normalize(wanted.reason());
    mending.document = printed_number(wanted.decided_by(), "decided_by");
    return engine::mend_row(*call.work, mending, terms);
}

void add_found(Call& call, const store::Task& task, const std::optional<AgencyId>& wanted,
               v1::TaskFindReply& reply) {
    auto& store = call.engine.store();
    auto& found = *reply.add_tasks();
    found.set_task(static_cast<std::uint64_t>(task.id.value));
    found.set_document(store.plans.get(task.document).number);
    const auto then = call.text_then(task.id);
    found.set_number(then ? then->number : task.number);
    found.set_section(then ? then->section : task.section);
    found.set_title(then ? then->title : task.title);
    const bool sees_all = call.sees_all() || call.cooperates(task.id);
    for (const auto& assignment : store.assignments.of_task(task.id)) {
        if (wanted && assignment.agency != *wanted) continue;
        if (!sees_all && assignment.agency != call.who.agency) continue;
        auto& wire = *found.add_assignments();
        wire.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
        wire.set_agency(store.agencies.get(assignment.agency).code);
        wire.set_state(std::string{name_of(assignment.state)});
        if (assignment.occurrence) wire.set_occurrence(iso_day(*assignment.occurrence));
    }
}

}  // namespace

void edit_row(Call& call, const v1::RowEditRequest& wanted, v1::RowEditReply& done) {
    const auto edited = edit(call, wanted);
    engine::follow_children(*call.work);  // the answer says what came of it
    *done.mutable_document() = to_wire(edited.document);
    done.set_task(static_cast<std::uint64_t>(edited.row.task.id.value));
    *done.mutable_row() = to_wire(edited.row, call.lang);
    done.set_new_document(edited.new_document);
    done.set_unchanged(edited.unchanged);
    for (const auto& change : edited.changed) *done.add_changed() = change;
    done.set_assignments(static_cast<std::uint64_t>(edited.done.assignments));
    done.set_revoked(static_cast<std::uint64_t>(edited.done.revoked));
    done.set_replanned(static_cast<std::uint64_t>(edited.done.replanned));
    done.set_reopened(static_cast<std::uint64_t>(edited.done.reopened));
    if (wanted.dry_run()) return;
    for (const auto& assignment : call.engine.store().assignments.of_task(edited.row.task.id))
        if (is_live(assignment.state)) done.add_given(static_cast<std::uint64_t>(assignment.id.value));
}

void show_document(Call& call, const v1::DocumentShowRequest& wanted, v1::DocumentShowReply& shown) {
    auto& store = call.engine.store();
    const auto document =
        call.document(document_name(wanted.document(), wanted.issuer(), wanted.issued(), "document"));
    *shown.mutable_document() = to_wire(document);
    for (const auto id : store.plans.tasks_of(document.id)) {
        *shown.add_rows() = to_wire(store.plans.task(id).value(), call.lang);
        shown.add_tasks(static_cast<std::uint64_t>(id.value));
    }
}

void find_tasks(Call& call, const v1::TaskFindRequest& wanted, v1::TaskFindReply& found) {
    auto& store = call.engine.store();
    if (wanted.document().empty()) throw UserError("plan.no_number", {}, "document");
    require_length(wanted.number(), max_name_bytes, "number");
    const auto agency = wanted.agency().empty() ? std::optional<AgencyId>{} : call.agency(wanted.agency());
    const auto key = language::symbol_key(wanted.number());
    for (const auto document : call.documents(wanted.document())) {
        const auto rows = store.plans.numbered(document);
        const bool only_row = wanted.number().empty() && rows.size() == 1;
        for (const auto& row : rows)
            if ((only_row || (!key.empty() && language::symbol_key(row.number) == key)) &&
                call.may_see(row.task))
                add_found(call, store.plans.task(row.task).value(), agency, found);
    }
    if (found.tasks().empty())
        throw UserError(wanted.number().empty() ? "task.which_row" : "task.no_such_row",
                        {wanted.document(), wanted.number()}, "number");
}

}  // namespace dondoc::hub
