// SPDX-License-Identifier: Apache-2.0
#include "domain/alert_policy.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace dondoc {
namespace {

// Steps that fall on the same morning are told in this order.
auto order_of(const PlannedStep& planned) {
    return std::tuple{planned.at, planned.step.kind, planned.step.offset.count, planned.step.offset.unit};
}
bool earlier(const PlannedStep& a, const PlannedStep& b) {
    return order_of(a) < order_of(b);
}

// Walks the steps of one due day in the order of their moments; a repetition has no end of its own.
class Steps {
  public:
    Steps(const AlertPolicy& policy, const Calendar& calendar, const DueMoment& due)
        : policy_(policy), calendar_(calendar), due_(due) {
        for (const auto& offset : policy.before) add({AlertKind::Reminder, {-offset.count, offset.unit}});
        const bool has_reminders = policy.on_day || !policy.before.empty();
        if (policy.on_day || (due.hour && has_reminders)) add({AlertKind::Reminder, {0, Offset::Unit::Days}});
        for (const auto& offset : policy.after) add({AlertKind::Overdue, offset});
        if (!policy.escalate_to.empty())
            for (const auto& offset : policy.escalate_after) add({AlertKind::Escalation, offset});
        std::ranges::sort(fixed_, earlier);
        if (policy.repeat) repetition_ = repetition(1);
    }

    std::optional<PlannedStep> next() {
        const bool fixed_left = position_ < fixed_.size();
        if (repetition_ && (!fixed_left || earlier(*repetition_, fixed_[position_]))) {
            const auto result = repetition_;
            ++repeated_;
            const bool at_limit = policy_.repeat_limit > 0 && repeated_ >= policy_.repeat_limit;
            repetition_ = at_limit ? std::nullopt : repetition(repeated_ + 1);
            return result;
        }
        if (!fixed_left) return std::nullopt;
        return fixed_[position_++];
    }

  private:
    void add(const Step& step) { fixed_.push_back({moment_of(policy_, calendar_, due_, step), step}); }

    // The repetition goes on from the last fixed notice, in the unit of the repetition.
    std::optional<PlannedStep> repetition(int n) const {
        int last = 0;
        for (const auto& offset : policy_.after)
            if (offset.unit == policy_.repeat->unit) last = std::max(last, offset.count);
        const Step step{AlertKind::Overdue, {last + n * policy_.repeat->count, policy_.repeat->unit}};
        return PlannedStep{moment_of(policy_, calendar_, due_, step), step};
    }

    const AlertPolicy& policy_;
    const Calendar& calendar_;
    DueMoment due_;
    std::vector<PlannedStep> fixed_;
    std::size_t position_ = 0;
    std::optional<PlannedStep> repetition_;
    int repeated_ = 0;
};

}  // namespace

std::string to_key(const Step& step) {
    std::string key;
    if (step.kind == AlertKind::Escalation)
        key = "^";
    else if (step.kind == AlertKind::Unseen)
        key = "?";
    else if (step.offset.count > 0)
        key = "+";
    key += std::to_string(step.offset.count);
    key += step.offset.unit == Offset::Unit::WorkingDays ? "wd" : "d";
    return key;
}

std::optional<Step> parse_step(std::string_view key) {
    Step step;
    auto number = key;
    if (key.starts_with('^')) {
        step.kind = AlertKind::Escalation;
        number.remove_prefix(1);
    } else if (key.starts_with('?')) {
        step.kind = AlertKind::Unseen;
        number.remove_prefix(1);
    } else if (key.starts_with('+')) {
        step.kind = AlertKind::Overdue;
        number.remove_prefix(1);
    }
    const auto* end = number.data() + number.size();
    const auto [rest, error] = std::from_chars(number.data(), end, step.offset.count);
    if (error != std::errc{}) return std::nullopt;
    const std::string_view unit{rest, static_cast<std::size_t>(end - rest)};
    if (unit != "d" && unit != "wd") return std::nullopt;
    if (unit == "wd") step.offset.unit = Offset::Unit::WorkingDays;
    const bool in_order = step.kind == AlertKind::Reminder ? step.offset.count <= 0 : step.offset.count > 0;
    if (!in_order || to_key(step) != key) return std::nullopt;  // "+-3d", "07d"
    return step;
}

