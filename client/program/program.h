// SPDX-License-Identifier: GPL-3.0-or-later
// What dondoc's programs beside the client do alike when they begin and when they fail.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lib/files.h"

namespace dondoc::program {

// A sentence in the language of $DONDOC_LANG.
std::string say(const char* key, const std::vector<std::string>& args = {});

void log_to_stderr(const char* program);

// Logs to stderr from now on. Readable from the first SIGINT or SIGTERM on, which end nothing any more.
// Before any thread is there.
client::Descriptor begin_service(const char* program);

// Keeps what is in memory (keys, passwords) out of dumps, and does `work`. The exit code: `work`'s;
// exit_no_restart for what is refused and stays refused; EXIT_FAILURE for what may be over the next time. The
// last two with a line on stderr.
int guarded(const char* program, const std::function<int()>& work);

constexpr int exit_no_restart = 2;

}  // namespace dondoc::program
