// SPDX-License-Identifier: Apache-2.0
// The client's commands, run within the test.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/frame/all_commands.h"
#include "cli/frame/app.h"
#include "cli/terminal/terminal.h"

namespace dondoc::cli {

struct Outcome {
    Exit exit;
    std::string out, err;
};

inline Outcome run_client(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    const auto exit = run_whole(arguments, out, err, Terminal{});
    return {exit, out.str(), err.str()};
}

}  // namespace dondoc::cli
