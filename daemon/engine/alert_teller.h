// SPDX-License-Identifier: Apache-2.0
// Alarms that have gone off, as they are told: the ledger and the inbox. Of those that stand side by side and
// of which the same was decided the ledger is written at once.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "engine/digest.h"
#include "engine/work.h"

namespace dondoc::engine {

struct Alarm {
    store::DueAlarm due;
    ToldTask* task;
};

// Alarms of one agency and moment that follow one another, and of which the same was decided.
struct Alike {
    std::span<const Alarm> alarms;  // at least one
    const AlertPolicy* policy;
    const Decision* decision;
    bool as_digest;
};
store::AlarmSpan span_of(std::span<const Alarm> alarms);

// Everything of one kind that one agency is told at once.
using ShareKey = std::tuple<AgencyId, AlertKind, bool /* as digest */>;
struct AlikePart {
    Alike alike;
    const std::vector<Step>* steps;
};
struct OnePart {
    Alarm alarm;
    const AlertPolicy* policy;
    const std::vector<Step>* steps;
};

// Writes shares into inboxes, cut into digests. What the ledger has already is not told again.
class AlertTeller {
  public:
    explicit AlertTeller(Work& work) : work_(work) {}  // outlives it

    // These have not been moved to their next step yet.
    void tell(const ShareKey& key, const std::vector<AlikePart>& share);
    void tell(const ShareKey& key, const std::vector<OnePart>& share);

  private:
    DigestWriter begin(const ShareKey& key);
    void end(DigestWriter& digest);
    const store::Agencies::Ref& agency(AgencyId id);
    void tell_together(const Alike& alike, const std::vector<Step>& steps, DigestWriter& digest);
    std::size_t count_fitting(std::span<const Alarm> alarms, const DigestWriter& digest) const;
    bool record(std::span<const Alarm> alarms, const std::vector<Step>& steps, EventId event);
    void tell_one(const Alarm& alarm, const AlertPolicy& policy, const std::vector<Step>& steps,
                  DigestWriter& digest);
    void begin_item(const Alarm& alarm);
    void add_item(const Alarm& alarm, DigestWriter& digest);
    const ToldTask::Said& said_of(const Alarm& alarm) const;
    void watch(EventId event, const AlertPolicy& policy);

    Work& work_;
    AgencyId recipient_;  // of the share under way, likewise its kind
    AlertKind kind_ = AlertKind::Reminder;
    OwnPart own_;  // of the item under way
    std::map<AgencyId, store::Agencies::Ref> agencies_;
    std::map<EventId, sys_seconds> watched_;
};

}  // namespace dondoc::engine
