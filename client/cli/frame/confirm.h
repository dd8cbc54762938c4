// SPDX-License-Identifier: GPL-3.0-or-later
// A change that cannot be taken back at once is asked for.
#pragma once

#include <string>

#include "cli/frame/session.h"

namespace dondoc::cli {

// True at once with `yes` (--yes). Otherwise asks on the terminal, and anything but y is no. Where nobody is
// there to be asked, throws UserError "cli.plan.needs_yes".
bool confirm(Session& session, const std::string& question, bool yes);

}  // namespace dondoc::cli
