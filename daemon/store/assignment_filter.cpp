// SPDX-License-Identifier: Apache-2.0
#include "store/assignment_filter.h"

#include <algorithm>

namespace dondoc::store {
namespace {

constexpr std::int64_t no_day = 9'999'999;  // due_key of what has none

std::int64_t day_number(local_days day) {
    return day.time_since_epoch().count();
}

static_assert(static_cast<int>(Workflow::Reported) == 3 && static_cast<int>(Workflow::Completed) == 4 &&
              static_cast<int>(Workflow::Returned) == 5);

constexpr auto waits = "(a.state IN (3, 5) OR a.asked_due IS NOT NULL)";

// In the task's text, or in what was said of the assignment. What was said of another agency's is not seen by
// whoever only cooperates.
std::string words_of(const AssignmentFilter& filter) {
    constexpr auto in_task = "has_text(t.id, t.search)";
    constexpr auto in_task_as_given =
        "(a.state <= 5 OR NOT EXISTS (SELECT 1 FROM task_before w WHERE w.task_id = a.task_id "
        "AND w.until >= a.given_at)) AND has_text(t.id, t.search)";
    constexpr auto in_history =
        "EXISTS (SELECT 1 FROM assignment_change w WHERE w.assignment_id = a.id AND has_words(w.words))";
    if (!filter.is_agencys_own) return std::string{"("} + in_task + " OR " + in_history + ")";
    if (filter.role == AssignmentFilter::Role::Cooperating) return in_task_as_given;
    return std::string{"("} + in_task_as_given + " OR " + in_history + ")";
}

bool is_open_with_day(Timeliness timeliness) {
    return timeliness == Timeliness::InTime || timeliness == Timeliness::DueSoon ||
           timeliness == Timeliness::DueToday || timeliness == Timeliness::Overdue;
}

}  // namespace

bool DayRange::is_bounded() const {
    return first != std::numeric_limits<std::int64_t>::min() ||
           last != std::numeric_limits<std::int64_t>::max();
}

void DayRange::add_to(Condition& condition) const {
    if (open) condition.add("a.state <= 3 AND a.due IS NOT NULL");
    if (is_bounded()) condition.add("a.due_key BETWEEN ? AND ?", {first, last});
}

DayRange days_of(const AssignmentFilter& filter) {
    DayRange range;
    range.open = !filter.timeliness.empty() && std::ranges::all_of(filter.timeliness, is_open_with_day);
    if (range.open) {
        const auto wants = [&](Timeliness timeliness) {
            return std::ranges::find(filter.timeliness, timeliness) != filter.timeliness.end();
        };
        const auto today = day_number(filter.today);
        if (!wants(Timeliness::Overdue))
            range.first = wants(Timeliness::DueToday)  ? today
                          : wants(Timeliness::DueSoon) ? today + 1
                                                       : today + filter.due_soon_days + 1;
        if (!wants(Timeliness::InTime))
            range.last = wants(Timeliness::DueSoon)    ? today + filter.due_soon_days
                         : wants(Timeliness::DueToday) ? today
                                                       : today - 1;
    }
    if (filter.due_from) range.first = std::max(range.first, day_number(*filter.due_from));
    if (filter.due_to) range.last = std::min(range.last, day_number(*filter.due_to));
    if (filter.due_from && !filter.due_to) range.last = std::min(range.last, no_day - 1);
    return range;
}

Condition condition_of(const AssignmentFilter& filter) {
    Condition condition;
    if (filter.agency && filter.role == AssignmentFilter::Role::Lead)
        condition.add("a.agency_id = ?", filter.agency->value);
    if (filter.agency && filter.role == AssignmentFilter::Role::Cooperating)
        condition.add("EXISTS (SELECT 1 FROM cooperation o WHERE o.task_id = a.task_id AND o.agency_id = ?)",
                      filter.agency->value);
    if (filter.task) condition.add("a.task_id = ?", filter.task->value);
    if (filter.under) condition.add("t.parent_id = ?", filter.under->value);
    if (filter.responsible) condition.add("a.responsible_id = ?", filter.responsible->value);
    if (!filter.source.empty())
        condition.add("EXISTS (SELECT 1 FROM task_source o WHERE o.task_id = a.task_id AND o.source = ?)",
                      filter.source);
    if (!filter.documents.empty()) condition.add("d.id IN " + set_of(filter.documents));
    if (!filter.level.empty()) condition.add("d.level = ?", filter.level);
    if (filter.waiting) condition.add(waits);
    if (filter.due_from) condition.add("a.due >= ?", day_number(*filter.due_from));
    if (filter.due_to) condition.add("a.due <= ?", day_number(*filter.due_to));
    if (!filter.timeliness.empty()) {
        std::string any;
        for (const auto timeliness : filter.timeliness)
            any += (any.empty() ? "(" : " OR (") + condition_of(timeliness, filter.moment()) + ')';
        condition.add('(' + any + ')');
    }
    if (filter.text) condition.add(words_of(filter));  // the dearest comes last
    return condition;
}

std::vector<FilterSource> sources_of(const AssignmentFilter& filter) {
    std::vector<FilterSource> sources;
    const auto add = [&](const std::string& tables) -> Condition& {
        return sources.emplace_back(FilterSource{tables, {}}).condition;
    };
    if (filter.task) add("assignment a").add("a.task_id = ?", filter.task->value);
    if (filter.responsible)
        add("assignment a INDEXED BY assignment_responsible")
            .add("a.responsible_id = ?", filter.responsible->value);
    if (filter.under)
        add("task s CROSS JOIN assignment a ON a.task_id = s.id").add("s.parent_id = ?", filter.under->value);
    if (!filter.source.empty())
        add("task s CROSS JOIN assignment a ON a.task_id = s.id")
            .add("s.id IN (SELECT task_id FROM task_source WHERE source = ?)", filter.source);
    if (filter.agency && filter.role == AssignmentFilter::Role::Lead)
        add("assignment a INDEXED BY assignment_agency").add("a.agency_id = ?", filter.agency->value);
    if (filter.agency && filter.role == AssignmentFilter::Role::Cooperating)
        add("cooperation c CROSS JOIN assignment a ON a.task_id = c.task_id")
            .add("c.agency_id = ?", filter.agency->value);
    if (!filter.documents.empty())
        add("task s CROSS JOIN assignment a ON a.task_id = s.id")
            .add("s.document_id IN " + set_of(filter.documents));
    if (filter.waiting) add("assignment a INDEXED BY assignment_waiting").add(waits);
    const auto days = days_of(filter);
    if (days.open || days.is_bounded())
        days.add_to(add(std::string{"assignment a INDEXED BY "} + days.index()));
    if (!filter.timeliness.empty() && std::ranges::none_of(filter.timeliness, is_open_with_day)) {
        std::string standings;
        for (const auto timeliness : filter.timeliness)
            standings += (standings.empty() ? "" : " OR ") + condition_of(timeliness, filter.moment());
        add("assignment a INDEXED BY assignment_closed").add("a.standing > 0 AND (" + standings + ')');
    }
    if (!filter.level.empty())
        add("document s CROSS JOIN task u ON u.document_id = s.id CROSS JOIN assignment a ON a.task_id = "
            "u.id")
            .add("s.level = ?", filter.level);
    return sources;
}

}  // namespace dondoc::store
