// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/plan_import.h"

#include <set>

#include "domain/children.h"
#include "domain/document_level.h"
#include "domain/limits.h"
#include "domain/state_digest.h"
#include "engine/absent_members.h"
#include "engine/parent_change.h"
#include "engine/planning.h"
#include "engine/plans/plan_amendment.h"
#include "engine/plans/similar_documents.h"
#include "engine/task_terms.h"
#include "language/readers.h"
#include "language/rows/row_nesting.h"
#include "language/rows/row_reader.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t max_rows = 20'000;
constexpr std::int64_t max_assignments = 500'000;  // of one plan: it is one transaction
constexpr auto earliest_issue = civil(1990, 1, 1);
constexpr auto latest_issue = civil(2100, 1, 1);
// A document may be entered before its day; years ahead are a slip of the pen.
constexpr date::days furthest_issue{5 * 366};

std::string row_place(std::size_t index, const char* field) {
    return "rows[" + std::to_string(index) + "]." + field;
}

void check(const store::Document& document, const std::vector<PlanRow>& rows) {
    if (document.number.empty()) throw UserError("plan.no_number", {}, "document.number");
    require_length(document.number, max_name_bytes, "document.number");
    require_length(document.issuer, max_name_bytes, "document.issuer");
    require_length(document.title, max_text_bytes, "document.title");
    if (document.issued < earliest_issue || document.issued > latest_issue)
        throw UserError("plan.issued", {spoken_day(document.issued)}, "document.issued");
    if (!is_document_level(document.level)) throw UserError("plan.level", {document.level}, "document.level");
    if (rows.empty()) throw UserError("plan.no_rows", {}, "rows");
    if (rows.size() > max_rows)
        throw UserError("plan.too_many_rows", {std::to_string(rows.size()), std::to_string(max_rows)},
                        "rows");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        if (row.title.empty())
            throw UserError("plan.no_title", {std::to_string(row.source_line)}, row_place(i, "title"));
        for (const auto* text :
             {&row.number, &row.section, &row.title, &row.requirement, &row.solution, &row.deadline_text,
              &row.lead_text, &row.cooperating_text, &row.running_text})
            require_length(*text, max_text_bytes, "rows[" + std::to_string(i) + "]");
    }
}

std::vector<std::string> names(const std::vector<language::Party>& parties) {
    std::vector<std::string> result;
    for (const auto& party : parties) result.push_back(party.name);
    return result;
}

std::vector<std::string> decided_parts(const language::RowDecisions& decided) {
    std::vector<std::string> parts;
    if (decided.term) parts.emplace_back("deadline");
    if (decided.lead) parts.emplace_back("lead");
    if (decided.cooperating) parts.emplace_back("cooperating");
    return parts;
}

language::RowReading read_row(const PlanRow& row, const std::string& place,
                              const language::AgencyReader& agencies, const language::ReadingContext& context,
                              AbsentMembers absent) {
    try {
        return language::read_row(
            {row.deadline_text, row.lead_text, row.cooperating_text, row.running_text, row.doubts}, agencies,
            context, row.decided, absent);
    } catch (const UserError& error) {
        throw UserError(error.message().key, error.message().args, place + error.place());
    }
}

void read_nesting(std::vector<ReadRow>& rows) {
    std::vector<language::NumberedRow> numbered;
    numbered.reserve(rows.size());
    for (const auto& row : rows)
        numbered.push_back(
            {row.task.number, row.task.section, is_container_row(kind_of(row.task.deadline.term))});
    const auto above = language::parents_by_number(numbered);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (above[i]) rows[i].under = rows[*above[i]].task.number;
}

}  // namespace

std::int64_t content_of(const std::string& title, const std::string& requirement) {
    StateDigest digest;
    digest.add(language::fold(title));
    digest.add(language::fold(requirement));
    return static_cast<std::int64_t>(digest.value());
}

void renew_words(store::Task& task) {
    task.search =
        language::fold(task.number + ' ' + task.title + ' ' + task.requirement + ' ' + task.solution);
    task.content = content_of(task.title, task.requirement);
}

