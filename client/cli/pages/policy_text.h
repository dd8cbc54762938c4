// SPDX-License-Identifier: GPL-3.0-or-later
// A policy in words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/frame/session.h"

namespace dondoc::cli {

// Lines of a label and a value, as print_fields takes them.
std::vector<std::pair<std::string, std::string>> policy_words(const Session& session,
                                                              const v1::Policy& policy);

}  // namespace dondoc::cli
