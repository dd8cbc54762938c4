// SPDX-License-Identifier: Apache-2.0
#include "config/mentions.h"

namespace dondoc::config {

std::vector<UserError> unknown(const std::vector<AgencyMention>& mentions,
                               const std::function<bool(const std::string& name)>& is_known) {
    std::vector<UserError> errors;
    for (const auto& mention : mentions)
        if (!is_known(mention.name))
            errors.emplace_back("config.unknown_agency", std::vector{mention.key, mention.name},
                                mention.place);
    return errors;
}

void require_known(const std::vector<AgencyMention>& mentions,
                   const std::function<bool(const std::string& name)>& is_known) {
    if (const auto errors = unknown(mentions, is_known); !errors.empty()) throw UserError{errors.front()};
}

}  // namespace dondoc::config