std::vector<ReadRow> read_plan(const Directory& directory, const Rules& rules,
                               const store::Document& document, const std::vector<PlanRow>& rows,
                               AbsentMembers absent) {
    check(document, rows);
    const auto& agencies = directory.reader(document.issued, document.issuer);
    const language::ReadingContext context{document.issued, &rules.calendar};
    std::vector<ReadRow> result;
    result.reserve(rows.size());
    for (const auto& row : rows) {
        auto reading =
            read_row(row, "rows[" + std::to_string(result.size()) + "].", agencies, context, absent);
        ReadRow read;
        auto& task = read.task;
        task.ordinal = static_cast<int>(result.size());
        task.number = row.number;
        task.section = row.section;
        task.title = row.title;
        task.requirement = row.requirement;
        task.solution = row.solution;
        task.deadline = std::move(reading.deadline);
        task.deadline.phrase = row.deadline_text;
        task.lead_text = row.lead_text;
        task.cooperating_text = row.cooperating_text;
        task.lead = names(reading.lead);
        task.cooperating = names(reading.cooperating);
        task.role_notes = std::move(reading.role_notes);
        task.problems = std::move(reading.problems);
        task.source_table = row.source_table;
        task.source_line = row.source_line;
        renew_words(task);
        task.decided = decided_parts(row.decided);
        read.lead = std::move(reading.lead);
        read.cooperating = std::move(reading.cooperating);
        read.lead_agencies = agencies.count(read.lead);
        read.cooperating_agencies = agencies.count(read.cooperating);
        if (absent == AbsentMembers::Assign) {
            read.lead_agencies += directory.takers(read.lead, document.issued).size();
            read.cooperating_agencies += directory.takers(read.cooperating, document.issued).size();
        }
        result.push_back(std::move(read));
    }
    read_nesting(result);
    return result;
}

void add_row(Work& work, const store::Document& document, const ReadRow& row, local_days from,
             AbsentMembers absent, Announcement& announcement, PlanImport& result) {
    auto task = row.task;
    task.document = document.id;
    task.id = work.store.plans.add(task);
    ++result.tasks;

    const auto leads = agencies_of(work, row.lead, document.issued, absent);
    for (const auto agency : leads) add_assignment(work, document, task, agency, from, announcement, result);
    if (document.secret) return;  // it is not for who cooperates
    const std::set<AgencyId> leading{leads.begin(), leads.end()};
    for (const auto agency : agencies_of(work, row.cooperating, document.issued, absent)) {
        if (leading.contains(agency)) continue;
        work.store.plans.add_cooperation(task.id, agency);
        announcement.add(agency, task, {}, open_due(task.deadline.term, from), "cooperating");
    }
}

void add_assignment(Work& work, const store::Document& document, const store::Task& task, AgencyId agency,
                    local_days from, Announcement& announcement, PlanImport& result) {
    const auto due = due_in_force(work.store, task, from);
    const bool recurs = std::holds_alternative<Recurring>(task.deadline.term);
    const auto assignment =
        work.store.assignments.add(task.id, agency, due, work.now, recurs ? due : std::nullopt);
    work.touched.insert(task.id);
    plan_alarm(work, assignment, traits_of(document, task));
    announcement.add(agency, task, assignment.id, due, "lead");
    if (++result.assignments > max_assignments)
        throw UserError("plan.too_many_assignments", {std::to_string(max_assignments)}, "rows");
    if (due) ++result.with_due;
}

PlanImport import_plan(Work& work, const store::Document& document, const std::vector<ReadRow>& rows,
                       const Progress& progress, const ImportTerms& terms) {
    if (const auto known = work.store.plans.find(document.issuer, document.number, document.issued))
        return amend_plan(work, *known, document, rows, progress, terms);
    if (document.issued > work.today() + furthest_issue)
        throw UserError("plan.issued_ahead", {spoken_day(document.issued), spoken_day(work.today())},
                        "document.issued");
    if (!terms.new_document) refuse_similar(work, document, rows);

    if (terms.absent == AbsentMembers::Ask && !terms.trial) {
        AbsenceQuestion question{work, document};
        for (const auto& row : rows) question.add(row);
        question.ask();
    }
    PlanImport result;
    auto added = document;
    added.id = work.store.plans.add(document, work.now);
    Announcement announcement{work, added};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (progress && i % progress_every == 0) progress(i, rows.size());
        add_row(work, added, rows[i], added.issued, terms.absent, announcement, result);
    }
    result.linked = follow_numbers(work, added.id, {});
    if (progress) progress(rows.size(), rows.size());
    announcement.publish();
    return result;
}

}  // namespace dondoc::engine
