// SPDX-License-Identifier: GPL-3.0-or-later
// Which agencies may be meant by what is no code: a name, small letters, a slip.
#pragma once

#include <string>

#include "cli/frame/session.h"

namespace dondoc::cli {

// "SNV (Sở Nội vụ), STP (Sở Tư pháp)"; empty: none is like it, or the register cannot be asked for. At most
// five.
std::string agencies_like(Session& session, const std::string& typed);

}  // namespace dondoc::cli