sys_seconds moment_of(const AlertPolicy& policy, const Calendar& calendar, const DueMoment& due,
                      const Step& step) {
    const auto& offset = step.offset;
    auto day = offset.unit == Offset::Unit::WorkingDays ? calendar.add_working_days(due.day, offset.count)
                                                        : due.day + date::days{offset.count};
    if (policy.working_days_only) {
        day = step.kind == AlertKind::Reminder ? calendar.last_working_day_on_or_before(day)
                                               : calendar.first_working_day_on_or_after(day);
    }
    auto time = policy.time_of_day;
    if (due.hour && day == due.day && step.kind == AlertKind::Reminder)
        time = std::min(time, std::max(*due.hour - before_the_hour, std::chrono::minutes{0}));
    return to_instant(local_seconds{day} + time);
}

std::optional<PlannedStep> next_step(const AlertPolicy& policy, const Calendar& calendar,
                                     const DueMoment& due, const std::optional<Step>& previous) {
    Steps steps{policy, calendar, due};
    if (!previous) return steps.next();
    const PlannedStep reference{moment_of(policy, calendar, due, *previous), *previous};
    auto step = steps.next();
    while (step && !earlier(reference, *step)) step = steps.next();
    return step;
}

std::optional<PlannedStep> first_step(const AlertPolicy& policy, const Calendar& calendar,
                                      const DueMoment& due, sys_seconds now) {
    Steps steps{policy, calendar, due};
    std::optional<PlannedStep> notice;
    std::optional<PlannedStep> escalation;
    auto step = steps.next();
    for (; step && step->at <= now; step = steps.next()) {
        if (step->step.kind == AlertKind::Overdue) notice = step;
        if (step->step.kind == AlertKind::Escalation) escalation = step;
    }
    if (notice && escalation) return earlier(*notice, *escalation) ? notice : escalation;
    if (notice) return notice;
    return escalation ? escalation : step;
}

std::vector<PlannedStep> steps_until(const AlertPolicy& policy, const Calendar& calendar,
                                     const DueMoment& due, const PlannedStep& first, sys_seconds until) {
    std::vector<PlannedStep> result;
    Steps steps{policy, calendar, due};
    for (auto step = steps.next(); step && step->at <= until; step = steps.next())
        if (!earlier(*step, first)) result.push_back(*step);
    return result;
}

std::optional<sys_seconds> unseen_moment(const AlertPolicy& policy, const Calendar& calendar,
                                         sys_seconds told) {
    if (!policy.unseen_after) return std::nullopt;
    return moment_of(policy, calendar, civil_day(told), {AlertKind::Unseen, *policy.unseen_after});
}

Decision decide(const AlertPolicy& policy, const Calendar& calendar, const DueMoment& due,
                const Step& pending, sys_seconds now) {
    Decision decision;
    std::vector<PlannedStep> reminders;
    Steps steps{policy, calendar, due};
    const PlannedStep reference{moment_of(policy, calendar, due, pending), pending};
    auto step = steps.next();
    while (step && earlier(*step, reference)) step = steps.next();
    for (; step && step->at <= now; step = steps.next()) {
        switch (step->step.kind) {
            case AlertKind::Reminder:
                reminders.push_back(*step);
                break;
            case AlertKind::Overdue:
                decision.overdue.push_back(step->step);
                break;
            case AlertKind::Escalation:
                decision.escalations.push_back(step->step);
                break;
            case AlertKind::Unseen:  // counted from a notice, not from the due day
                break;
        }
    }
    decision.next = step;

    const bool hour_passed = due.hour && now >= to_instant(local_seconds{due.day} + *due.hour);
    const bool term_passed = civil_day(now) > due.day || hour_passed;
    for (const auto& reminder : reminders) {
        const bool still_true = !term_passed && reminder.at == reminders.back().at;
        (still_true ? decision.reminders : decision.skipped).push_back(reminder.step);
    }
    return decision;
}

}  // namespace dondoc
