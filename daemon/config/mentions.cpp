#include "config/mentions.h"

#include "domain/message.h"

namespace dondoc::config {

void require_known(const std::vector<AgencyMention>& mentions,
                   const std::function<bool(const std::string& name)>& is_known) {
    for (const auto& mention : mentions)
        if (!is_known(mention.name))
            throw UserError("config.unknown_agency", {mention.key, mention.name}, mention.place);
}

}  // namespace dondoc::config
