// SPDX-License-Identifier: Apache-2.0
// Granting and revoking keys.
#pragma once

#include <string>
#include <string_view>

#include "engine/work.h"

namespace dondoc::engine {

struct Grant {
    std::string public_key;  // Z85, 40 characters
    Role role;
    std::string agency;  // code; of role Agency only
    std::string name;
};

// Throws UserError "key.malformed", "key.agency_missing", "key.agency_given", "agency.unknown".
store::AccessKey grant_key(Work& work, const Grant& grant);

// `which` is a public key, or a name that only one key in force has. Throws UserError "key.unknown",
// "key.ambiguous", "key.last_administrator": nobody would be left to grant another.
store::AccessKey revoke_key(Work& work, const std::string& which);

bool is_public_key(std::string_view text);

}  // namespace dondoc::engine
