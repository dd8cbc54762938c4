// SPDX-License-Identifier: Apache-2.0
// What of a changed configuration a running daemon takes at once, and what it takes when it is started next.
#pragma once

#include <string>
#include <vector>

#include "config/settings.h"

namespace dondoc::config {

struct Taken {
    std::vector<std::string> now;       // keys and sections that are different: "policy", "limits.window"
    std::vector<std::string> at_start;  // likewise, and `wanted` keeps what `running` says of them
};
// Makes of `wanted` what a daemon that runs by `running` can run by.
Taken take(const Settings& running, Settings& wanted);

}  // namespace dondoc::config
