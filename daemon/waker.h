// SPDX-License-Identifier: Apache-2.0
// Wakes the daemon at an instant of the system's clock, and when that clock is stepped.
#pragma once

#include <optional>

#include "domain/civil.h"

namespace dondoc {

class Waker {
  public:
    Waker();
    ~Waker();
    Waker(const Waker&) = delete;
    Waker& operator=(const Waker&) = delete;

    void set(std::optional<sys_seconds> instant);  // nullopt: only a step of the clock wakes
    int descriptor() const { return descriptor_; }
    // Takes the wake-up; the next set() arms anew.
    void take();

  private:
    void arm();

    int descriptor_;
    std::optional<sys_seconds> instant_;
};

}  // namespace dondoc
