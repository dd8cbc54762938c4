// SPDX-License-Identifier: GPL-3.0-or-later
// "Label  value" lines of one thing's page.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/frame/session.h"

namespace dondoc::cli {

// Values are wrapped to the terminal; a label with an empty value is left out.
void print_fields(Session& session, const std::vector<std::pair<std::string, std::string>>& fields);
// A title between two parts of a page.
void print_heading(Session& session, const std::string& title);
// What the daemon warns of.
void print_warnings(Session& session, const google::protobuf::RepeatedPtrField<std::string>& warnings);

}  // namespace dondoc::cli
