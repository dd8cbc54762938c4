// SPDX-License-Identifier: Apache-2.0
#include "domain/key_name.h"

#include <array>
#include <cstdint>

namespace dondoc {

std::string short_name(std::string_view public_key) {
    static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz123456789";
    static_assert(letters.size() == 32);
    constexpr std::size_t length = 8, bits = 5;
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const char c : public_key) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    hash ^= hash >> 32;
    std::string name;
    for (std::size_t i = 0; i < length; ++i, hash >>= bits) name += letters[hash % letters.size()];
    return name;
}

bool is_of_one_machine(std::string_view endpoint) {
    static constexpr std::array<std::string_view, 5> local{"ipc://", "inproc://", "tcp://127.",
                                                           "tcp://localhost:", "tcp://[::1]:"};
    for (const auto beginning : local)
        if (endpoint.starts_with(beginning)) return true;
    return false;
}

}  // namespace dondoc
