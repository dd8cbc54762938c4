// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs around the servers do alike when they begin and when they fail.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lib/files.h"

namespace dondoc::jetstream {

// A sentence in the language of $DONDOC_LANG.
std::string say(const char* key, const std::vector<std::string>& args = {});

// Logs to stderr from now on, and keeps what is in memory out of dumps. Readable from the first SIGINT or
// SIGTERM on. Before any thread is there.
client::Descriptor begin_service(const char* program);

// The exit code: `work`'s, 2 for what is refused and stays refused, 1 for what may be over the next time;
// both with a line on stderr.
int guarded(const char* program, const std::function<int()>& work);

}  // namespace dondoc::jetstream
