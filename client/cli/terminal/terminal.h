// SPDX-License-Identifier: GPL-3.0-or-later
// What the output is connected to.
#pragma once

#include <cstddef>

namespace dondoc::cli {

struct Terminal {
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    bool colours = false;         // standard output is a terminal, NO_COLOR is unset, TERM is not "dumb"
    std::size_t width = 0;        // columns of standard output; 0: not a terminal, unlimited
    bool in_is_terminal = false;  // somebody is there to be asked
};

Terminal look_at_terminal();  // of this process

}  // namespace dondoc::cli
