// SPDX-License-Identifier: Apache-2.0
// How long a text may be, in bytes, so that no event outgrows a message and no list outgrows the memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/message.h"

namespace dondoc {

inline constexpr std::size_t max_text_bytes = 16 * 1024;  // a title, a requirement, a cell of a plan
inline constexpr std::size_t max_note_bytes = 4 * 1024;
inline constexpr std::size_t max_name_bytes = 512;  // of an agency, a group, a key

// Throws UserError "value.too_long".
inline void require_length(const std::string& text, std::size_t limit, const std::string& place) {
    if (text.size() > limit)
        throw UserError("value.too_long", {std::to_string(text.size()), std::to_string(limit)}, place);
}

// Not longer than `limit` bytes, and still whole characters; what was cut is told by "…".
inline std::string shortened(const std::string& text, std::size_t limit) {
    static constexpr std::string_view cut = "…";
    if (text.size() <= limit) return text;
    auto end = limit - cut.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // inside a character
    return text.substr(0, end).append(cut);
}

}  // namespace dondoc
