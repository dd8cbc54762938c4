// SPDX-License-Identifier: Apache-2.0
// Taking in the register of agencies.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

struct RegisterImport {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int groups = 0;
};

// Adds and changes agencies and groups; none is removed, because past work refers to them. Throws UserError
// "agency.bad_code", "agency.no_name", "agency.twice", "agency.level", "agency.former_code", "group.no_name",
// "group.unknown_member". An agency that ceased by a succession stays so where the register does not say it.
RegisterImport import_register(Work& work, const Register& content);

}  // namespace dondoc::engine
