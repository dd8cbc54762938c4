// SPDX-License-Identifier: Apache-2.0
#include "language/words/unicode.h"

#include <cstdlib>
#include <memory>

namespace dondoc::language {
namespace {

// Vietnamese stacks two marks on a letter. Longer runs are noise, and sorting them is quadratic in utf8proc.
constexpr int max_marks = 4;

struct Free {
    void operator()(utf8proc_uint8_t* bytes) const noexcept { std::free(bytes); }
};

std::string mapped(const std::string& text, int options) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
    if (length < 0) return text;
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

bool is_invisible(char32_t c) {
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
           c == 0xFEFF;
}

// Latin letters, their Vietnamese ones included, and punctuation: no marks, and NFC leaves them as they are.
bool is_surely_composed(char32_t c) {
    return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2000 && c < 0x2070) || c == 0xFFFD;
}

bool is_line_break(char32_t c) {
    return c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        utf8proc_int32_t c = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &c);
        if (length <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(length));
    }
    return true;
}

bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63;
}

bool is_letter(char32_t c) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_mark(char32_t c) {
    if (is_surely_composed(c)) return false;  // asked of every letter
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

bool is_upper(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LU;
}

bool is_space(char32_t c) {
    if (c > ' ' && c < 0x7F) return false;
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == 0x3000 || is_line_break(c) || c < 0x20 || c == 0x7F;
}

std::string clean(std::string_view text, Lines lines) {
    std::string plain;
    plain.reserve(text.size());
    int marks = 0;
    bool space = false;
    bool line = false;
    bool composed = true;
    for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
        if (is_invisible(c)) return;
        if (is_space(c)) {
            space = true;
            line = line || (lines == Lines::Keep && is_line_break(c));
            return;
        }
        composed = composed && is_surely_composed(c);
        marks = is_mark(c) ? marks + 1 : 0;
        if (marks > max_marks) return;
        if (space && !plain.empty()) plain += line ? '\n' : ' ';
        space = line = false;
        if (c == 0xFFFD)
            plain += "\xEF\xBF\xBD";
        else
            plain += bytes;
    });
    return composed ? plain : mapped(plain, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
}

std::string lower_case(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
        if (c < 0x80) {
            lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            return;
        }
        const auto small = utf8proc_tolower(static_cast<utf8proc_int32_t>(c));
        if (small == static_cast<utf8proc_int32_t>(c)) {
            lower += bytes;
            return;
        }
        utf8proc_uint8_t encoded[4];
        const auto length = utf8proc_encode_char(small, encoded);
        lower.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
    });
    return lower;
}

}  // namespace dondoc::language
