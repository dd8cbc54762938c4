// SPDX-License-Identifier: Apache-2.0
// Several register files as one: of the whole country, where 34 provinces have a "Sở Nội vụ" each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/agency.h"

namespace dondoc::language {

// A file that says of which province it is gives its names with the province behind them: "Sở Nội vụ tỉnh
// Thái Nguyên", "UBND xã Phú Đình, tỉnh Thái Nguyên"; the names alone are then questions to the reader,
// unless the document comes from that province. Who is registered already, by the code, is taken once. One
// file alone stays as it is. Throws UserError for a name or code that two files claim.
Register join_registers(std::vector<Register> parts);

// The province, "tỉnh Thái Nguyên", that a register's names say and the issuer of a document is of; empty:
// none, or the register's names say none.
std::string home_province(const Register& agencies, std::string_view issuer);

}  // namespace dondoc::language
