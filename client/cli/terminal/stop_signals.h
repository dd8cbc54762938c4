// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT and SIGTERM, and a reader of our output that leaves, as one readable file descriptor: for loops that
// end cleanly.
#pragma once

#include <csignal>

#include "lib/files.h"

namespace dondoc::cli {

// While it lives these signals interrupt nothing; readable from the first one on. Make it before any thread
// starts.
class StopSignals {
  public:
    // `output`: a pipe or socket whose reader is watched; anything else, also -1, is not. Not owned.
    explicit StopSignals(int output = -1);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    int fd() const noexcept { return any_.get(); }
    bool came() const;  // whether to stop

  private:
    sigset_t before_{};
    client::Descriptor signals_;
    client::Descriptor any_;
};

}  // namespace dondoc::cli
