// SPDX-License-Identifier: GPL-3.0-or-later
// The register of agencies as a user names it: a file, or a folder of them.
#pragma once

#include <string>

#include "domain/agency.h"

namespace dondoc::cli {

// Of a folder all its .toml files in the order of their names, as one register (language::join_registers).
// Throws UserError with file and line.
Register read_register(const std::string& path);

}  // namespace dondoc::cli
