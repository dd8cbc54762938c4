// SPDX-License-Identifier: Apache-2.0
// Which document is meant by its number, and where that is not enough, its issuer and day of issue. There is
// no other place that decides it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/plans.h"

namespace dondoc::engine {

struct DocumentName {
    std::string number;
    std::string issuer = {};                          // empty: whoever
    std::optional<local_days> issued = std::nullopt;  // nullopt: whenever
};

// Those among `known` that have the number: as it is written, or else but for a slip of the pen. At least
// one. Throws UserError "list.document_unknown", "list.document_unknown_like" with what is like it.
std::vector<store::Document> with_number(const std::vector<store::Document>& known,
                                         const std::string& number);

// The one document in force among `known` of that name. Throws UserError "plan.no_number",
// "plan.withdrawn_already", "plan.ambiguous_document", and as with_number().
store::Document find_document(const std::vector<store::Document>& known, const DocumentName& wanted);

}  // namespace dondoc::engine
