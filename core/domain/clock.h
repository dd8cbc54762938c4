// SPDX-License-Identifier: Apache-2.0
// The only way by which time comes in. One thread uses it.
#pragma once

#include <chrono>

#include "domain/civil.h"

namespace dondoc {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual sys_seconds now() const = 0;
};

// A clock that somebody else sets, rightly or wrongly; see clock_trust.h.
class MachineClock : public Clock {
  public:
    // With a time source, as far as the machine knows.
    virtual bool synchronised() const = 0;
    // Since some moment; nobody sets it, and it goes on while the machine sleeps.
    virtual std::chrono::seconds elapsed() const = 0;
};

// Stands still until it is set.
class SimulatedClock final : public Clock {
  public:
    explicit SimulatedClock(sys_seconds start) : now_(start) {}
    sys_seconds now() const override { return now_; }
    void set(sys_seconds instant) { now_ = instant; }

  private:
    sys_seconds now_;
};

}  // namespace dondoc
