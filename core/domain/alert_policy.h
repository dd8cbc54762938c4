// SPDX-License-Identifier: Apache-2.0
// When somebody is told of a term. A policy calls for steps around the due day; `decide` says which of them
// are to be carried out now. Pure: the same due day, policy, calendar and instant give the same answer.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar.h"
#include "domain/civil.h"
#include "domain/deadline.h"
#include "domain/priority.h"
#include "domain/review.h"

namespace dondoc {

enum class AlertKind {
    Reminder,
    Overdue,
    Escalation,
    Unseen  // told to the office: the agency has not looked at what it was told
};

// Days from the due day: negative before, 0 on it, positive after.
struct Offset {
    enum class Unit { Days, WorkingDays };
    int count = 0;
    Unit unit = Unit::Days;
    bool operator==(const Offset&) const = default;
};

struct Step {
    AlertKind kind = AlertKind::Reminder;
    Offset offset;
    bool operator==(const Step&) const = default;
};

// "-7d", "0d", "+3d", "-5wd"; an escalation "^15d"; an unseen notice "?5d". Stable: the ledger of what was
// sent is kept by it.
std::string to_key(const Step& step);
std::optional<Step> parse_step(std::string_view key);

struct PlannedStep {
    sys_seconds at;
    Step step;
    bool operator==(const PlannedStep&) const = default;
};

struct AlertPolicy {
    std::string name;
    // What it is meant for; an empty list means all. See policy_choice.h.
    std::vector<std::string> levels;  // of the document
    std::vector<Priority> priorities;
    std::vector<DeadlineKind> kinds;    // of the term
    std::vector<std::string> agencies;  // codes of lead agencies, and groups as "@các sở, ban, ngành"

    std::vector<Offset> before;    // reminders; counts > 0
    bool on_day = true;            // a reminder on the due day itself
    std::vector<Offset> after;     // overdue notices; counts > 0
    std::optional<Offset> repeat;  // then every so often
    int repeat_limit = 0;          // how many of these at most; 0: until the work is done
    std::vector<Offset> escalate_after;
    std::vector<std::string> escalate_to;           // codes of the agencies that are told; empty: nobody
    std::optional<Offset> unseen_after;             // then the office is told that a notice was not looked at
    std::chrono::minutes time_of_day{7 * 60 + 30};  // local
    bool working_days_only = true;  // reminders move to the working day before, notices to the one after
    std::optional<ReviewInterval> review;  // of standing duties; nullopt: nobody is reminded of them
    bool digest = true;  // false: each alert is an event of its own, as those of urgent tasks are

    bool operator==(const AlertPolicy&) const = default;
};

// The day that work is due, and the hour of it where the term names one: "trước 17h00 ngày ...".
struct DueMoment {
    DueMoment(local_days due_day, std::optional<std::chrono::minutes> due_hour = std::nullopt)
        : day(due_day), hour(due_hour) {}
    local_days day;
    std::optional<std::chrono::minutes> hour;  // local, after 0:00; nothing: the day's end
};

// With an hour the day itself always has a reminder, where the policy has any, and it goes off so long before
// that hour when the policy's time of day would be later.
inline constexpr std::chrono::minutes before_the_hour{60};

// The moment of one step.
sys_seconds moment_of(const AlertPolicy& policy, const Calendar& calendar, const DueMoment& due,
                      const Step& step);

// The first step after `previous` in the order of moments; without `previous` the first of all.
std::optional<PlannedStep> next_step(const AlertPolicy& policy, const Calendar& calendar,
                                     const DueMoment& due, const std::optional<Step>& previous);

// The step that an assignment waits for when it is planned at `now`: the first that is still to come, or,
// when the term has passed already, the latest overdue notice and the latest escalation that are called for,
// at once.
std::optional<PlannedStep> first_step(const AlertPolicy& policy, const Calendar& calendar,
                                      const DueMoment& due, sys_seconds now);

// What is carried out at `now` for an assignment that waits for `pending`. Reminders that a later one, or the
// passing of the term, has overtaken are skipped; overdue notices and escalations never are: those missed are
// told together.
struct Decision {
    std::vector<Step> reminders;
    std::vector<Step> overdue;
    std::vector<Step> escalations;
    std::vector<Step> skipped;
    std::optional<PlannedStep> next;
};
Decision decide(const AlertPolicy& policy, const Calendar& calendar, const DueMoment& due,
                const Step& pending, sys_seconds now);

// `first` and the steps after it up to `until`.
std::vector<PlannedStep> steps_until(const AlertPolicy& policy, const Calendar& calendar,
                                     const DueMoment& due, const PlannedStep& first, sys_seconds until);

// When a notice of `told` has been unseen for as long as the policy allows; nullopt: it does not ask.
std::optional<sys_seconds> unseen_moment(const AlertPolicy& policy, const Calendar& calendar,
                                         sys_seconds told);

}  // namespace dondoc
