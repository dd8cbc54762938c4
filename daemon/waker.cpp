// SPDX-License-Identifier: Apache-2.0
#include "waker.h"

#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace dondoc {
namespace {

// A timer that never rings but still notices a step of the clock: far off, year 9999.
constexpr std::time_t never = 253402214400;

}  // namespace

Waker::Waker() : descriptor_(::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "timerfd_create");
    arm();
}

Waker::~Waker() {
    ::close(descriptor_);
}

void Waker::set(std::optional<sys_seconds> instant) {
    if (instant == instant_) return;
    instant_ = instant;
    arm();
}

void Waker::arm() {
    itimerspec at{};
    at.it_value.tv_sec = instant_ ? std::max<std::time_t>(instant_->time_since_epoch().count(), 1) : never;
    if (::timerfd_settime(descriptor_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at, nullptr) != 0 &&
        errno != ECANCELED)
        throw std::system_error(errno, std::generic_category(), "timerfd_settime");
}

void Waker::take() {
    std::uint64_t expirations = 0;
    // ECANCELED: the clock was set. Both are a reason to look at it; what does not read only wakes once more.
    [[maybe_unused]] const auto size = ::read(descriptor_, &expirations, sizeof expirations);
    instant_.reset();
    arm();
}

}  // namespace dondoc
