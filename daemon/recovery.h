// SPDX-License-Identifier: Apache-2.0
// The way back when keys are lost, for who may write the data folder. No daemon may run on the folder, and no
// ZeroMQ context may live. Each prints what it did and what comes next, in the user's language; throws
// UserError where it must not be done.
#pragma once

#include "config/settings.h"
#include "text/catalogue.h"

namespace dondoc {

// A new administrator's key into the database, and its profile into the folder; what was there is kept beside
// it as admin.toml.old. Other keys stay in force. Returns the exit code.
int make_administrator(const config::Settings& settings, text::Lang lang);

// A new key of the daemon in the place of a lost one; the administrator's profile in the folder learns it,
// all other profiles have to be told. A key that is there is never replaced. Returns the exit code.
int make_server_key(const config::Settings& settings, text::Lang lang);

}  // namespace dondoc
