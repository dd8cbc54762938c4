// Which document is meant by its number, and where that is not enough, its issuer and day of issue.
#pragma once

#include <optional>
#include <string>

#include "store/plans.h"

namespace dondoc::engine {

struct DocumentName {
    std::string number;
    std::string issuer;                // empty: whoever
    std::optional<local_days> issued;  // nullopt: whenever
};

// The one document in force of that name. Throws UserError "plan.no_number", "plan.unknown_document",
// "plan.withdrawn_already", "plan.ambiguous_document".
store::Document find_document(store::Plans& plans, const DocumentName& wanted);

}  // namespace dondoc::engine
