// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc calendar check: what is wrong in calendar files, each with its place and what to do.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/session.h"

namespace dondoc::cli {

// Without files the calendar that came with dondoc. Throws UserError when there is an error among the
// findings.
void check_calendars(Session& session, const std::vector<std::string>& files);

}  // namespace dondoc::cli
