// SPDX-License-Identifier: GPL-3.0-or-later
// The register that a plan is read with on this machine.
#pragma once

#include <string>

#include "cli/frame/session.h"
#include "domain/agency.h"

namespace dondoc::cli {

struct NamedRegister {
    Register content;
    std::string name;  // says where it is from, in the user's language
};

// The file, where one is named; else the daemon's, where there is a profile; else the sample that is shipped.
// A daemon that does not answer is said on stderr, and the sample taken. Throws UserError for a file that is
// none, and client::Refused.
NamedRegister find_register(Session& session, const std::string& file);

}  // namespace dondoc::cli
