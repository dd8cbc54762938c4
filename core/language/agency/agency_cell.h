// SPDX-License-Identifier: Apache-2.0
// One cell of agencies, read from left to right.
#pragma once

#include <string_view>

#include "language/agency/agency_index.h"

namespace dondoc::language {

// Never throws on any bytes; linear in the length of the cell.
PartyReading read_cell(const AgencyReader::Index& index, std::string_view cell);

}  // namespace dondoc::language
