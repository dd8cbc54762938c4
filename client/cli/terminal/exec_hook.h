// SPDX-License-Identifier: GPL-3.0-or-later
// `listen --exec CMD`: a shell command for each event.
#pragma once

#include <functional>
#include <string>

#include "domain/message.h"
#include "dondoc/v1/event.pb.h"

namespace dondoc::cli {

class ExecHook {
  public:
    using Notice = std::function<void(const Message&)>;

    // `stop_fd` readable: no more attempts; a command that runs is given a few seconds to finish. Not owned.
    ExecHook(std::string command, int stop_fd, Notice notice);

    // Runs the command with the event's JSON on its standard input and DONDOC_AGENCY, DONDOC_NUMBER,
    // DONDOC_EVENT, DONDOC_KIND, DONDOC_TIME, DONDOC_ITEMS in its environment; again with back-off (1 s to 60
    // s) until it ends with 0. False: stopped before that.
    bool run(const v1::Event& event);

  private:
    int run_once(const v1::Event& event);  // exit code; 128 + signal; -1: stopped
    bool wait_for_stop(int milliseconds) const;

    std::string command_;
    int stop_fd_;
    Notice notice_;
};

}  // namespace dondoc::cli
