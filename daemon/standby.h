// SPDX-License-Identifier: Apache-2.0
// The second machine: takes the newest copy of the first one's database, looks whether it is whole, and is
// ready to go on from it. See docs/decisions/standby.md for what it can hold and what it cannot.
#pragma once

#include "config/settings.h"
#include "text/catalogue.h"

namespace dondoc {

// Until SIGTERM or SIGINT, or until a daemon serves the data folder. Returns the exit code. Throws UserError
// "standby.no_folder", "standby.keys", "data.locked".
int stand_by(const config::Settings& settings);

// Puts the newest good copy in the place of the database and begins a lineage; the daemon that wrote it is
// told by a note in its folder, if that can be reached. The daemon is started afterwards. Prints what the
// copy holds and up to when. Throws UserError "standby.nothing", and what a restore throws. Returns the exit
// code.
int promote(const config::Settings& settings, text::Lang lang);

}  // namespace dondoc
