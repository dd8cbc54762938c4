// SPDX-License-Identifier: GPL-3.0-or-later
// A profile for somebody else: made, granted by the daemon, and written so that no key is ever granted that
// nobody has.
#pragma once

#include <filesystem>
#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/request.pb.h"
#include "lib/profile.h"

namespace dondoc::cli {

// Says so where no other machine could use a profile with this address.
void warn_of_local(Session& session, const std::string& endpoint, const std::filesystem::path& out);

// Grants the key of `profile` as `grant` says (its public key is filled in) and writes the profile to `out`,
// in the place of a file that is there. Where `keeps_endpoint` is false the address that the daemon says for
// others ([listen] public) takes the place of the profile's.
// Throws Refused, Unreachable, UserError; then `out` is as it was.
v1::KeyEntry grant_and_write(Session& session, v1::KeyGrantRequest grant, client::Profile& profile,
                             bool keeps_endpoint, const std::filesystem::path& out);

}  // namespace dondoc::cli
