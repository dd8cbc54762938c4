// SPDX-License-Identifier: Apache-2.0
// Preloaded into a daemon: the kernel says that the clock is synchronised while the file named by
// DONDOC_TIME_SOURCE is there.
#include <sys/timex.h>
#include <unistd.h>

#include <cstdlib>

extern "C" int adjtimex(timex* state) noexcept {
    const char* source = std::getenv("DONDOC_TIME_SOURCE");
    const bool synchronised = source != nullptr && ::access(source, F_OK) == 0;
    state->status = synchronised ? STA_PLL : STA_UNSYNC;
    return synchronised ? TIME_OK : TIME_ERROR;
}
