// SPDX-License-Identifier: Apache-2.0
#include "engine/agency_named.h"

namespace dondoc::engine {

store::Agencies::Ref agency_named(store::Agencies& agencies, const Directory& directory,
                                  const std::string& code, const char* place) {
    if (auto agency = agencies.find(code)) return std::move(*agency);
    std::string like;
    for (const auto& name : directory.like(code)) like += (like.empty() ? "" : "; ") + name;
    if (like.empty()) throw UserError("agency.unknown", {code}, place);
    throw UserError("agency.unknown_like", {code, like}, place);
}

}  // namespace dondoc::engine
