// SPDX-License-Identifier: Apache-2.0
// The daemon's key while it is rotated: the next one is announced on connections that the present one
// protects, kept in the profile, and tried when the present one no longer fits.
#pragma once

#include <string>

#include "lib/profile.h"

namespace dondoc::client {

// A key that is announced and that the profile does not hold yet.
bool is_news(const Profile& profile, const std::string& announced);

// Both keep it in the profile, and in its file; the file's endpoint and all else stay as they are. False: the
// file cannot be written, or belongs to somebody else, and only this process knows.
bool keep_next_key(Profile& profile, const std::string& announced);
bool settle_key(Profile& profile);  // the next key, put in place by swap_keys(), is the daemon's

// Puts the next key in the place of the present one, or back. False: there is no next key.
bool swap_keys(Profile& profile);

}  // namespace dondoc::client
