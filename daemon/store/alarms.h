// SPDX-License-Identifier: Apache-2.0
// The alarm clock: the next step of every open assignment, and the ledger of the steps that were carried out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/alert_policy.h"
#include "store/assignments.h"
#include "store/database.h"

namespace dondoc::store {

// An alarm that has gone off, with what its alert needs.
struct DueAlarm {
    AssignmentId assignment;
    TaskId task;
    AgencyId agency;
    local_days due;
    sys_seconds at;
    sys_seconds since;  // the moment of `step`; before `at` where a mute has put it off
    Step step;
    std::optional<PersonId> responsible;  // a person of the agency
};

// Alarms of one agency and moment that follow one another as due() gives them.
struct AlarmSpan {
    sys_seconds at;
    AgencyId agency;
    AssignmentId first, last;
};

struct AlertRecord {
    AssignmentId assignment;
    std::string agency;  // code of the agency whose assignment it is
    std::string step;
    local_days due;
    sys_seconds at;
    std::optional<EventId> event;  // nullopt: skipped
    std::string told;              // code of the agency in whose inbox it is
    InboxSeq number;
    bool acknowledged = false;
};

struct PlannedAlarm {
    AssignmentId assignment;
    std::string agency;
    AgencyId agency_id;
    std::string step;
    sys_seconds at;
    bool held = false;  // a mute has put off what was to be told
};

// A step of a term that was told or skipped.
struct AlertKey {
    AssignmentId assignment;
    AgencyId agency;  // whose assignment it is
    local_days due;
    std::string step;
};

class Alarms {
  public:
    explicit Alarms(Database& database);

    void set(AssignmentId assignment, AgencyId agency, const PlannedStep& step);
    void add_all(const AssignmentSpan& given,
                 const PlannedStep& step);  // of new assignments, of all the same
    // All of them. Return how many they were.
    int move_all(const AlarmSpan& alarms, const PlannedStep& step);
    int remove_all(const AlarmSpan& alarms);
    // The same step, looked at again at `at`: a mute keeps it from being told.
    void put_off(AssignmentId assignment, sys_seconds at, sys_seconds since);
    void remove(AssignmentId assignment);

    // When the step that it waits for was, or is, to be told.
    std::optional<sys_seconds> moment_of(AssignmentId assignment);
    // Alarms at or before `now`, by moment and agency: at least one agency's share of a moment is never torn
    // by the limit unless it is a multiple of `digest_limit` long. About `limit` of them.
    std::vector<DueAlarm> due(sys_seconds now, int limit, int digest_limit);
    std::vector<PlannedAlarm> planned_for(TaskId task);

    std::int64_t held(std::optional<AgencyId> agency);  // assignments with something that a mute holds back

    // True: written. False: the recipient had been told that step of that term before.
    bool record(const AlertKey& alert, AgencyId recipient, sys_seconds at, std::optional<EventId> event);
    // The same of all these, which have not been moved yet: how many were written. Of those that were not
    // nobody can say which: forget_all() takes back those that were, by the new event.
    struct AlikeAlerts {
        AlarmSpan alarms;
        local_days due;
        std::string step;
    };
    int record_all(const AlikeAlerts& alerts, AgencyId recipient, sys_seconds at,
                   std::optional<EventId> event);
    void forget_all(const AlikeAlerts& alerts, AgencyId recipient, EventId event);
    bool was_carried_out(AssignmentId assignment, local_days due, const std::string& step);
    // Steps of that term that were told or skipped.
    std::vector<std::string> carried_out(AssignmentId assignment, local_days due);
    // The newest `limit`, oldest first; with an agency only those of its own assignments.
    std::vector<AlertRecord> history(TaskId task, std::optional<AgencyId> agency, int limit);

  private:
    Statement upsert_, insert_, move_, put_off_, moment_, remove_, remove_all_, due_, planned_, held_,
        held_of_agency_;
    Statement insert_alert_, insert_alerts_, forget_alerts_, find_alert_, carried_out_, history_;
};

}  // namespace dondoc::store
