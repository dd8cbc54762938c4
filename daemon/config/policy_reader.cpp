// SPDX-License-Identifier: Apache-2.0
#include "config/policy_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "config/duration.h"
#include "config/settings.h"
#include "domain/agency.h"
#include "domain/document_level.h"
#include "domain/policy_choice.h"
#include "domain/time_of_day.h"

namespace dondoc::config {
namespace {

constexpr std::string_view every = "every ";
constexpr int most_repetitions = 3650;
constexpr std::size_t most_policies = 40;
constexpr std::size_t most_agencies = 50;  // named by one policy; more than that is a group

// Calendar days from the due day, about: by this, steps in days and in working days are put in order.
int about_days(const Offset& offset) {
    constexpr int working_days_a_week = 5, rest_days_a_week = 2;
    return offset.unit == Offset::Unit::Days
               ? offset.count
               : offset.count + offset.count / working_days_a_week * rest_days_a_week;
}

// Reads one section; `earlier` are the policies before it.
class PolicyReader {
  public:
    PolicyReader(Section& section, const std::vector<AlertPolicy>& earlier, const PolicyDefaults& defaults,
                 std::vector<AgencyMention>& mentions, AlertPolicy policy = {})
        : section_(section),
          earlier_(earlier),
          office_(defaults.office),
          mentions_(mentions),
          policy_(std::move(policy)) {
        policy_.time_of_day = defaults.time;
    }

    AlertPolicy read() {
        policy_.name = "policy-" + std::to_string(earlier_.size() + 1);
        read_name();
        read_levels();
        read_priorities();
        read_kinds();
        read_agencies();
        read_steps();
        read_unseen();
        read_review();
        policy_.digest = section_.flag("digest").value_or(policy_.digest);
        refuse_conflict();
        return policy_;
    }

    AlertPolicy read_steps() {
        read_before();
        policy_.on_day = section_.flag("on_day").value_or(policy_.on_day);
        read_after();
        read_escalation();
        read_time();
        policy_.working_days_only = section_.flag("working_days_only").value_or(policy_.working_days_only);
        return policy_;
    }

  private:
    void read_name() {
        policy_.name = section_.text("name").value_or(policy_.name);
        const auto same = [&](const AlertPolicy& other) { return other.name == policy_.name; };
        if (std::ranges::any_of(earlier_, same))
            section_.refuse("name", "config.policy_twice", {policy_.name});
    }

    void read_levels() {
        for (const auto& text : texts("levels")) {
            policy_.levels.push_back(text.value);
            if (!is_document_level(text.value))
                section_.refuse("levels", *text.node, "config.not_one_of",
                                {text.value, "government, ministry, province, district, commune"});
        }
    }

    void read_priorities() {
        for (const auto& text : texts("priorities")) {
            if (const auto priority = parse_priority(text.value))
                policy_.priorities.push_back(*priority);
            else
                section_.refuse("priorities", *text.node, "config.not_one_of",
                                {text.value, "normal, urgent"});
        }
    }

    void read_kinds() {
        for (const auto& text : texts("kinds")) {
            const auto kind = deadline_kind(text.value);
            if (kind)
                policy_.kinds.push_back(*kind);
            else
                section_.refuse("kinds", *text.node, "config.not_one_of",
                                {text.value,
                                 "date, before, year, quarter, month, relative, recurring, ongoing, from, "
                                 "event, as_assigned, none"});
        }
    }

    void read_agencies() {
        const auto names = texts("agencies");
        if (names.size() > most_agencies)
            section_.refuse("agencies", "config.too_many", {std::to_string(most_agencies)});
        for (const auto& text : names) {
            policy_.agencies.push_back(text.value);
            if (text.value.starts_with('@') ? text.value.size() > 1 : is_agency_code(text.value))
                mention("agencies", text);
            else
                section_.refuse("agencies", *text.node, "config.bad_agency_code", {text.value});
        }
    }

    void mention(std::string_view key, const Section::Text& text) {
        mentions_.push_back({text.value, section_.full(key), section_.place(*text.node)});
    }

    // A policy that shares something with one before it is the more general one of the two.
    void refuse_conflict() {
        auto policies = earlier_;
        policies.push_back(policy_);
        const auto conflict = conflict_of_last(policies);
        if (!conflict) return;
        // Where a condition stands, that is what there is to mend.
        const auto* key = "name";
        for (const auto* condition : {"agencies", "kinds", "priorities", "levels"})
            if (section_.has(condition)) key = condition;
        section_.refuse(key,
                        conflict->kind == PolicyConflict::Kind::Unreachable ? "config.policy_unreachable"
                                                                            : "config.policies_cross",
                        {policy_.name, conflict->other});
    }

