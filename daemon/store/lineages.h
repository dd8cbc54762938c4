// SPDX-License-Identifier: Apache-2.0
// Histories of the database. A backup that is restored goes back to an earlier moment and gives the numbers
// after it again, to other events. So every restore begins a new lineage: an event is known by lineage,
// agency and number, and a listener that followed another lineage is told how far its own and this one are
// the same.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "store/database.h"

namespace dondoc::store {

class Lineages {
  public:
    explicit Lineages(Database& database);

    // Empty until the first restore. Does not change while the database is open.
    const std::string& current() const { return current_; }
    const std::optional<sys_seconds>& restored_at() const { return restored_at_; }

    // The last number of the inbox that this ended lineage and the current one have in common. nullopt: no
    // lineage of this database.
    std::optional<InboxSeq> common_with(const std::string& lineage, AgencyId agency);

    // The same of the stream: the id of the last event.
    std::optional<EventId> common_with(const std::string& lineage);

    // Ends the current lineage of a database that nobody else uses and begins one under a new name.
    // `replaced`, when there is one, is the database whose place this one takes: the lineages that it knows
    // are kept in mind.
    static void begin(Database& database, sys_seconds now,
                      const std::optional<std::filesystem::path>& replaced);

  private:
    Statement is_known_, end_, end_of_stream_;
    std::string current_;
    std::optional<sys_seconds> restored_at_;
};

}  // namespace dondoc::store
