// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/plan_difference.h"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/state_digest.h"
#include "language/rows/row_matching.h"

namespace dondoc::engine {
namespace {

std::string in_one_text(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
}

std::string days(const Term& term) {
    std::vector<std::string> texts;
    for (const auto day : due_days(term)) texts.push_back(iso_day(day));
    return in_one_text(texts);
}

std::string start(const Term& term) {
    const auto day = start_day(term);
    return day ? iso_day(*day) : std::string{};
}

// A task by the fields that an amendment can change.
std::array<std::pair<const char*, std::string>, 14> fields_of(const store::Task& task) {
    const auto& term = task.deadline.term;
    return {{{"number", task.number},
             {"section", task.section},
             {"title", task.title},
             {"requirement", task.requirement},
             {"solution", task.solution},
             {"deadline_text", task.deadline.phrase},
             {"deadline_kind", std::string{name_of(kind_of(term))}},
             {"due", days(term)},
             {"hour", task.deadline.hour ? clock_text(*task.deadline.hour) : std::string{}},
             {"start", start(term)},
             {"lead_text", task.lead_text},
             {"lead", in_one_text(task.lead)},
             {"cooperating_text", task.cooperating_text},
             {"cooperating", in_one_text(task.cooperating)}}};
}

v1::FieldChange field_change(const std::string& field, const std::string& old, const std::string& now) {
    v1::FieldChange change;
    change.set_field(field);
    change.set_old(old);
    change.set_new_(now);
    return change;
}

std::vector<v1::FieldChange> document_changes(const store::Document& known, const store::Document& document) {
    std::vector<v1::FieldChange> changes;
    const auto compare = [&](const char* field, const std::string& old, const std::string& now) {
        if (old != now) changes.push_back(field_change(field, old, now));
    };
    compare("title", known.title, document.title);
    compare("level", known.level, document.level);
    if (known.withdrawn_at) compare("withdrawn", iso_day(civil_day(*known.withdrawn_at)), {});
    return changes;
}

language::RowIdentity identity(const store::Task& task) {
    return {task.number, task.section, task.title, task.requirement};
}

std::vector<store::Task> tasks(Work& work, const std::vector<TaskId>& ids) {
    std::vector<store::Task> result;
    result.reserve(ids.size());
    for (const auto id : ids) result.push_back(work.store.plans.task(id).value());
    return result;
}

std::vector<language::RowIdentity> identities(const std::vector<store::Task>& rows) {
    std::vector<language::RowIdentity> result;
    result.reserve(rows.size());
    for (const auto& row : rows) result.push_back(identity(row));
    return result;
}

// Gives the rows that are new to the plan their task of an earlier time, where they had one.
void restore_dropped(Work& work, const store::Document& known, const std::vector<ReadRow>& rows,
                     std::vector<RowChange>& changes) {
    auto dropped = tasks(work, work.store.plan_changes.dropped_tasks_of(known.id));
    if (dropped.empty()) return;
    std::vector<std::size_t> added;
    std::vector<language::RowIdentity> wanted;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (changes[i].before) continue;
        added.push_back(i);
        wanted.push_back(identity(rows[i].task));
    }
    const auto matches = language::match_same_rows(identities(dropped), wanted);
    for (std::size_t i = 0; i < added.size(); ++i)
        if (matches[i]) changes[added[i]].before = std::move(dropped[*matches[i]]);
}

void add_state(Work& work, const store::Task& task, StateDigest& digest) {
    digest.add(task.id.value);
    for (const auto& assignment : work.store.assignments.of_task(task.id)) {
        digest.add(assignment.id.value);
        digest.add(static_cast<std::int64_t>(assignment.state));
        digest.add(assignment.due ? assignment.due->time_since_epoch().count() : -1);
    }
}

std::string difference_digest(Work& work, const store::Document& known, const Difference& difference,
                              const std::vector<ReadRow>& rows) {
    StateDigest digest;
    digest.add(known.id.value);
    const auto add_changes = [&](const std::vector<v1::FieldChange>& changes) {
        for (const auto& change : changes) {
            digest.add(change.field());
            digest.add(change.old());
            digest.add(change.new_());
        }
    };
    add_changes(difference.document);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = difference.rows[i];
        if (row.before && !row.changed) continue;
        digest.add(static_cast<std::int64_t>(i));
        if (row.before) add_state(work, *row.before, digest);
        add_changes(row.fields);
        if (row.before) continue;
        for (const auto& [field, text] : fields_of(rows[i].task)) digest.add(text);
    }
    for (const auto& task : difference.dropped) add_state(work, task, digest);
    digest.add(static_cast<std::int64_t>(difference.reordered));
    return digest.text();
}

}  // namespace

