// SPDX-License-Identifier: GPL-3.0-or-later
// The events of one site at the centre, by the lineages of its database: which are here, which are missing,
// and which a restore has undone. Every change is of the transaction that is handed in; when that fails, this
// object knows more than the database, and is made anew.
#pragma once

#include <cstdint>
#include <map>
#include <pqxx/pqxx>
#include <string>
#include <utility>
#include <vector>

#include "central/staged.h"
#include "dondoc/v1/site.pb.h"

namespace dondoc::central {

class EventLog {
  public:
    explicit EventLog(std::string code) : code_(std::move(code)) {}  // of the site, for the log
    void load(pqxx::work& transaction, int site);

    void take(pqxx::work& transaction, const v1::Event& event);
    // Of a site of which no earlier lineage is known there is nothing to undo.
    void take(pqxx::work& transaction, const v1::Restored& restored);
    void told_again(const v1::EventRange& range) { told_again_.push_back(range); }
    // Of this lineage the servers had all up to `confirmed`: the id of an event.
    void look_for_lost(const std::string& lineage, std::uint64_t confirmed);
    // Writes what was taken.
    void flush(pqxx::work& transaction);

    // What has been missing for so long that it is asked for.
    std::vector<v1::SiteAsk> missing(pqxx::work& transaction) const;

  private:
    struct Lineage {
        std::uint64_t begins_after = 0, last = 0;
        int place = 0;  // 1, 2, 3 ... as they were first told of
    };
    struct Gap {
        std::string lineage;
        std::uint64_t first = 0, last = 0;
    };

    Lineage& lineage_of(pqxx::work& transaction, const std::string& name, std::uint64_t begins_after);
    void undo_before(pqxx::work& transaction, const Lineage& lineage);
    void keep(pqxx::work& transaction, const std::string& by, const v1::EventRange& range);
    void bring_back(pqxx::work& transaction) const;
    void fill(const std::string& lineage, std::uint64_t first, std::uint64_t last);
    void settle(pqxx::work& transaction, const v1::EventRange& range);
    void write(pqxx::work& transaction);

    std::string code_;
    int site_ = 0;
    std::map<std::string, Lineage> lineages_;
    std::vector<Gap> gaps_;
    bool has_kept_ = false;  // a restore brought events back
    std::string restored_;   // the last that was taken, serialized: each part tells it once more
    StagedEvents events_;
    std::vector<v1::EventRange> told_again_;
};

}  // namespace dondoc::central
