// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/imported_row.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "domain/contains.h"
#include "engine/row_words.h"
#include "language/readers.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t shortest_cut = 30;  // bytes of a cut title that still tell one from another

std::string official(const language::AgencyReader& agencies, const std::string& typed) {
    const auto parties = typed.empty() ? std::nullopt : listed_parties(agencies, typed);
    if (!parties) return typed;
    std::string text;
    for (const auto& name : names_of(*parties))
        text += (text.empty() ? "" : "; ") + name.substr(name.starts_with('@') ? 1 : 0);
    return text;
}

ReadRow read(Work& work, const store::Document& document, PlanRow row, AbsentMembers absent) {
    const auto& agencies = work.directory.reader(document.issued, document.issuer);
    row.lead_text = official(agencies, row.lead_text);
    row.cooperating_text = official(agencies, row.cooperating_text);
    return read_plan(work.directory, work.rules, document, {row}, absent).front();
}

// What stands before "..." at the end; nullopt: it is not cut.
std::optional<std::string> before_the_cut(const std::string& folded) {
    for (const std::string_view mark : {"…", "..."})
        if (folded.ends_with(mark)) {
            auto stem = language::normalize(folded.substr(0, folded.size() - mark.size()));
            if (stem.size() >= shortest_cut) return stem;
        }
    return std::nullopt;
}

bool is_cut_of(const std::string& folded, const std::string& whole) {
    const auto stem = before_the_cut(folded);
    return stem && whole.starts_with(*stem);
}

// Of folded texts.
bool is_same_text(const std::string& one, const std::string& other) {
    return one == other || is_cut_of(one, other) || is_cut_of(other, one);
}

bool agrees_with(const store::Task& one, const store::Task& other) {
    return one.lead == other.lead && due_days(one.deadline.term) == due_days(other.deadline.term);
}

std::string names_text(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : "; ") + name;
    return text;
}

std::string days_text(const Term& term) {
    std::string text;
    for (const auto day : due_days(term)) text += (text.empty() ? "" : "; ") + iso_day(day);
    return text;
}

void keep_decided(std::vector<std::string>& decided, const store::Task& before, const char* part) {
    if (contains(before.decided, part) && !contains(decided, part)) decided.emplace_back(part);
}

}  // namespace

ReadRow read_imported(Work& work, const store::Document& document, const ImportedTask& imported, int& number,
                      AbsentMembers absent) {
    auto row = imported.row;
    if (!row.number.empty()) return read(work, document, std::move(row), absent);
    row.number = std::to_string(number + 1);
    auto read_row = read(work, document, std::move(row), absent);
    ++number;
    return read_row;
}

ReadRow mended_row(Work& work, const store::Document& document, const store::Task& before,
                   const v1::ImportedTask& was, const ImportedTask& now, AbsentMembers absent) {
    auto wanted = now.row;
    if (wanted.number.empty()) wanted.number = before.number;
    auto result = read(work, document, std::move(wanted), absent);
    auto& task = result.task;
    task.id = before.id;
    task.document = before.document;
    task.ordinal = before.ordinal;
    task.priority = before.priority;

    const auto& then = was.row();
    const auto& said = now.said.row();
    if (then.number() == said.number()) task.number = before.number;
    if (then.section() == said.section()) task.section = before.section;
    if (then.title() == said.title() || is_cut_of(language::fold(said.title()), language::fold(before.title)))
        task.title = before.title;
    if (then.requirement() == said.requirement()) task.requirement = before.requirement;
    if (then.solution() == said.solution()) task.solution = before.solution;
    renew_words(task);

    const auto& agencies = work.directory.reader(document.issued, document.issuer);
    const bool same_term = then.deadline_text() == said.deadline_text();
    const bool same_lead = then.lead_text() == said.lead_text();
    const bool same_cooperating = then.cooperating_text() == said.cooperating_text();
    if (same_term) {
        task.deadline = before.deadline;
        keep_decided(task.decided, before, "deadline");
    }
    if (same_lead) {
        task.lead_text = before.lead_text;
        task.lead = before.lead;
        result.lead = known_parties(agencies, before.lead);
        keep_decided(task.decided, before, "lead");
    }
    if (same_cooperating) {
        task.cooperating_text = before.cooperating_text;
        task.cooperating = before.cooperating;
        result.cooperating = known_parties(agencies, before.cooperating);
        keep_decided(task.decided, before, "cooperating");
    }
    if (same_term && same_lead && same_cooperating) {
        task.problems = before.problems;
        task.role_notes = before.role_notes;
    }
    return result;
}

std::vector<v1::FieldChange> kept_differences(const store::Task& kept, const store::Task& read) {
    std::vector<v1::FieldChange> fields;
    const auto add = [&](const char* field, std::string old, std::string said) {
        if (said.empty() || old == said) return;
        auto& change = fields.emplace_back();
        change.set_field(field);
        change.set_old(std::move(old));
        change.set_new_(std::move(said));
    };
    add("lead", names_text(kept.lead), names_text(read.lead));
    add("due", days_text(kept.deadline.term), days_text(read.deadline.term));
    return fields;
}

DocumentRows::DocumentRows(Work& work, std::optional<DocumentId> document, std::string source)
    : work_(work), document_(document), source_(std::move(source)) {}

const std::vector<DocumentRows::Known>& DocumentRows::known() {
    if (known_) return *known_;
    known_.emplace();
    if (!document_) return *known_;
    for (const auto id : work_.store.plans.tasks_of(*document_)) {
        auto task = work_.store.plans.task(id).value();
        auto title = language::fold(task.title), requirement = language::fold(task.requirement);
        known_->push_back({std::move(task), std::move(title), std::move(requirement),
                           work_.store.task_sources.holds(source_, id)});
    }
    return *known_;
}

std::optional<store::Task> DocumentRows::find(const ReadRow& row) {
    const auto title = language::fold(row.task.title), requirement = language::fold(row.task.requirement);
    std::vector<const store::Task*> found;
    for (const auto& there : known())
        if (is_same_text(there.title, title) &&
            (requirement.empty() || is_same_text(there.requirement, requirement)) &&
            (!there.is_of_source || agrees_with(there.task, row.task)))
            found.push_back(&there.task);
    // Of several the one that has the same agencies and days, then the one of the same number.
    const auto narrow = [&](auto fits) {
        if (found.size() < 2) return;
        auto fitting = found;
        std::erase_if(fitting, [&](const auto* task) { return !fits(*task); });
        if (!fitting.empty()) found = std::move(fitting);
    };
    narrow([&](const store::Task& task) { return agrees_with(task, row.task); });
    narrow([&](const store::Task& task) { return task.number == row.task.number; });
    if (found.empty()) return std::nullopt;
    if (found.size() > 1)
        throw UserError("task_import.which_row", {row.task.title, found[0]->number, found[1]->number},
                        "rows[0].title");
    return *found.front();
}

std::optional<std::size_t> DocumentRows::find_new(const ReadRow& row) const {
    const auto same = std::ranges::find_if(new_, [&](const New& known) {
        return known.content == row.task.content && known.lead == row.task.lead &&
               known.due == due_days(row.task.deadline.term);
    });
    if (same == new_.end()) return std::nullopt;
    return static_cast<std::size_t>(same - new_.begin());
}

void DocumentRows::add_new(const ReadRow& row) {
    new_.push_back({row.task.content, row.task.lead, due_days(row.task.deadline.term)});
}

}  // namespace dondoc::engine
