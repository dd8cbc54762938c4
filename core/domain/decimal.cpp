// SPDX-License-Identifier: Apache-2.0
#include "domain/decimal.h"

#include <cstddef>

namespace dondoc {

std::string decimal_text(std::int64_t value, int decimals) {
    auto text = std::to_string(value);
    if (decimals == 0) return text;
    const auto places = static_cast<std::size_t>(decimals);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, ".");
    return text;
}

std::string short_decimal_text(std::int64_t value, int decimals) {
    auto text = decimal_text(value, decimals);
    if (decimals == 0) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace dondoc
