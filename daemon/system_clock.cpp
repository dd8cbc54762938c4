// SPDX-License-Identifier: Apache-2.0
#include "system_clock.h"

#include <sys/timex.h>

#include <ctime>

namespace dondoc {

sys_seconds SystemClock::now() const {
    return date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

bool SystemClock::synchronised() const {
    timex state{};
    return ::adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}

std::chrono::seconds SystemClock::elapsed() const {
    timespec since_boot{};
    ::clock_gettime(CLOCK_BOOTTIME, &since_boot);  // unlike steady_clock it counts a suspension
    return std::chrono::seconds{since_boot.tv_sec};
}

}  // namespace dondoc
