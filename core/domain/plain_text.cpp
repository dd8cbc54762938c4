// SPDX-License-Identifier: Apache-2.0
#include "domain/plain_text.h"

#include "domain/message.h"

namespace dondoc {

std::size_t hidden_character(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
    if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f) return 2;  // U+0080 to U+009F
    if (byte(0) == 0xe2 && byte(1) == 0x80 &&
        ((byte(2) >= 0x8b && byte(2) <= 0x8f) || (byte(2) >= 0xa8 && byte(2) <= 0xae)))
        return 3;  // U+200B to U+200F, U+2028 to U+202E
    if (byte(0) == 0xe2 && byte(1) == 0x81 && byte(2) >= 0xa0 && byte(2) <= 0xaf)
        return 3;                                                         // U+2060 to U+206F
    if (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) return 3;  // U+FEFF
    return 0;
}

void require_plain(std::string_view name, const std::string& place) {
    for (std::size_t i = 0; i < name.size(); ++i)
        if (hidden_character(name.substr(i)) > 0) throw UserError("value.hidden_character", {}, place);
}

std::string visible(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const auto hidden = hidden_character(text);
        const bool stays = hidden == 0 || text.front() == '\n' || text.front() == '\t';
        if (stays)
            shown += text.front();
        else if (hidden == 1)
            shown += ' ';
        text.remove_prefix(stays ? 1 : hidden);
    }
    return shown;
}

std::string escaped(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const auto hidden = hidden_character(text);
        if (hidden == 0) shown += text.front();
        for (std::size_t i = 0; i < hidden; ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            shown += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        }
        text.remove_prefix(hidden == 0 ? 1 : hidden);
    }
    return shown;
}

}  // namespace dondoc