    std::vector<Section::Text> texts(std::string_view key) {
        auto list = section_.texts(key);
        if (list && list->empty() && key != "levels") section_.refuse(key, "config.empty");
        return list.value_or(std::vector<Section::Text>{});
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

    // Steps stand in the order in which they come: a list that does not was meant otherwise.
    void refuse_disorder(std::string_view key, const std::vector<Offset>& list, bool rising) {
        for (std::size_t i = 1; i < list.size(); ++i) {
            const int before = about_days(list[i - 1]), after = about_days(list[i]);
            if (rising ? before > after : before < after)
                return section_.refuse(key, rising ? "config.not_rising" : "config.not_falling");
        }
    }

    void read_before() {
        policy_.before = durations("before").value_or(policy_.before);
        refuse_disorder("before", policy_.before, false);
    }

    void read_after() {
        const auto texts = section_.texts("after");
        if (texts) {
            policy_.after.clear();
            policy_.repeat.reset();
        }
        for (const auto& text : texts.value_or(std::vector<Section::Text>{})) {
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
        refuse_disorder("after", policy_.after, true);
        const auto limit = section_.integer("repeat_limit", 1, most_repetitions);
        policy_.repeat_limit = static_cast<int>(limit.value_or(0));
        if (policy_.repeat_limit > 0 && !policy_.repeat)
            section_.refuse("repeat_limit", "config.limit_alone");
    }

    void read_escalation() {
        policy_.escalate_after = durations("escalate_after").value_or(policy_.escalate_after);
        refuse_disorder("escalate_after", policy_.escalate_after, true);
        if (!office_.empty() && !policy_.escalate_after.empty()) policy_.escalate_to.push_back(office_);
        for (const auto& text : texts("escalate_to")) {
            if (!is_agency_code(text.value))
                section_.refuse("escalate_to", *text.node, "config.bad_agency_code", {text.value});
            mention("escalate_to", text);
            if (text.value != office_) policy_.escalate_to.push_back(text.value);
        }
        if (policy_.escalate_after.empty() && section_.has("escalate_to"))
            section_.refuse("escalate_to", "config.escalation_half");
        if (!policy_.escalate_after.empty() && policy_.escalate_to.empty())
            section_.refuse("escalate_after", "config.escalation_half");
    }

    void read_unseen() {
        const auto text = section_.text("unseen_after");
        if (!text) return;
        policy_.unseen_after = parse_duration(*text);
        if (!policy_.unseen_after)
            section_.refuse("unseen_after", "config.bad_duration", {*text, std::to_string(longest_duration)});
        if (office_.empty()) section_.refuse("unseen_after", "config.no_office");
    }

    void read_time() {
        const auto text = section_.text("time");
        if (!text) return;
        if (const auto time = parse_time_of_day(*text))
            policy_.time_of_day = *time;
        else
            section_.refuse("time", "config.bad_time", {*text});
    }

    void read_review() {
        const auto text = section_.text("review");
        if (!text) return;
        policy_.review = parse_review(*text);
        if (!policy_.review)
            section_.refuse("review", "config.bad_review", {*text, std::to_string(longest_review_days)});
    }

    Section& section_;
    const std::vector<AlertPolicy>& earlier_;
    const std::string& office_;
    std::vector<AgencyMention>& mentions_;
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
    others.review = parse_review("yearly");
    AlertPolicy government = others;
    government.name = "government";
    government.levels = {"government"};
    government.priorities = {Priority::Normal};
    government.before.insert(government.before.begin(), {30, Unit::Days});
    AlertPolicy urgent;
    urgent.name = "urgent";
    urgent.priorities = {Priority::Urgent};
    urgent.before = {{15, Unit::Days}, {7, Unit::Days}, {5, Unit::Days},
                     {3, Unit::Days},  {2, Unit::Days}, {1, Unit::Days}};
    urgent.after = {{1, Unit::Days}, {2, Unit::Days}, {3, Unit::Days}};
    urgent.repeat = Offset{3, Unit::Days};
    urgent.review = others.review;
    urgent.digest = false;
    return {urgent, government, others};
}

PoliciesRead read_policies(Section& top, const PolicyDefaults& defaults) {
    PoliciesRead read;
    top.sections("policy", [&](Section& section) {
        if (read.policies.size() == most_policies)
            return section.refuse("name", "config.too_many", {std::to_string(most_policies)});
        read.policies.push_back(PolicyReader{section, read.policies, defaults, read.mentions}.read());
    });
    return read;
}

StepsRead read_steps(Section& section, AlertPolicy policy, const PolicyDefaults& defaults) {
    StepsRead read;
    read.policy = PolicyReader{section, {}, defaults, read.mentions, std::move(policy)}.read_steps();
    return read;
}

}  // namespace dondoc::config
