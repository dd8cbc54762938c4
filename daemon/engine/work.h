// SPDX-License-Identifier: Apache-2.0
// One transaction of the engine: what it reads, writes and publishes is on disk together or not at all.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dondoc/v1/event.pb.h"
#include "engine/directory.h"
#include "engine/rules.h"
#include "store/store.h"

namespace dondoc::engine {

// By who is told and the action, in the order in which they came.
using GatheredChanges = std::map<std::pair<AgencyId, std::string>, std::vector<v1::Change>>;

// What agencies are given, in the order in which it came.
using GatheredItems = std::map<AgencyId, std::vector<v1::AlertItem>>;

class Work {
  public:
    Work(store::Store& on_disk, const Rules& deciding, const Directory& known, sys_seconds at)
        : store(on_disk),
          rules(deciding),
          directory(known),
          now(at),
          transaction_(on_disk.database),
          events_(on_disk.inbox, at) {}

    store::Store& store;
    const Rules& rules;
    const Directory& directory;
    const sys_seconds now;

    // A task that is there says something else now: what alerts remember of it is read anew.
    bool tasks_changed = false;

    // The register says something else now: readings are made with the new one from then on.
    bool register_changed = false;

    // Tasks with other assignments, or another place among tasks: containers follow them (children.h).
    std::set<TaskId> touched;

    // Where changes are gathered instead of told at once (change_digests.h); nullptr: nowhere.
    GatheredChanges* gathering = nullptr;

    // Where what is given is gathered instead of told at once (announcement.h); nullptr: nowhere.
    GatheredItems* announcing = nullptr;

    local_days today() const { return civil_day(now); }

    // The id that the next publish() to this agency gets.
    EventId next_event(const store::Agencies::Ref& agency) { return events_.next(agency.id).id; }
    // Writes the event into the agency's inbox; fills in id, agency, number and time. Returns the id. Throws
    // UserError "value.too_long" for one that is larger than max_event_bytes.
    EventId publish(const store::Agencies::Ref& agency, v1::Event event);

    // After it everything is on disk. Returns the events to be published now.
    std::vector<store::StoredEvent> commit();

  private:
    store::Transaction transaction_;
    store::EventWriter events_;
};

}  // namespace dondoc::engine
