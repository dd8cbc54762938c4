// SPDX-License-Identifier: Apache-2.0
// Whether the register has the agencies and groups that the policies name.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "config/settings.h"
#include "domain/message.h"

namespace dondoc::config {

// "config.unknown_agency" with its place for each name that is not known.
std::vector<UserError> unknown(const std::vector<AgencyMention>& mentions,
                               const std::function<bool(const std::string& name)>& is_known);

// Throws UserError "config.unknown_agency" with the place of the first name that is not known.
void require_known(const std::vector<AgencyMention>& mentions,
                   const std::function<bool(const std::string& name)>& is_known);

}  // namespace dondoc::config
