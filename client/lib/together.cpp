// SPDX-License-Identifier: Apache-2.0
#include "lib/together.h"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

namespace dondoc::client {

Together::Together(int stop_fd)
    : stop_fd_(stop_fd),
      ended_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      any_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (const int fd : {stop_fd_, ended_.get()}) {
        epoll_event readable{};
        readable.events = EPOLLIN;
        if (!any_ || ::epoll_ctl(any_.get(), EPOLL_CTL_ADD, fd, &readable) != 0)
            throw std::system_error(errno, std::generic_category(), "epoll");
    }
}

Together::~Together() {
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

void Together::start(Work work) {
    threads_.emplace_back([this, work = std::move(work)] { guarded(work); });
}

void Together::run(const Work& work) {
    guarded(work);
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    if (failure_) std::rethrow_exception(failure_);
}

void Together::guarded(const Work& work) {
    try {
        work();
    } catch (...) {
        const std::lock_guard lock{mutex_};
        if (!failure_) failure_ = std::current_exception();
    }
    const std::uint64_t one = 1;
    (void)!::write(ended_.get(), &one, sizeof one);
}

bool Together::ends() const {
    return !rest(std::chrono::milliseconds{0});
}

bool Together::rest(std::chrono::milliseconds time) const {
    pollfd end{any_.get(), POLLIN, 0};
    return ::poll(&end, 1, static_cast<int>(time.count())) <= 0;
}

}  // namespace dondoc::client
