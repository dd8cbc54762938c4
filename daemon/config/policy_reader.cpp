#include "config/policy_reader.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "config/duration.h"
#include "config/settings.h"
#include "domain/agency.h"
#include "domain/document_level.h"

namespace dondoc::config {
namespace {

constexpr std::string_view every = "every ";
constexpr int most_repetitions = 3650;

std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text) {
    const auto instant = parse_instant("1970-01-01T" + std::string{text});
    if (text.size() != std::string_view{"07:30"}.size() || !instant) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::minutes>(to_local(*instant).time_since_epoch());
}

// Reads one section; `earlier` are the policies before it.
class PolicyReader {
  public:
    PolicyReader(Section& section, const std::vector<AlertPolicy>& earlier)
        : section_(section), earlier_(earlier) {
        policy_.name = "policy-" + std::to_string(earlier.size() + 1);
    }

    AlertPolicy read() {
        read_name();
        read_levels();
        policy_.before = durations("before").value_or(policy_.before);
        policy_.on_day = section_.flag("on_day").value_or(policy_.on_day);
        read_after();
        read_escalation();
        read_time();
        policy_.working_days_only = section_.flag("working_days_only").value_or(policy_.working_days_only);
        policy_.digest = section_.flag("digest").value_or(policy_.digest);
        return policy_;
    }

  private:
    void read_name() {
        policy_.name = section_.text("name").value_or(policy_.name);
        const auto same = [&](const AlertPolicy& other) { return other.name == policy_.name; };
        if (std::ranges::any_of(earlier_, same))
            section_.refuse("name", "config.policy_twice", {policy_.name});
    }

    // The first policy that is meant for a level is used: a later one for the same level would never be.
    void read_levels() {
        for (const auto& text : section_.texts("levels").value_or(std::vector<Section::Text>{})) {
            policy_.levels.push_back(text.value);
            if (!is_document_level(text.value))
                section_.refuse("levels", *text.node, "config.not_one_of",
                                {text.value, "government, ministry, province, district, commune"});
            else if (const auto* taken = policy_for(earlier_, text.value))
                section_.refuse("levels", *text.node, "config.level_taken", {text.value, taken->name});
        }
        if (!policy_.levels.empty()) return;
        for (const auto& other : earlier_)
            if (other.levels.empty()) return section_.refuse("levels", "config.levels_taken", {other.name});
    }

    std::optional<Offset> duration(std::string_view key, const Section::Text& text, std::string_view part) {
        const auto offset = parse_duration(part);
        if (!offset)
            section_.refuse(key, *text.node, "config.bad_duration",
                            {text.value, std::to_string(longest_duration)});
        return offset;
    }

    std::optional<std::vector<Offset>> durations(std::string_view key) {
        const auto texts = section_.texts(key);
        if (!texts) return std::nullopt;
        std::vector<Offset> result;
        for (const auto& text : *texts)
            if (const auto offset = duration(key, text, text.value)) add(key, text, result, *offset);
        return result;
    }

    // "07d" is the same duration as "7d".
    void add(std::string_view key, const Section::Text& text, std::vector<Offset>& list, Offset offset) {
        if (std::ranges::find(list, offset) != list.end())
            section_.refuse(key, *text.node, "config.twice", {text.value});
        else
            list.push_back(offset);
    }

    void read_after() {
        for (const auto& text : section_.texts("after").value_or(std::vector<Section::Text>{})) {
            if (policy_.repeat) section_.refuse("after", *text.node, "config.every_last");
            const bool repeats = text.value.starts_with(every);
            const auto part = std::string_view{text.value}.substr(repeats ? every.size() : 0);
            const auto offset = duration("after", text, part);
            if (!offset) continue;
            if (!repeats)
                add("after", text, policy_.after, *offset);
            else if (!policy_.after.empty() && policy_.after.back().unit != offset->unit)
                section_.refuse("after", *text.node, "config.every_unit", {text.value});
            else
                policy_.repeat = offset;
        }
        const auto limit = section_.integer("repeat_limit", 0, most_repetitions);
        policy_.repeat_limit = static_cast<int>(limit.value_or(0));
        if (policy_.repeat_limit > 0 && !policy_.repeat)
            section_.refuse("repeat_limit", "config.limit_alone");
    }

    void read_escalation() {
        policy_.escalate_after = durations("escalate_after").value_or(policy_.escalate_after);
        if (const auto code = section_.text("escalate_to")) {
            policy_.escalate_to = *code;
            if (!is_agency_code(*code)) section_.refuse("escalate_to", "config.bad_agency_code", {*code});
        }
        if (policy_.escalate_after.empty() == section_.has("escalate_to"))
            section_.refuse(section_.has("escalate_to") ? "escalate_to" : "escalate_after",
                            "config.escalation_half");
    }

    void read_time() {
        const auto text = section_.text("time");
        if (!text) return;
        if (const auto time = parse_time_of_day(*text))
            policy_.time_of_day = *time;
        else
            section_.refuse("time", "config.bad_time", {*text});
    }

    Section& section_;
    const std::vector<AlertPolicy>& earlier_;
    AlertPolicy policy_;
};

}  // namespace

std::vector<AlertPolicy> default_policies() {
    using Unit = Offset::Unit;
    AlertPolicy others;
    others.name = "default";
    others.before = {{15, Unit::Days}, {7, Unit::Days}, {3, Unit::Days}, {1, Unit::Days}};
    others.after = {{1, Unit::Days}, {3, Unit::Days}};
    others.repeat = Offset{7, Unit::Days};
    AlertPolicy government = others;
    government.name = "government";
    government.levels = {"government"};
    government.before.insert(government.before.begin(), {30, Unit::Days});
    return {government, others};
}

std::vector<AlertPolicy> read_policies(Section& top) {
    std::vector<AlertPolicy> policies;
    top.sections("policy", [&](Section& section) {
        policies.push_back(PolicyReader{section, policies}.read());
    });
    return policies;
}

}  // namespace dondoc::config
