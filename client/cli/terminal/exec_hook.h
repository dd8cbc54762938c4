// SPDX-License-Identifier: GPL-3.0-or-later
// `listen --exec CMD`: a shell command for each event.
#pragma once

#include <functional>
#include <string>

#include "cli/terminal/aside.h"
#include "domain/message.h"
#include "dondoc/v1/event.pb.h"

namespace dondoc::cli {

struct ExecPatience {
    int first_pause_ms = 1'000;  // then twice as long each time, up to a minute
    int tries = 5;               // before the event is put aside: half a minute
};

class ExecHook {
  public:
    using Notice = std::function<void(const Message&)>;

    // `stop_fd` readable: no more attempts; a command that runs is given a few seconds to finish. Not owned.
    // `aside`: where an event goes on which it fails for long, so that it holds up no other; nullptr:
    // nowhere.
    ExecHook(std::string command, int stop_fd, Notice notice, Aside* aside = nullptr,
             ExecPatience patience = {});

    // Runs the command with the event's JSON on its standard input and DONDOC_AGENCY, DONDOC_NUMBER,
    // DONDOC_EVENT, DONDOC_KIND, DONDOC_TIME, DONDOC_ITEMS in its environment; again with back-off (1 s to 60
    // s) until it ends with 0, or the event was put aside. False: stopped before that.
    bool run(const v1::Event& event);
    // Tries what was put aside once more, when it is time.
    void retry_aside();

  private:
    int run_once(const v1::Event& event);  // exit code; 128 + signal; -1: stopped
    bool wait_for_stop(int milliseconds) const;

    std::string command_;
    int stop_fd_;
    Notice notice_;
    Aside* aside_;
    ExecPatience patience_;
};

}  // namespace dondoc::cli