bool Difference::is_empty() const {
    return document.empty() && dropped.empty() && !reordered &&
           std::ranges::all_of(rows, [](const RowChange& row) { return row.before && !row.changed; });
}

std::vector<v1::FieldChange> changes_of(const store::Task& before, const store::Task& now) {
    std::vector<v1::FieldChange> changes;
    const auto old_fields = fields_of(before);
    const auto new_fields = fields_of(now);
    for (std::size_t i = 0; i < old_fields.size(); ++i)
        if (old_fields[i].second != new_fields[i].second)
            changes.push_back(field_change(old_fields[i].first, old_fields[i].second, new_fields[i].second));
    if (before.decided != now.decided)
        changes.push_back(field_change("decided", in_one_text(before.decided), in_one_text(now.decided)));
    return changes;
}

Difference difference(Work& work, const store::Document& known, const store::Document& document,
                      const std::vector<ReadRow>& rows) {
    auto before = tasks(work, work.store.plans.tasks_of(known.id));
    std::vector<language::RowIdentity> wanted;
    wanted.reserve(rows.size());
    for (const auto& row : rows) wanted.push_back(identity(row.task));
    const auto matches = language::match_rows(identities(before), wanted);

    Difference result;
    result.document = document_changes(known, document);
    result.rows.resize(rows.size());
    std::vector<bool> stays(before.size(), false);
    std::size_t furthest = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!matches[i]) continue;
        stays[*matches[i]] = true;
        if (*matches[i] < furthest) result.reordered = true;
        furthest = std::max(furthest, *matches[i]);
        result.rows[i].before = before[*matches[i]];
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!stays[i]) result.dropped.push_back(std::move(before[i]));
    restore_dropped(work, known, rows, result.rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& row = result.rows[i];
        if (!row.before) continue;
        row.fields = changes_of(*row.before, rows[i].task);
        row.changed = !row.fields.empty() || row.before->dropped_at.has_value();
    }
    result.digest = difference_digest(work, known, result, rows);
    return result;
}

v1::PlanDifference to_wire(const Difference& difference, const std::vector<ReadRow>& rows) {
    v1::PlanDifference wire;
    for (const auto& change : difference.document) *wire.add_document() = change;
    const auto add = [&](v1::RowDifference::Kind kind, const store::Task& shown) -> v1::RowDifference& {
        auto& row = *wire.add_rows();
        row.set_kind(kind);
        row.set_number(shown.number);
        row.set_title(shown.title);
        return row;
    };
    std::uint64_t unchanged = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& change = difference.rows[i];
        if (!change.before) {
            add(v1::RowDifference::added, rows[i].task);
        } else if (change.changed) {
            auto& row =
                add(change.before->dropped_at ? v1::RowDifference::restored : v1::RowDifference::changed,
                    rows[i].task);
            row.set_task(static_cast<std::uint64_t>(change.before->id.value));
            for (const auto& field : change.fields) *row.add_fields() = field;
        } else {
            ++unchanged;
        }
    }
    for (const auto& task : difference.dropped)
        add(v1::RowDifference::dropped, task).set_task(static_cast<std::uint64_t>(task.id.value));
    wire.set_unchanged(unchanged);
    wire.set_reordered(difference.reordered);
    return wire;
}

}  // namespace dondoc::engine
