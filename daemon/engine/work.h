// SPDX-License-Identifier: Apache-2.0
// One transaction of the engine: what it reads, writes and publishes is on disk together or not at all.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dondoc/v1/event.pb.h"
#include "engine/directory.h"
#include "engine/rules.h"
#include "store/store.h"

namespace dondoc::engine {

// By who is told and the action, in the order in which they came.
using GatheredChanges = std::map<std::pair<AgencyId, std::string>, std::vector<v1::Change>>;

struct GatheredItems;  // announcement.h

// What a work leaves behind beside what is on disk: nothing of it holds, or is told, before that.
struct Aftermath {
    std::vector<store::StoredEvent> events;  // in the order in which they were decided
    // A task that was there says something else: what alerts remember of it is read anew.
    bool tasks_changed = false;
    // The register says something else: readings are made with the new one from then on.
    bool register_changed = false;

    void add(Aftermath next);
};

class Work {
  public:
    // A transaction of its own.
    Work(store::Store& on_disk, const Rules& deciding, const Directory& known, sys_seconds at)
        : store(on_disk),
          rules(deciding),
          directory(known),
          now(at),
          whole_(std::in_place, on_disk.database),
          events_(on_disk.inbox, at) {}
    // A part of one, which outlives it: with the other parts it is on disk together or not at all. What the
    // first leaves unfinished is taken back with the transaction, in which there is nothing else.
    enum class Part { First, Later };
    Work(store::Store& on_disk, const Rules& deciding, const Directory& known, sys_seconds at,
         store::Transaction& shared, Part part)
        : store(on_disk), rules(deciding), directory(known), now(at), events_(on_disk.inbox, at) {
        if (part == Part::Later) part_.emplace(shared);
    }

    store::Store& store;
    const Rules& rules;
    const Directory& directory;
    const sys_seconds now;

    // As in the aftermath.
    bool tasks_changed = false, register_changed = false;

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
    // The same of a digest, which is serialized already, of tasks of these documents.
    EventId publish(const store::Agencies::Ref& agency, v1::EventKind::Kind kind, std::string_view digest,
                    const std::set<DocumentId>& documents);

    // After it everything is on disk, or, of a part, is when the shared transaction is.
    Aftermath finish();

  private:
    // All but the lineage.
    void fill_in(v1::Event& event, const store::Agencies::Ref& agency, const store::EventWriter::Slot& slot);

    std::optional<store::Transaction> whole_;
    std::optional<store::Savepoint> part_;
    store::EventWriter events_;
};

}  // namespace dondoc::engine
