#include "cli/stop_signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace dondoc::cli {

StopSignals::StopSignals() {
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, &before_);
    fd_ = client::Descriptor(::signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!fd_) {
        const int error = errno;
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
        throw std::system_error(error, std::generic_category(), "signalfd");
    }
}

StopSignals::~StopSignals() {
    // What arrived has been obeyed; it must not kill the process once it is let through again.
    signalfd_siginfo seen{};
    while (::read(fd_.get(), &seen, sizeof seen) == sizeof seen) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace dondoc::cli
