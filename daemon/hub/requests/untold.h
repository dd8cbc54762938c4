// SPDX-License-Identifier: Apache-2.0
// Agencies of whose work nobody is told: said to whoever changes their persons, lists them, or asks how all
// stands.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "hub/requests/requests.h"

namespace dondoc::hub {

using Sentences = google::protobuf::RepeatedPtrField<std::string>;

// Of those whose persons are being changed, as they will be. nullopt: the office.
void warn_of_untold(Call& call, const std::set<std::optional<AgencyId>>& agencies, Sentences& warnings);

// Of every agency, or the one, that has persons; and where persons of agencies are known at all, of those
// that have open work, nobody, and no program that takes their events. Not within a transaction.
void warn_of_all_untold(Call& call, std::optional<AgencyId> only, Sentences& warnings);

}  // namespace dondoc::hub
