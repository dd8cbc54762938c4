// SPDX-License-Identifier: Apache-2.0
#include "engine/document_lookup.h"

#include <algorithm>

#include "domain/document_number.h"
#include "domain/limits.h"
#include "language/agency/nearest_name.h"
#include "language/words/text_pattern.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t most_like = 3;  // numbers that a refusal offers

// Of the same figures before the stroke, or written nearly alike.
std::string numbers_like(const std::vector<store::Document>& documents, const std::string& number) {
    const auto figures = [](const std::string& symbol) {
        return language::symbol_key(symbol.substr(0, symbol.find('/')));
    };
    std::vector<std::string> like;
    const auto add = [&](const std::string& found) {
        if (like.size() < most_like && std::ranges::find(like, found) == like.end()) like.push_back(found);
    };
    language::NearestName nearest;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (figures(documents[i].number) == figures(number)) add(documents[i].number);
        nearest.add(documents[i].number, i);
    }
    if (const auto found = nearest.find(number)) add(documents[found->party].number);
    std::string numbers;
    for (const auto& one : like) numbers += (numbers.empty() ? "" : ", ") + one;
    return numbers;
}

[[noreturn]] void refuse_ambiguous(const std::vector<store::Document>& found, const std::string& number) {
    std::string which;
    for (const auto& document : found)
        which += (which.empty() ? "" : "; ") + document.number + " " + spoken_day(document.issued) + " " +
                 document.issuer;
    throw UserError("plan.ambiguous_document", {number, std::to_string(found.size()), std::move(which)},
                    "document");
}

}  // namespace

std::vector<store::Document> with_number(const std::vector<store::Document>& known,
                                         const std::string& number) {
    require_length(number, max_name_bytes, "document");
    std::vector<store::Document> found;
    const auto add_where = [&](const auto& is_meant) {
        for (const auto& document : known)
            if (is_meant(document.number)) found.push_back(document);
    };
    add_where([key = number_key(number)](const std::string& one) { return number_key(one) == key; });
    if (found.empty())
        add_where([key = language::symbol_key(number)](const std::string& one) {
            return language::symbol_key(one) == key;
        });
    if (!found.empty()) return found;
    const auto like = numbers_like(known, number);
    if (like.empty()) throw UserError("list.document_unknown", {number}, "document");
    throw UserError("list.document_unknown_like", {number, like}, "document");
}

store::Document find_document(const std::vector<store::Document>& known, const DocumentName& wanted) {
    if (wanted.number.empty()) throw UserError("plan.no_number", {}, "document");
    auto found = with_number(known, wanted.number);
    std::erase_if(found, [&](const store::Document& document) {
        return (!wanted.issuer.empty() && document.issuer != wanted.issuer) ||
               (wanted.issued && document.issued != *wanted.issued);
    });
    if (found.empty()) throw UserError("list.document_unknown", {wanted.number}, "document");
    const auto is_in_force = [](const store::Document& document) { return !document.withdrawn_at; };
    if (std::ranges::none_of(found, is_in_force))
        throw UserError("plan.withdrawn_already",
                        {found.back().number, spoken_day(civil_day(*found.back().withdrawn_at))}, "document");
    std::erase_if(found, [&](const store::Document& document) { return !is_in_force(document); });
    if (found.size() > 1) refuse_ambiguous(found, wanted.number);
    return found.front();
}

}  // namespace dondoc::engine
