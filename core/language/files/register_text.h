// SPDX-License-Identifier: Apache-2.0
// A register as the file that parse_register reads.
#pragma once

#include <string>

#include "domain/agency.h"

namespace dondoc::language {

// Agencies and groups; successions are in files of their own.
std::string register_text(const Register& agencies);

}  // namespace dondoc::language
