// SPDX-License-Identifier: Apache-2.0
// Follows the machine's clock and keeps the last instant that was believed, so that a leap is noticed also
// across a restart. While the clock is doubted, time is counted on from there.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "domain/clock.h"
#include "domain/clock_trust.h"
#include "store/store.h"

namespace dondoc::engine {

// What happened to the clock, for the log.
struct ClockNews {
    enum class Kind {
        Set,      // put forward or back, and believed
        Doubted,  // from here on everything that depends on the time waits
        Believed  // again
    };
    Kind kind;
    ClockSight sight;
};

class ClockWatch {
  public:
    // Store and clock are not owned and outlive it.
    ClockWatch(store::Store& store, const MachineClock& clock, const ClockRules& rules);

    using Noticed = std::function<void(const ClockNews&)>;
    void on_news(Noticed noticed) { noticed_ = std::move(noticed); }

    void change_rules(const ClockRules& rules) { rules_ = rules; }

    // The time to go by.
    sys_seconds now() const;
    bool held() const;
    ClockSight sight() const;

    // Looks at the clock and keeps what it says, on disk about once an hour; tells the news. False: held.
    // No transaction is open.
    bool look();

    // Believed by the word of a person. The first is part of a transaction, the second follows its commit.
    void write_down(sys_seconds now);
    void believe(sys_seconds now);

    // The last time that the clock was set, for a day.
    std::optional<ClockSight> recently_set() const;

  private:
    struct Anchor {
        sys_seconds instant;  // believed
        std::chrono::seconds elapsed;
    };
    ClockVerdict verdict(const ClockSight& sight) const;
    void keep(sys_seconds now);
    void tell(ClockNews::Kind kind, const ClockSight& sight);

    store::Store& store_;
    const MachineClock& clock_;
    ClockRules rules_;
    Noticed noticed_;
    std::optional<Anchor> anchor_;
    std::optional<sys_seconds> kept_;  // on disk
    bool counted_ = false;             // the anchor is of this run: a difference is no downtime
    bool doubted_ = false;             // when it was looked at last
    struct Setting {
        ClockSight sight;
        std::chrono::seconds elapsed;
    };
    std::optional<Setting> setting_;
};

}  // namespace dondoc::engine
