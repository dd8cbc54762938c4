// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/stop_signals.h"

#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace dondoc::cli {

StopSignals::StopSignals(int output) {
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, &before_);
    signals_ = client::Descriptor(::signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK));
    any_ = client::Descriptor(::epoll_create1(EPOLL_CLOEXEC));
    epoll_event readable{};
    readable.events = EPOLLIN;
    if (!signals_ || !any_ || ::epoll_ctl(any_.get(), EPOLL_CTL_ADD, signals_.get(), &readable) != 0) {
        const int error = errno;
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
        throw std::system_error(error, std::generic_category(), "signalfd");
    }
    epoll_event closed{};  // errors are always reported; a file cannot be watched, and need not be
    if (output >= 0) ::epoll_ctl(any_.get(), EPOLL_CTL_ADD, output, &closed);
}

bool StopSignals::came() const {
    epoll_event event{};
    return ::epoll_wait(any_.get(), &event, 1, 0) > 0;
}

StopSignals::~StopSignals() {
    // What arrived has been obeyed; it must not kill the process once it is let through again.
    signalfd_siginfo seen{};
    while (::read(signals_.get(), &seen, sizeof seen) == sizeof seen) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace dondoc::cli
