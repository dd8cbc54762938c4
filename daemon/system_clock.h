// SPDX-License-Identifier: Apache-2.0
// The clock of this machine.
#pragma once

#include <chrono>

#include "domain/clock.h"

namespace dondoc {

class SystemClock final : public MachineClock {
  public:
    sys_seconds now() const override;
    bool synchronised() const override;  // STA_UNSYNC of adjtimex(2); no where the kernel does not say
    std::chrono::seconds elapsed() const override;
};

}  // namespace dondoc
