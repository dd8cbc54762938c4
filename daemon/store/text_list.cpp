// SPDX-License-Identifier: Apache-2.0
#include "store/text_list.h"

namespace dondoc::store {
namespace {

constexpr char separator = '\x1f';

}  // namespace

std::string join(const std::vector<std::string>& parts) {
    std::string joined;
    for (const auto& part : parts) {
        if (!joined.empty()) joined += separator;
        joined += part;
    }
    return joined;
}

std::vector<std::string> split(const std::string& joined) {
    std::vector<std::string> parts;
    if (joined.empty()) return parts;
    std::size_t begin = 0;
    for (;;) {
        const auto end = joined.find(separator, begin);
        parts.push_back(joined.substr(begin, end - begin));
        if (end == std::string::npos) return parts;
        begin = end + 1;
    }
}

}  // namespace dondoc::store
