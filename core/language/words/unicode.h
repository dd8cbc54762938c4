// SPDX-License-Identifier: Apache-2.0
// UTF-8 without surprises: what the readers of this room need of Unicode, and no more.
#pragma once

#include <utf8proc.h>

#include <string>
#include <string_view>

namespace dondoc::language {

enum class Lines { Join, Keep };  // Keep: a line break stays one '\n'

// NFC, one kind of space, nothing invisible; bytes that are not UTF-8 become U+FFFD. Linear in `text`.
std::string clean(std::string_view text, Lines lines);

// Letter by letter; NFC stays NFC.
std::string lower_case(std::string_view text);

bool is_dash(char32_t c);
constexpr bool is_digit(char c) {  // of ASCII
    return c >= '0' && c <= '9';
}
bool is_letter(char32_t c);
bool is_mark(char32_t c);  // a combining mark
bool is_upper(char32_t c);
bool is_space(char32_t c);

bool is_utf8(std::string_view text);

// Calls visit(code point, its bytes); a byte that is not UTF-8 is visited as U+FFFD.
template <typename Visit>
void for_each_code_point(std::string_view text, Visit visit) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {  // most of what is read
            visit(char32_t{byte}, text.substr(at, 1));
            ++at;
            continue;
        }
        utf8proc_int32_t c = 0;
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
        const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
        if (length <= 0) {
            visit(char32_t{0xFFFD}, text.substr(at, 1));
            ++at;
            continue;
        }
        visit(static_cast<char32_t>(c), text.substr(at, static_cast<std::size_t>(length)));
        at += static_cast<std::size_t>(length);
    }
}

}  // namespace dondoc::language
