// SPDX-License-Identifier: Apache-2.0
// A machine's clock that a test sets, beside the time that really passes.
#pragma once

#include "domain/clock.h"

namespace dondoc::test {

class TestMachineClock final : public MachineClock {
  public:
    explicit TestMachineClock(sys_seconds now) : now_(now) {}
    sys_seconds now() const override { return now_; }
    bool synchronised() const override { return is_synchronised; }
    std::chrono::seconds elapsed() const override { return elapsed_; }

    void set(sys_seconds now) { now_ = now; }  // rightly or wrongly
    void pass(std::chrono::seconds time) {     // asleep or awake
        now_ += time;
        elapsed_ += time;
    }

    bool is_synchronised = false;

  private:
    sys_seconds now_;
    std::chrono::seconds elapsed_{1000};
};

}  // namespace dondoc::test
