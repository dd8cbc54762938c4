// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc calendar feed: terms as a file that calendars read.
#pragma once

#include "cli/frame/command.h"

namespace dondoc::cli {

void add_calendar_feed(CLI::App& group, Session& session);

}  // namespace dondoc::cli
