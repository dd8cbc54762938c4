// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/kept_decisions.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "domain/contains.h"
#include "engine/row_words.h"
#include "language/rows/row_matching.h"

namespace dondoc::engine {
namespace {

language::RowIdentity identity_of(const store::Task& task) {
    return {task.number, task.section, task.title, task.requirement};
}

std::set<TaskId> decided_tasks(Work& work, DocumentId document) {
    std::set<TaskId> tasks;
    for (const auto* field : {"lead", "cooperating", "deadline_kind", "due", "title", "requirement"})
        for (const auto task : work.store.row_decisions.decided(document, field)) tasks.insert(task);
    return tasks;
}

bool is_open_to(const ReadRow& row, const store::Task& before, const char* part) {
    return contains(before.decided, part) && !contains(row.task.decided, part);
}

// The words were mended when they said what they say again.
void keep_words(const std::vector<store::RowDecision>& decisions, const char* field,
                const std::string& mended, std::string& text) {
    for (const auto& decision : decisions)
        if (decision.field == field && decision.old == text) {
            text = mended;
            return;
        }
}

void keep(Work& work, const store::Document& known, const store::Task& before, ReadRow& row) {
    const auto decisions = work.store.row_decisions.of(before.id);
    const auto decided = [&](std::string_view field) {
        return std::ranges::any_of(decisions, [&](const auto& one) { return one.field == field; });
    };
    const auto& agencies = work.directory.reader(known.issued, known.issuer);
    if (decided("lead") && is_open_to(row, before, "lead") && before.lead_text == row.task.lead_text) {
        row.lead = known_parties(agencies, before.lead);
        row.task.lead = before.lead;
        row.task.decided.emplace_back("lead");
    }
    if (decided("cooperating") && is_open_to(row, before, "cooperating") &&
        before.cooperating_text == row.task.cooperating_text) {
        row.cooperating = known_parties(agencies, before.cooperating);
        row.task.cooperating = before.cooperating;
        row.task.decided.emplace_back("cooperating");
    }
    if ((decided("due") || decided("deadline_kind")) && is_open_to(row, before, "deadline") &&
        before.deadline.phrase == row.task.deadline.phrase) {
        row.task.deadline = before.deadline;
        row.task.decided.emplace_back("deadline");
    }
    keep_words(decisions, "title", before.title, row.task.title);
    keep_words(decisions, "requirement", before.requirement, row.task.requirement);
    // In the order in which they are stored, so that a row that says the same is the same.
    std::vector<std::string> ordered;
    for (const auto& part : before.decided)
        if (contains(row.task.decided, part)) ordered.push_back(part);
    for (const auto& part : row.task.decided)
        if (!contains(ordered, part)) ordered.push_back(part);
    row.task.decided = std::move(ordered);
}

}  // namespace

std::optional<std::vector<ReadRow>> with_kept_decisions(Work& work, const store::Document& known,
                                                        const std::vector<ReadRow>& rows) {
    const auto decided = decided_tasks(work, known.id);
    if (decided.empty()) return std::nullopt;
    std::vector<store::Task> before;
    std::vector<language::RowIdentity> old, wanted;
    for (const auto id : work.store.plans.tasks_of(known.id)) {
        before.push_back(work.store.plans.task(id).value());
        old.push_back(identity_of(before.back()));
    }
    for (const auto& row : rows) wanted.push_back(identity_of(row.task));
    const auto matches = language::match_rows(old, wanted);
    auto kept = rows;
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (matches[i] && decided.contains(before[*matches[i]].id))
            keep(work, known, before[*matches[i]], kept[i]);
    return kept;
}

}  // namespace dondoc::engine
