// SIGINT and SIGTERM as a readable file descriptor, for loops that end cleanly.
#pragma once

#include <csignal>

#include "lib/files.h"

namespace dondoc::cli {

// While it lives these signals interrupt nothing; readable from the first one on. Make it before any thread
// starts.
class StopSignals {
  public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    int fd() const noexcept { return fd_.get(); }

  private:
    sigset_t before_{};
    client::Descriptor fd_;
};

}  // namespace dondoc::cli
