// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of foreign files work in a process of their own, which can do little else.
#pragma once

#include <functional>
#include <string>

#include "plan/formats/grid.h"

namespace dondoc::plan {

// Says that something was done, so that the reader is not taken for one that hangs.
using Beat = std::function<void()>;

struct SandboxLimits {
    int longest_silence_ms = 60'000;  // between two beats
    unsigned most_seconds = 60;       // of computing
};

// Runs `read` in a child that has no network, starts no program, writes no file, has a bounded share of
// memory and time, and dies with its parent. Throws the UserError that `read` threw, and UserError `died`
// where it broke off, hung, or said too much.
Grid read_in_sandbox(const std::function<Grid(const Beat&)>& read, const char* died,
                     const SandboxLimits& limits = {});

}  // namespace dondoc::plan
