// SPDX-License-Identifier: GPL-3.0-or-later
// A preset describes how a gateway is asked over HTTP; config/relay/ has those that come with dondoc.
#pragma once

#include <string>
#include <vector>

#include "relay/http.h"

namespace dondoc::relay {

// Throws UserError with file and line.
void read_preset(const std::string& toml, const std::string& file, HttpSettings& into);

// Names in braces that nothing of a message gives, so that the configuration has to.
std::vector<std::string> variables_of(const HttpSettings& settings);

}  // namespace dondoc::relay
