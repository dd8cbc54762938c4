// SPDX-License-Identifier: Apache-2.0
#include "language/files/span.h"

#include <charconv>
#include <cstdint>

namespace dondoc::language {

std::optional<std::chrono::seconds> parse_span(const std::string& text) {
    std::int64_t count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    constexpr std::int64_t most = 1'000'000;
    if (read.ec != std::errc{} || read.ptr + 1 != text.data() + text.size() || count < 1 || count > most)
        return std::nullopt;
    switch (text.back()) {
        case 's':
            return std::chrono::seconds{count};
        case 'm':
            return std::chrono::minutes{count};
        case 'h':
            return std::chrono::hours{count};
        case 'd':
            return std::chrono::hours{24 * count};
        default:
            return std::nullopt;
    }
}

}  // namespace dondoc::language
