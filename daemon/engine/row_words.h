// SPDX-License-Identifier: Apache-2.0
// Agencies as somebody types them for one row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/agency/agency_reader.h"
#include "store/store.h"

namespace dondoc::engine {

// Codes, names and "@group"s with commas or semicolons between them, when every one of them is known;
// nullopt: it is to be read like a plan's cell.
std::optional<std::vector<language::Party>> listed_parties(const language::AgencyReader& agencies,
                                                           std::string_view typed);
// Those that the register has, of names that were read before.
std::vector<language::Party> known_parties(const language::AgencyReader& agencies,
                                           const std::vector<std::string>& names);
std::vector<std::string> names_of(const std::vector<language::Party>& parties);

// The largest whole number of the document's rows: "12" and "12." count, "3.1" does not. 0: there is none.
int last_number(store::Store& store, DocumentId document);

}  // namespace dondoc::engine
