#include "engine/rules.h"

#include <sstream>

namespace dondoc::engine {
namespace {

void write(std::ostream& out, const std::vector<Offset>& offsets) {
    for (const auto& offset : offsets) out << to_key({AlertKind::Reminder, offset}) << ',';
    out << ';';
}

}  // namespace

std::string fingerprint(const Rules& rules) {
    std::ostringstream out;
    for (const auto& policy : rules.policies) {
        for (const auto& level : policy.levels) out << level << ',';
        out << ';';
        write(out, policy.before);
        out << policy.on_day << ';';
        write(out, policy.after);
        write(out, policy.repeat ? std::vector{*policy.repeat} : std::vector<Offset>{});
        out << policy.repeat_limit << ';';
        write(out, policy.escalate_after);
        out << policy.escalate_to << ';' << policy.time_of_day.count() << ';' << policy.working_days_only
            << '\n';
    }
    for (const auto& [year, data] : rules.calendar.years()) {
        out << int{year} << ':';
        for (const auto& [day, special] : data.days)
            out << iso_day(day) << (special.kind == SpecialDay::Kind::MadeUp ? '+' : '-') << ',';
        out << '\n';
    }
    return out.str();
}

}  // namespace dondoc::engine
