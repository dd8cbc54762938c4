// The only way by which time comes in. One thread uses it.
#pragma once

#include "domain/civil.h"

namespace dondoc {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual sys_seconds now() const = 0;
};

class SystemClock final : public Clock {
  public:
    sys_seconds now() const override {
        return date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
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
