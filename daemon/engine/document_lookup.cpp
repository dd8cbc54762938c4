#include "engine/document_lookup.h"

#include <algorithm>
#include <vector>

#include "domain/message.h"

namespace dondoc::engine {

store::Document find_document(store::Plans& plans, const DocumentName& wanted) {
    if (wanted.number.empty()) throw UserError("plan.no_number", {}, "document");
    auto found = plans.with_number(wanted.number);
    std::erase_if(found, [&](const store::Document& document) {
        return (!wanted.issuer.empty() && document.issuer != wanted.issuer) ||
               (wanted.issued && document.issued != *wanted.issued);
    });
    if (found.empty()) throw UserError("plan.unknown_document", {wanted.number}, "document");
    const auto is_in_force = [](const store::Document& document) { return !document.withdrawn_at; };
    const auto in_force = std::ranges::count_if(found, is_in_force);
    if (in_force == 0)
        throw UserError("plan.withdrawn_already",
                        {wanted.number, spoken_day(civil_day(*found.back().withdrawn_at))}, "document");
    std::erase_if(found, [&](const store::Document& document) { return !is_in_force(document); });
    if (found.size() > 1) {
        std::string which;
        for (const auto& document : found)
            which += (which.empty() ? "" : "; ") + document.number + " " + spoken_day(document.issued) + " " +
                     document.issuer;
        throw UserError("plan.ambiguous_document",
                        {wanted.number, std::to_string(found.size()), std::move(which)}, "document");
    }
    return found.front();
}

}  // namespace dondoc::engine
