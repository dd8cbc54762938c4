#include "engine/plan_import.h"

#include <algorithm>
#include <map>
#include <set>

#include "domain/document_level.h"
#include "domain/limits.h"
#include "engine/digest.h"
#include "engine/planning.h"
#include "language/readers.h"
#include "language/row_reader.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t max_rows = 20'000;
constexpr std::int64_t max_assignments = 500'000;  // of one plan: it is one transaction
constexpr auto earliest_issue = civil(1990, 1, 1);
constexpr auto latest_issue = civil(2100, 1, 1);
constexpr std::size_t progress_every = 50;  // rows

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
        for (const auto* text : {&row.number, &row.section, &row.title, &row.requirement, &row.solution,
                                 &row.deadline_text, &row.lead_text, &row.cooperating_text})
            require_length(*text, max_text_bytes, "rows[" + std::to_string(i) + "]");
    }
}

std::vector<std::string> names(const std::vector<language::Party>& parties) {
    std::vector<std::string> result;
    for (const auto& party : parties) result.push_back(party.name);
    return result;
}

auto texts_of(const store::Task& task) {
    return std::tie(task.number, task.section, task.title, task.requirement, task.solution,
                    task.deadline.phrase, task.lead_text, task.cooperating_text);
}

// Rows by which the plan on disk differs from these.
std::size_t differences(Work& work, DocumentId document, const std::vector<ReadRow>& rows) {
    const auto known = work.store.plans.tasks_of(document);
    std::size_t different =
        known.size() > rows.size() ? known.size() - rows.size() : rows.size() - known.size();
    for (std::size_t i = 0; i < std::min(known.size(), rows.size()); ++i)
        if (texts_of(*work.store.plans.task(known[i])) != texts_of(rows[i].task)) ++different;
    return different;
}

// Collects what each agency is given and tells it in digests.
class Announcement {
  public:
    Announcement(Work& work, const store::Document& document) : work_(work), document_(document) {}

    void add(AgencyId agency, const store::Task& task, AssignmentId assignment, std::optional<local_days> due,
             const char* role) {
        v1::AlertItem item;
        item.set_assignment(static_cast<std::uint64_t>(assignment.value));
        item.set_task(static_cast<std::uint64_t>(task.id.value));
        item.set_document(document_.number);
        item.set_task_number(task.number);
        item.set_title(task.title);
        item.set_deadline_text(task.deadline.phrase);
        if (due) {
            item.set_due(iso_day(*due));
            item.set_days_left(static_cast<int>((*due - work_.today()).count()));
        }
        item.set_role(role);
        items_[agency].push_back(std::move(item));
    }

    void publish() {
        for (auto& [agency, items] : items_) {
            DigestWriter digest{work_, work_.store.agencies.get(agency), v1::EventKind::assigned};
            for (auto& item : items) digest.add(std::move(item));
            digest.finish();
        }
    }

  private:
    Work& work_;
    const store::Document& document_;
    std::map<AgencyId, std::vector<v1::AlertItem>> items_;
};

}  // namespace

std::vector<ReadRow> read_plan(const Directory& directory, const Rules& rules,
                               const store::Document& document, const std::vector<PlanRow>& rows) {
    check(document, rows);
    const language::ReadingContext context{document.issued, &rules.calendar};
    std::vector<ReadRow> result;
    result.reserve(rows.size());
    for (const auto& row : rows) {
        auto reading = language::read_row({row.deadline_text, row.lead_text, row.cooperating_text},
                                          directory.reader(), context);
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
        task.search =
            language::fold(row.number + ' ' + row.title + ' ' + row.requirement + ' ' + row.solution);
        read.lead = std::move(reading.lead);
        read.cooperating = std::move(reading.cooperating);
        result.push_back(std::move(read));
    }
    return result;
}

PlanImport import_plan(Work& work, const store::Document& document, const std::vector<ReadRow>& rows,
                       const Progress& progress) {
    if (const auto known = work.store.plans.find(document.issuer, document.number, document.issued)) {
        const auto different = differences(work, known->id, rows);
        if (different > 0)
            throw UserError("plan.differs",
                            {document.number, spoken_day(document.issued), std::to_string(different)});
        return {.unchanged = true};
    }

    PlanImport result;
    const auto document_id = work.store.plans.add(document, work.now);
    Announcement announcement{work, document};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (progress && i % progress_every == 0) progress(i, rows.size());
        auto task = rows[i].task;
        task.document = document_id;
        task.id = work.store.plans.add(task);
        ++result.tasks;

        const auto due = open_due(task.deadline.term, document.issued);
        const auto leads = work.directory.expand(rows[i].lead, document.issued);
        for (const auto agency : leads) {
            const auto id = work.store.assignments.add(task.id, agency, due);
            plan_alarm(work, {id, task.id, agency, Workflow::Assigned, due, std::nullopt, {}},
                       {document.level, task.priority, kind_of(task.deadline.term)});
            announcement.add(agency, task, id, due, "lead");
            if (++result.assignments > max_assignments)
                throw UserError("plan.too_many_assignments", {std::to_string(max_assignments)}, "rows");
            if (due) ++result.with_due;
        }
        const std::set<AgencyId> leading{leads.begin(), leads.end()};
        for (const auto agency : work.directory.expand(rows[i].cooperating, document.issued)) {
            if (leading.contains(agency)) continue;
            work.store.plans.add_cooperation(task.id, agency);
            announcement.add(agency, task, {}, due, "cooperating");
        }
    }
    if (progress) progress(rows.size(), rows.size());
    announcement.publish();
    return result;
}

}  // namespace dondoc::engine
