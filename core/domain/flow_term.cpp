// SPDX-License-Identifier: Apache-2.0
// Days are walked one by one, and a pause that lasts is leapt over. Hours are taken from the parts of each
// working day in which both the office is open and the clock runs.
#include "domain/flow_term.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace dondoc {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

struct UnitName {
    FlowTerm::Unit unit;
    std::string_view name;
};
constexpr std::array<UnitName, 3> units{
    {{FlowTerm::Unit::WorkingDays, "wd"}, {FlowTerm::Unit::Days, "d"}, {FlowTerm::Unit::WorkingHours, "h"}}};

// While the clock runs: from, and to where it is stopped.
struct Running {
    sys_seconds from;
    std::optional<sys_seconds> to;
};

std::vector<Running> running_parts(const FlowClock& clock) {
    std::vector<Running> parts;
    std::optional<sys_seconds> from = clock.received;
    for (const auto& pause : clock.pauses) {
        parts.push_back({*from, pause.from});
        from = pause.to;
        if (!from) break;
    }
    if (from) parts.push_back({*from, std::nullopt});
    return parts;
}

// The pause that holds the end of that day; nullptr: the clock runs then.
const FlowPause* pause_at_end(const FlowClock& clock, local_days day) {
    const auto end = to_instant(local_seconds{day + date::days{1}});
    for (const auto& pause : clock.pauses)
        if (pause.from < end && (!pause.to || *pause.to >= end)) return &pause;
    return nullptr;
}

// Calls `on_day` for each day after the receipt at whose end the clock runs, until it returns true; nullopt:
// the clock stands still before that, or `last` has passed.
template <typename OnDay>
std::optional<local_days> walk_days(const FlowClock& clock, std::optional<local_days> last,
                                    const OnDay& on_day) {
    auto day = civil_day(clock.received) + date::days{1};
    while (!last || day <= *last) {
        if (const auto* pause = pause_at_end(clock, day)) {
            if (!pause->to) return std::nullopt;
            // The first day at whose end this pause is over.
            day = std::max(day + date::days{1}, civil_day(*pause->to));
            continue;
        }
        if (on_day(day)) return day;
        day += date::days{1};
    }
    return std::nullopt;
}

bool day_counts(FlowTerm::Unit unit, const Calendar& calendar, local_days day) {
    return unit == FlowTerm::Unit::Days || calendar.is_working_day(day);
}

std::optional<sys_seconds> due_by_days(const FlowClock& clock, const Calendar& calendar) {
    int counted = 0;
    const auto day = walk_days(clock, std::nullopt, [&](local_days candidate) {
        if (day_counts(clock.term.unit, calendar, candidate)) ++counted;
        return counted >= clock.term.count && calendar.is_working_day(candidate);
    });
    if (!day) return std::nullopt;
    return to_instant(local_seconds{*day + date::days{1}}) - seconds{1};
}

// Calls `on_part` with the parts of office hours in [from, to) until it returns true. Returns whether it did.
template <typename OnPart>
bool walk_hours(const Running& running, const Calendar& calendar, const OfficeHours& hours,
                const OnPart& on_part) {
    const auto from = to_local(running.from);
    for (auto day = civil_day(running.from);; day += date::days{1}) {
        if (running.to && local_seconds{day} >= to_local(*running.to)) return false;
        if (!calendar.is_working_day(day)) continue;
        for (const auto& [opens, closes] : hours) {
            const auto begin = std::max(from, local_seconds{day} + opens);
            auto end = local_seconds{day} + closes;
            if (running.to) end = std::min(end, to_local(*running.to));
            if (begin < end && on_part(begin, end)) return true;
        }
    }
}

std::optional<sys_seconds> due_by_hours(const FlowClock& clock, const Calendar& calendar,
                                        const OfficeHours& hours) {
    seconds left = std::chrono::hours{clock.term.count};
    std::optional<sys_seconds> due;
    for (const auto& running : running_parts(clock)) {
        const bool used_up =
            walk_hours(running, calendar, hours, [&](local_seconds begin, local_seconds end) {
                if (end - begin >= left) {
                    due = to_instant(begin + left);
                    return true;
                }
                left -= end - begin;
                return false;
            });
        if (used_up) break;
    }
    return due;
}

}  // namespace

std::optional<FlowTerm> parse_flow_term(std::string_view text) {
    int count = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    if (error != std::errc{} || count < 1 || count > longest_flow_term || text.front() == '+')
        return std::nullopt;
    const auto* found =
        std::ranges::find(units, text.substr(static_cast<std::size_t>(rest - text.data())), &UnitName::name);
    if (found == units.end()) return std::nullopt;
    return FlowTerm{count, found->unit};
}

std::string to_text(const FlowTerm& term) {
    return std::to_string(term.count).append(std::ranges::find(units, term.unit, &UnitName::unit)->name);
}

OfficeHours usual_office_hours() {
    constexpr minutes hour{60};
    return {{7 * hour + minutes{30}, 11 * hour + minutes{30}},
            {13 * hour + minutes{30}, 17 * hour + minutes{30}}};
}

std::optional<sys_seconds> flow_due(const FlowClock& clock, const Calendar& calendar,
                                    const OfficeHours& hours) {
    return clock.term.unit == FlowTerm::Unit::WorkingHours ? due_by_hours(clock, calendar, hours)
                                                           : due_by_days(clock, calendar);
}

int flow_counted(const FlowClock& clock, const Calendar& calendar, const OfficeHours& hours,
                 sys_seconds now) {
    if (clock.term.unit != FlowTerm::Unit::WorkingHours) {
        int counted = 0;
        walk_days(clock, civil_day(now) - date::days{1}, [&](local_days day) {
            if (day_counts(clock.term.unit, calendar, day)) ++counted;
            return counted >= clock.term.count;
        });
        return counted;
    }
    seconds run{0};
    for (auto running : running_parts(clock)) {
        if (running.from >= now) break;
        running.to = std::min(running.to.value_or(now), now);
        walk_hours(running, calendar, hours, [&](local_seconds begin, local_seconds end) {
            run += end - begin;
            return false;
        });
    }
    return static_cast<int>(
        std::min<std::int64_t>(std::chrono::floor<minutes>(run).count(), clock.term.count * 60));
}

}  // namespace dondoc
