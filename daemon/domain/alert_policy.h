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

namespace dondoc {

enum class AlertKind { Reminder, Overdue, Escalation };

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

// "-7d", "0d", "+3d", "-5wd"; an escalation "^15d". Stable: the ledger of what was sent is kept by it.
std::string to_key(const Step& step);
std::optional<Step> parse_step(std::string_view key);

struct PlannedStep {
    sys_seconds at;
    Step step;
    bool operator==(const PlannedStep&) const = default;
};

struct AlertPolicy {
    std::string name;
    std::vector<std::string> levels;  // of the document; empty: every level
    std::vector<Offset> before;       // reminders; counts > 0
    bool on_day = true;               // a reminder on the due day itself
    std::vector<Offset> after;        // overdue notices; counts > 0
    std::optional<Offset> repeat;     // then every so often
    int repeat_limit = 0;             // how many of these at most; 0: until the work is done
    std::vector<Offset> escalate_after;
    std::string escalate_to;                        // code of the agency that is told; empty: nobody
    std::chrono::minutes time_of_day{7 * 60 + 30};  // local
    bool working_days_only = true;  // reminders move to the working day before, notices to the one after
    bool digest = true;             // false: each alert is an event of its own

    bool operator==(const AlertPolicy&) const = default;
};

// First policy that is meant for this level; nullptr: none, nobody is told.
const AlertPolicy* policy_for(const std::vector<AlertPolicy>& policies, std::string_view level);

// The moment of one step.
sys_seconds moment_of(const AlertPolicy& policy, const Calendar& calendar, local_days due, const Step& step);

// The first step after `previous` in the order of moments; without `previous` the first of all.
std::optional<PlannedStep> next_step(const AlertPolicy& policy, const Calendar& calendar, local_days due,
                                     const std::optional<Step>& previous);

// The step that an assignment waits for when it is planned at `now`: the first that is still to come, or,
// when the term has passed already, the latest overdue notice and the latest escalation that are called for,
// at once.
std::optional<PlannedStep> first_step(const AlertPolicy& policy, const Calendar& calendar, local_days due,
                                      sys_seconds now);

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
Decision decide(const AlertPolicy& policy, const Calendar& calendar, local_days due, const Step& pending,
                sys_seconds now);

}  // namespace dondoc
