// SPDX-License-Identifier: GPL-3.0-or-later
// A grid as bytes, between the process that reads a foreign file and the one that asked for it.
#pragma once

#include <string>
#include <string_view>

#include "plan/formats/grid.h"

namespace dondoc::plan {

std::string bytes_of(const Grid& grid);
std::string bytes_of(const UserError& error);

// The reading process worked on hostile bytes: what it says is checked like any input. Throws the UserError
// that was sent, std::runtime_error for bytes that are neither, UserError "plan.too_long" for more rows than
// a plan may have.
Grid grid_of(std::string_view bytes);

}  // namespace dondoc::plan
