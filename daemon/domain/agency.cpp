#include "domain/agency.h"

#include <algorithm>

namespace dondoc {

bool is_agency_code(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 35 && std::ranges::all_of(text, allowed);
}

}  // namespace dondoc
