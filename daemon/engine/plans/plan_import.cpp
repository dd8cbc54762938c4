// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/plan_import.h"

#include <set>

#include "domain/children.h"
#include "domain/document_level.h"
#include "domain/limits.h"
#include "domain/state_digest.h"
#include "engine/absent_members.h"
#include "engine/new_assignments.h"
#include "engine/parent_change.h"
#include "engine/plans/plan_amendment.h"
#include "engine/plans/similar_documents.h"
#include "engine/request_place.h"
#include "engine/task_terms.h"
#include "language/readers.h"
#include "language/rows/row_nesting.h"
#include "language/rows/row_reader.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t max_rows = 20'000;
constexpr auto earliest_issue = civil(1990, 1, 1);
constexpr auto latest_issue = civil(2100, 1, 1);
// A document may be entered before its day; years ahead are a slip of the pen.
constexpr date::days furthest_issue{5 * 366};

std::string row_place(std::size_t index, const char* field) {
    return place_in("rows", index, field);
}

void check_plan(const store::Document& document, const std::vector<PlanRow>& rows) {
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

// What one plan may add of a kind, and how more of it is refused.
struct Bound {
    std::int64_t PlanImport::*count;
    std::int64_t most;
    UserError refusal;
};
const Bound bound_of_assignments{
    &PlanImport::assignments, max_assignments,
    UserError("plan.too_many_assignments", {std::to_string(max_assignments)}, "rows")};
const Bound bound_of_cooperations{
    &PlanImport::cooperations, max_cooperations,
    UserError("plan.too_many_cooperating", {std::to_string(max_cooperations)}, "rows")};

void count_added(PlanImport& result, const Bound& bound, std::size_t added) {
    result.*bound.count += static_cast<std::int64_t>(added);
    if (result.*bound.count > bound.most) throw UserError(bound.refusal);
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
    check_plan(document, rows);
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

RowAgencies agencies_of_row(const Work& work, const store::Document& document, const ReadRow& row,
                            AbsentMembers absent) {
    RowAgencies found{agencies_of(work, row.lead, document.issued, absent), {}};
    if (document.secret) return found;  // it is not for who cooperates
    const std::set<AgencyId> leading{found.leads.begin(), found.leads.end()};
    found.cooperating = agencies_of(work, row.cooperating, document.issued, absent);
    std::erase_if(found.cooperating, [&](AgencyId agency) { return leading.contains(agency); });
    return found;
}

std::vector<RowAgencies> agencies_of_rows(const Work& work, const store::Document& document,
                                          const std::vector<ReadRow>& rows, AbsentMembers absent) {
    PlanImport counted;
    std::vector<RowAgencies> found;
    found.reserve(rows.size());
    for (const auto& row : rows) {
        const auto& agencies = found.emplace_back(agencies_of_row(work, document, row, absent));
        count_added(counted, bound_of_assignments, agencies.leads.size());
        count_added(counted, bound_of_cooperations, agencies.cooperating.size());
    }
    return found;
}

void add_row(Work& work, const store::Document& document, const ReadRow& row, const RowAgencies& agencies,
             local_days from, Announcement& announcement, PlanImport& result) {
    auto task = row.task;
    task.document = document.id;
    task.id = work.store.plans.add(task);
    ++result.tasks;
    add_assignments(work, document, task, agencies.leads, from, announcement, result);
    add_cooperation(work, task, agencies.cooperating, open_due(task.deadline.term, from), announcement,
                    result);
}

void add_assignments(Work& work, const store::Document& document, const store::Task& task,
                     const std::vector<AgencyId>& agencies, local_days from, Announcement& announcement,
                     PlanImport& result) {
    if (agencies.empty()) return;
    count_added(result, bound_of_assignments, agencies.size());
    const auto due = due_in_force(work.store, task, from);
    const bool recurs = std::holds_alternative<Recurring>(task.deadline.term);
    const auto ids =
        work.store.assignments.add_all(task.id, agencies, due, work.now, recurs ? due : std::nullopt);
    work.touched.insert(task.id);
    plan_new(work, document, task, {ids, agencies, due});
    auto id = ids.first;
    for (const auto agency : agencies) {
        announcement.add(agency, task, id, due);
        ++id.value;
    }
    if (due) result.with_due += static_cast<std::int64_t>(agencies.size());
}

void add_cooperation(Work& work, const store::Task& task, const std::vector<AgencyId>& agencies,
                     std::optional<local_days> due, Announcement& announcement, PlanImport& result) {
    if (agencies.empty()) return;
    count_added(result, bound_of_cooperations, agencies.size());
    work.store.plans.add_cooperations(task.id, agencies);
    for (const auto agency : agencies) announcement.add(agency, task, {}, due);
}

PlanImport import_plan(Work& work, const store::Document& document, const std::vector<ReadRow>& rows,
                       const Progress& progress, const ImportTerms& terms) {
    if (const auto known = work.store.plans.find(document.issuer, document.number, document.issued))
        return amend_plan(work, *known, document, rows, progress, terms);
    if (document.issued > work.today() + furthest_issue)
        throw UserError("plan.issued_ahead", {spoken_day(document.issued), spoken_day(work.today())},
                        "document.issued");
    if (!terms.new_document) refuse_similar(work, document, rows);

    if (terms.absent == AbsentMembers::Ask && !terms.trial) ask_of_absent(work, document, rows);
    const auto agencies = agencies_of_rows(work, document, rows, terms.absent);
    PlanImport result;
    auto added = document;
    added.id = work.store.plans.add(document, work.now);
    Announcement announcement{work, added};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (progress && i % progress_every == 0) progress(i, rows.size());
        add_row(work, added, rows[i], agencies[i], added.issued, announcement, result);
    }
    result.linked = follow_numbers(work, added.id, {});
    if (progress) progress(rows.size(), rows.size());
    announcement.publish();
    return result;
}

}  // namespace dondoc::engine
