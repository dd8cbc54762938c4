// SPDX-License-Identifier: Apache-2.0
// A listener of one agency, or one that follows the stream: libdondoc's state machine with a journal that
// outlives it, and a temper.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "lib/subscription.h"
#include "simulation/network.h"
#include "simulation/script.h"

namespace dondoc::simulation {

class Listener {
  public:
    enum class Temper {
        Steady,
        Slow,  // reads a frame now and then
        Away,  // comes, and is gone for weeks
        NeverReads
    };
    // `agency` and `network` are not owned. An agency without a code: it follows the stream.
    Listener(const Script::Office& agency, std::string consumer, Temper temper, Network& network,
             Random& random)
        : agency_(agency),
          consumer_(std::move(consumer)),
          temper_(temper),
          network_(network),
          random_(random) {}

    // Does what there is to do. `door_open`: the daemon is there and knows the key. Throws Violation.
    void work(Time now, bool door_open);
    void may_die(bool mortal) { mortal_ = mortal; }  // between two frames, now and then
    std::uint64_t deaths() const { return deaths_; }
    void leave_until(std::size_t command);
    bool is_away(std::size_t command) const { return away_until_ && command < *away_until_; }
    void calm_down() {  // everything heals: it comes back, and reads
        if (temper_ != Temper::NeverReads) temper_ = Temper::Steady;
        away_until_.reset();
        mortal_ = false;
    }

    const Script::Office& agency() const { return agency_; }
    bool follows_stream() const { return agency_.code.empty(); }
    Temper temper() const { return temper_; }
    const std::vector<std::string>& journal() const { return journal_; }
    bool is_there() const { return subscription_.has_value(); }
    Time next_wake() const { return subscription_->next_wake(); }

  private:
    void carry_out(client::Subscription::Step step, Time now);
    std::uint64_t number_of(const v1::Event& event) const {
        return follows_stream() ? event.id() : event.number();
    }
    void read(Time now);
    void die(Time back_at);

    const Script::Office& agency_;
    std::string consumer_;
    Temper temper_;
    Network& network_;
    Random& random_;
    std::vector<std::string> journal_;  // bodies of what was applied
    std::optional<client::Subscription> subscription_;
    Line line_ = 0;
    std::optional<Time> back_at_;
    std::optional<std::size_t> away_until_;  // a command of the script
    bool mortal_ = false;
    std::uint64_t nonces_ = 0, deaths_ = 0;
};

}  // namespace dondoc::simulation
