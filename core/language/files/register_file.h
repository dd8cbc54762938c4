// SPDX-License-Identifier: Apache-2.0
// The register of agencies as a file that an office writes: config/agencies/*.toml documents the format.
#pragma once

#include <string>
#include <string_view>

#include "domain/agency.h"

namespace dondoc::language {

// Throws UserError whose place is "file:line".
Register parse_register(std::string_view toml, const std::string& file_name);

}  // namespace dondoc::language
