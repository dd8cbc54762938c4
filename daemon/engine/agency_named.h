// SPDX-License-Identifier: Apache-2.0
// An agency by its code.
#pragma once

#include <string>

#include "engine/directory.h"
#include "store/agencies.h"

namespace dondoc::engine {

// The agency of that code, or of a code that it had before. Throws UserError "agency.unknown",
// "agency.unknown_like" with what it may have been.
store::Agencies::Ref agency_named(store::Agencies& agencies, const Directory& directory,
                                  const std::string& code, const char* place);

}  // namespace dondoc::engine
