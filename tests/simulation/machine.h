// SPDX-License-Identifier: Apache-2.0
// The clock of a simulated machine: what it says, and what time it really is.
#pragma once

#include "domain/clock.h"

namespace dondoc::simulation {

class Machine final : public MachineClock {
  public:
    explicit Machine(sys_seconds start) : true_(start) {}

    sys_seconds now() const override { return true_ + error_; }
    bool synchronised() const override { return synchronised_; }
    std::chrono::seconds elapsed() const override { return elapsed_; }

    sys_seconds true_now() const { return true_; }
    bool is_right() const { return error_ == std::chrono::seconds{0}; }
    void pass(std::chrono::seconds time) {  // awake or asleep
        true_ += time;
        elapsed_ += time;
    }
    void set_wrong(std::chrono::seconds error) {
        error_ = error;
        synchronised_ = false;  // the kernel takes a clock that was set for one that is not synchronised
    }
    void set_right() { error_ = std::chrono::seconds{0}; }
    void synchronise(bool with_a_source) {
        if (with_a_source) set_right();
        synchronised_ = with_a_source;
    }
    void start_again() { elapsed_ = std::chrono::seconds{0}; }

  private:
    sys_seconds true_;
    std::chrono::seconds error_{0}, elapsed_{0};
    bool synchronised_ = false;
};

}  // namespace dondoc::simulation
