// SPDX-License-Identifier: Apache-2.0
// The state and everything that changes it. One thread uses it. Commands and the passing of time run each in
// one transaction, small commands as parts of one that they share; events are handed on only after their
// commit.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/clock.h"
#include "engine/alerts.h"
#include "engine/clock_watch.h"
#include "engine/part_size.h"
#include "engine/work.h"
#include "store/while_unchanged.h"

namespace dondoc::engine {

// When a command is on disk. Own: when it returns. Shared: with others, by commit_shared().
enum class Commit { Own, Shared };

// How much is done before others have their turn. Gentle: somebody is asking, and shall be answered soon.
enum class Pace { Swift, Gentle };

class Engine {
  public:
    // Store and clock are not owned and outlive the engine. With a simulated clock the time goes on where the
    // store left it. Throws UserError "clock.mixed" for a store that was kept by a clock of the other kind.
    Engine(store::Store& store, const MachineClock& clock, Rules rules);
    Engine(store::Store& store, SimulatedClock& clock, Rules rules);

    // A copy of a store, whichever clock kept it, goes on by a simulated clock from `now`.
    static void give_simulated_clock(store::Store& store, sys_seconds now);

    // Is told after the commit; must not throw, because what it is told of has happened.
    using Committed = std::function<void(const std::vector<store::StoredEvent>&)>;
    void on_committed(Committed committed) { committed_ = std::move(committed); }

    store::Store& store() { return store_; }
    const Rules& rules() const { return rules_; }
    // Decides by these from now on; what they plan otherwise is planned anew by replan(), before anything is
    // told by them. No transaction is open; references into the old ones end.
    void change_rules(Rules rules);
    const Directory& directory();
    // The clock's time; while a machine's clock is doubted, counted on from when it was believed.
    sys_seconds now() const { return watch_ ? watch_->now() : clock_.now(); }
    local_days today() const { return civil_day(now()); }
    bool is_simulated() const { return simulated_ != nullptr; }
    // Of the machine's clock; nullptr for a simulated one.
    ClockWatch* clock_watch() { return watch_ ? &*watch_ : nullptr; }
    // The clock is doubted: no alarm goes off, nothing is planned.
    bool is_held() const { return watch_ && watch_->held(); }

    // A command as it was asked for.
    struct CommandId {
        const std::string& public_key;
        const std::string& request_id;
        const std::string& body;  // serialized; only its digest is kept
    };
    // Runs a command: its writes, its events and its recorded reply are on disk together or not at all. A
    // request id that this key has used before is answered with the reply of that time, and nothing is done;
    // with another body it is refused with "request.id_used".
    std::string once(const CommandId& id, const std::function<std::string(Work&)>& command,
                     Commit how = Commit::Own);
    // The same without a record, for commands that change nothing when they are repeated.
    void change(const std::function<void(Work&)>& command, Commit how = Commit::Own);
    // The same, and then everything is taken back: what would happen.
    void attempt(const std::function<void(Work&)>& command);

    // Commands wait for their commit. Nothing else may be asked of the engine meanwhile; what is read from
    // the store is not on disk yet, and nobody may be told of it.
    bool is_sharing() const { return shared_ != nullptr; }
    // No command can join them any more: what failed has taken all of them with it. commit_shared() throws.
    bool has_lost_shared() const { return shared_ != nullptr && !shared_->transaction.is_open(); }
    // Of events that wait for the commit.
    std::size_t waiting_bytes() const { return shared_ != nullptr ? shared_->event_bytes : 0; }
    // After it the commands are on disk, and their events told. Throws StorageError, or what they were lost
    // by: then none of them has changed anything. Either way none waits any more.
    void commit_shared();

    // Asked again and again by a batch that is under way, so it must cost nothing: does somebody wait for an
    // answer? Then the batch commits what it has done, and returns. `part`: alarms, or what is as much work,
    // between two questions; fewer, where by `stopwatch` they take long (part_size.h). Without one there are
    // always so many.
    using SomebodyAsks = std::function<bool()>;
    using Stopwatch = std::function<std::chrono::steady_clock::time_point()>;
    void on_batch(SomebodyAsks somebody_asks, int part = whole_part, Stopwatch stopwatch = nullptr) {
        somebody_asks_ = std::move(somebody_asks);
        part_ = PartSize{part};
        stopwatch_ = std::move(stopwatch);
    }
    static constexpr int whole_part = 1'000;

    // Carries out one batch of what is due. True: there is more to do at once. Does nothing while held.
    bool tick(Pace pace = Pace::Swift);
    std::optional<sys_seconds> next_alarm();

    // Moves the simulated clock one moment on towards `target`: to the next alarm, which is carried out, or
    // to the target. True: the target has not been reached. Throws UserError "clock.system",
    // "clock.backwards".
    bool advance_towards(sys_seconds target);

    // Plans alarms anew when the rules, or who is in the groups that they name, differ from what they were
    // planned by. Part by part: true, there is more. Ended before the last part, it begins anew. Does nothing
    // while held.
    bool replan(Pace pace = Pace::Swift);

  private:
    Engine(store::Store& store, const Clock& clock, SimulatedClock* simulated, Rules rules);
    void resume_clock();
    struct Shared {
        explicit Shared(store::Database& database) : transaction(database) {}
        store::Transaction transaction;
        Aftermath aftermath;
        std::size_t event_bytes = 0;
        std::exception_ptr lost_by;  // where a command took all of them with it
    };

    void commit(Work& work);
    void share(const std::function<void(Work&)>& command);
    void follow(const Aftermath& aftermath);
    void tell(const Aftermath& aftermath);
    void carry_out_due(Work& work, Pace pace);
    void in_parts(int at_once, const std::function<bool(int)>& part);
    bool carry_out_part(int most, const std::function<bool(int)>& part);
    bool continue_series(Pace pace);     // of an older file; false: nothing is left
    bool replan_assignments(Pace pace);  // false: nothing is left
    bool replan_dossiers(Pace pace);     // likewise

    store::Store& store_;
    const Clock& clock_;
    SimulatedClock* simulated_;  // nullptr: the machine's clock
    Rules rules_;
    std::optional<ClockWatch> watch_;
    std::unique_ptr<const Directory> directory_;
    TaskBriefs briefs_;
    std::unique_ptr<Shared> shared_;
    Committed committed_;
    SomebodyAsks somebody_asks_;
    PartSize part_{whole_part};
    Stopwatch stopwatch_;
    store::WhileUnchanged<std::optional<sys_seconds>> next_alarm_;
    bool is_planned_ = false;                  // by these rules and this register nothing is left to plan
    std::optional<std::string> wanted_rules_;  // fingerprint; nullopt: to be taken anew
    std::optional<AssignmentId> replanned_to_;
    std::optional<std::string> wanted_flow_rules_;  // likewise, of dossiers
    std::optional<store::FlowItemId> flow_replanned_to_;
};

}  // namespace dondoc::engine
