// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of foreign files work in a process of their own, which can do little else.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "plan/formats/grid.h"

namespace dondoc::plan {

// What a reader says while it works, so that it is not taken for one that hangs.
enum class Sign : char {
    Works = '.',
    PageThere = '#',  // one more page is to be read
    PageRead = '+',
};
// May be called by several threads at once.
using Beat = std::function<void(Sign)>;

// Pages that were read, and all that there are.
using PagesRead = std::function<void(std::size_t read, std::size_t all)>;

struct SandboxLimits {
    int longest_silence_ms = 60'000;  // between two beats
    unsigned most_seconds = 60;       // of computing
};

// Runs `read` in a child that has no network, starts no program, writes no file, has a bounded share of
// memory and time, and dies with its parent. `on_pages` (may be empty) is told how far it is. Throws the
// UserError that `read` threw, and UserError `died` where it broke off, hung, or said too much.
Grid read_in_sandbox(const std::function<Grid(const Beat&)>& read, const char* died,
                     const SandboxLimits& limits = {}, const PagesRead& on_pages = {});

}  // namespace dondoc::plan
