// SPDX-License-Identifier: Apache-2.0
// Living a document's whole period on a copy of the state, with the calendar and the policy, to see what
// would be sent. The state itself is only read; the copy is thrown away. Done step by step, so that the
// daemon goes on serving.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "domain/clock.h"
#include "dondoc/v1/rehearsal.pb.h"
#include "engine/engine.h"
#include "store/copying.h"

namespace dondoc::engine {

class Rehearsal {
  public:
    // Where the copy of a database is made.
    static std::filesystem::path copy_of(const std::filesystem::path& database);

    // Imports the document into the copy, or finds it there.
    using Prepare = std::function<DocumentId(Work&)>;

    // `until`: the last day that is lived; without it the last term of the document, at most five years on.
    // The engine is not owned and outlives this. Throws UserError "rehearse.no_room" when the disk could not
    // hold the copy, "rehearse.until" for a day before today or too far away.
    Rehearsal(Engine& engine, Prepare prepare, std::optional<local_days> until);
    ~Rehearsal();
    Rehearsal(const Rehearsal&) = delete;
    Rehearsal& operator=(const Rehearsal&) = delete;

    // True: there is more to do. Throws what `prepare` throws, and UserError for what the disk does.
    bool step();
    // Days lived, and days to live; 0 of 0 before that is known.
    std::size_t done() const { return done_; }
    std::size_t total() const { return total_; }
    // Whole once step() has returned false.
    const v1::Rehearsal& report() const { return report_; }

  private:
    struct Day {
        std::uint64_t alerts = 0, notices = 0;
        std::unordered_set<std::string> agencies;
        std::vector<v1::RehearsedItem> items;  // of one agency's
    };
    struct Told {
        v1::RehearsedAgency agency;
        std::map<local_days, Day> days;
    };

    void begin();
    void note_terms(DocumentId document);
    void note(const std::vector<store::StoredEvent>& events);
    void note_items(const v1::Event& event, Day& day);
    void finish();

    std::filesystem::path file_;
    Rules rules_;
    sys_seconds start_;
    Prepare prepare_;
    std::optional<local_days> until_;
    std::unique_ptr<store::Copying> copying_;  // until the copy is whole
    std::unique_ptr<store::Store> store_;
    SimulatedClock clock_;
    std::unique_ptr<Engine> engine_;
    bool prepared_ = false;
    sys_seconds end_;
    std::unordered_set<std::uint64_t> tasks_;
    std::map<std::string, Told> told_;  // by agency code
    std::map<local_days, Day> days_;
    std::uint64_t items_ = 0;
    v1::Rehearsal report_;
    std::size_t done_ = 0, total_ = 0;
};

}  // namespace dondoc::engine
