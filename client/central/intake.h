// SPDX-License-Identifier: GPL-3.0-or-later
// Takes in the messages of one site, in batches: what they say and the position in the stream are written by
// one transaction, so each counts once. Doubled and late messages change nothing; what is missing is noticed
// by ids of events and numbers of parts. For one thread, which has the site to itself.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "central/staged.h"
#include "dondoc/v1/site.pb.h"
#include "jetstream/reader.h"

namespace dondoc::central {

class Intake {
  public:
    // Reads where the site stands, and makes it where it is new.
    Intake(pqxx::connection& connection, const std::string& code, const std::string& name);

    std::uint64_t position() const { return position_; }
    // The stream is another one, or has gone back: it is read from its beginning.
    void begin_stream(const std::string& made);
    const std::string& stream() const { return stream_; }

    void take(const std::vector<jetstream::Incoming>& messages);

    // What the site's bridge should be asked for now; waited for so long before.
    std::vector<v1::SiteAsk> missing();
    // Takes away what no report reads any more, where no report stands in the way.
    void clean();

  private:
    struct Lineage {
        std::uint64_t begins_after = 0, last = 0;
        int place = 0;  // 1, 2, 3 ... as they were first told of
    };
    struct Gap {
        std::string lineage;
        std::uint64_t first = 0, last = 0;
    };
    struct Generation {
        int id = 0;
        std::uint64_t number = 0;
        bool complete = false, dropped = false;
        StagedState staged;
    };

    void load(const std::string& name);
    Lineage& lineage_of(const std::string& name, std::uint64_t begins_after);
    void undo_before(const Lineage& lineage);
    void write_events();
    void take(const v1::SiteMessage& message);
    void take(const v1::Event& event);
    void take(const v1::Restored& restored);
    void take(const v1::SiteState& state);
    void begin(const v1::SiteState& state);
    void apply(const v1::SiteState& state, Generation& generation);
    void complete(Generation& generation);
    void take_parked(const std::string& snapshot, Generation& generation);
    void park(const v1::SiteState& state);
    void fill(const std::string& lineage, std::uint64_t first, std::uint64_t last);
    void settle(const v1::EventRange& range);
    void flush();

    pqxx::connection& connection_;
    pqxx::work* transaction_ = nullptr;  // while a batch is taken in
    std::string code_;
    int site_ = 0;
    std::optional<int> current_;  // generation
    std::string stream_;
    std::uint64_t position_ = 0;
    std::map<std::string, Lineage> lineages_;
    std::vector<Gap> gaps_;
    std::map<std::string, Generation> generations_;  // by snapshot
    StagedEvents events_;
    std::vector<v1::EventRange> told_again_;
};

}  // namespace dondoc::central
