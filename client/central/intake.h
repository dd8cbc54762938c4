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
#include <set>
#include <string>
#include <vector>

#include "central/event_log.h"
#include "central/old_parts.h"
#include "central/staged.h"
#include "domain/civil.h"
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

    // What reports read; nullopt: nothing yet.
    std::optional<Whole> newest() const;
    // What the site's bridge should be asked for now; waited for so long before.
    std::vector<v1::SiteAsk> missing();
    // Takes away what no report reads any more, where no report stands in the way.
    void clean();

  private:
    struct Generation {
        int id = 0;
        std::uint64_t number = 0;
        bool complete = false, dropped = false;
        sys_seconds stands{};  // the site's clock
        StagedState staged;
    };

    void load(const std::string& name);
    void take(const v1::SiteMessage& message);
    void take(const v1::SiteState& state);
    void begin(const v1::SiteState& state);
    void apply(const v1::SiteState& state, Generation& generation);
    void complete(Generation& generation);
    void note_other_bridge(const v1::SiteState& state);
    sys_seconds newest_stands() const;
    void take_parked(const std::string& snapshot, Generation& generation);
    void park(const v1::SiteState& state);
    void flush();

    pqxx::connection& connection_;
    pqxx::work* transaction_ = nullptr;  // while a batch is taken in
    std::string code_;
    int site_ = 0;
    std::optional<int> current_;  // generation
    std::string stream_;
    std::uint64_t position_ = 0;
    EventLog log_;
    std::map<std::string, Generation> generations_;  // by snapshot
    std::set<std::string> others_;                   // older snapshots that another bridge goes on with
    sys_seconds others_stand_{};  // as of the newest part of these since the newest snapshot is complete
};

}  // namespace dondoc::central
