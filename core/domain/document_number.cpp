// SPDX-License-Identifier: Apache-2.0
#include "domain/document_number.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "domain/message.h"

namespace dondoc {
namespace {

struct Free {
    void operator()(utf8proc_uint8_t* bytes) const noexcept { std::free(bytes); }
};

constexpr char32_t not_utf8 = 0xFFFD;

std::u32string decoded(std::string_view text) {
    std::u32string letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t letter = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &letter);
        letters += length > 0 ? static_cast<char32_t>(letter) : not_utf8;
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return letters;
}

std::string encoded(const std::u32string& letters) {
    std::string text;
    for (const auto letter : letters) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(letter), bytes.data());
        text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
    }
    return text;
}

std::u32string composed(std::string_view text) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto plain = encoded(decoded(text));  // what is not UTF-8 would stop the composing
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(plain.data()),
                                     static_cast<utf8proc_ssize_t>(plain.size()), &bytes,
                                     static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
    if (length < 0) return decoded(plain);
    return decoded({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)});
}

utf8proc_category_t category_of(char32_t letter) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(letter));
}

bool is_blank(char32_t letter) {
    const auto category = category_of(letter);
    return letter == '\t' || letter == '\n' || letter == '\r' || category == UTF8PROC_CATEGORY_ZS ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

// Zero-width characters and soft hyphens: nobody sees them.
bool is_invisible(char32_t letter) {
    return category_of(letter) == UTF8PROC_CATEGORY_CF;
}

bool is_control(char32_t letter) {
    return category_of(letter) == UTF8PROC_CATEGORY_CC && !is_blank(letter);
}

bool is_dash(char32_t letter) {
    constexpr char32_t minus = 0x2212, hyphen_bullet = 0x2043;
    return letter == '-' || letter == minus || letter == hyphen_bullet ||
           category_of(letter) == UTF8PROC_CATEGORY_PD;
}

bool is_stroke(char32_t letter) {
    constexpr std::u32string_view strokes = U"/\u2044\u2215\uFF0F";
    return strokes.find(letter) != std::u32string_view::npos;
}

// Emphasis and quotation, not part of a number.
bool is_ornament(char32_t letter) {
    constexpr std::u32string_view ornaments = U"*\u2217\u2731\uFF0A\"'`\u00AB\u00BB\u2018\u2019\u201C\u201D";
    return ornaments.find(letter) != std::u32string_view::npos;
}

// Ð of Icelandic and Ɖ of Ewe are drawn like Đ, and old keyboards write them for it.
char32_t compared(char32_t letter) {
    if (is_dash(letter)) return '-';
    if (is_stroke(letter)) return '/';
    const auto small = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(letter)));
    constexpr char32_t eth = 0xF0, african_d = 0x256, d_with_stroke = 0x111;
    return small == eth || small == african_d ? d_with_stroke : small;
}

// How many letters the label "Số:" takes, with what stands behind it; 0: it is not there.
std::size_t label_length(const std::u32string& letters) {
    constexpr std::u32string_view label = U"số";
    if (letters.size() <= label.size()) return 0;
    for (std::size_t i = 0; i < label.size(); ++i)
        if (compared(letters[i]) != label[i]) return 0;
    auto end = label.size();
    const auto is_behind = [](char32_t letter) { return is_blank(letter) || letter == ':' || letter == '.'; };
    while (end < letters.size() && is_behind(letters[end])) ++end;
    const bool number_follows = end < letters.size() && letters[end] >= '0' && letters[end] <= '9';
    return end > label.size() || number_follows ? end : 0;
}

// Blanks are single, and none are at the ends or beside strokes and dashes.
std::u32string without_ornaments(std::string_view number) {
    std::u32string plain;
    bool blank = false;
    for (const auto letter : composed(number)) {
        if (is_invisible(letter) || is_ornament(letter)) continue;
        if (is_blank(letter) || is_control(letter)) {
            blank = true;
            continue;
        }
        const bool joins = is_dash(letter) || is_stroke(letter);
        const bool joined = plain.empty() || is_dash(plain.back()) || is_stroke(plain.back());
        if (blank && !joins && !joined) plain += U' ';
        blank = false;
        plain += letter;
    }
    plain.erase(0, label_length(plain));
    constexpr std::u32string_view loose_ends = U" .,;:";
    while (!plain.empty() && loose_ends.find(plain.back()) != std::u32string_view::npos) plain.pop_back();
    return plain;
}

}  // namespace

std::string printed_number(std::string_view typed, std::string place) {
    for (const auto letter : decoded(typed))
        if (is_control(letter)) throw UserError("plan.control_character", {}, std::move(place));
    return encoded(without_ornaments(typed));
}

std::string number_key(std::string_view number) {
    std::u32string key;
    for (const auto letter : without_ornaments(number))
        if (letter != ' ') key += compared(letter);
    std::size_t zeros = 0;
    while (zeros + 1 < key.size() && key[zeros] == '0' && key[zeros + 1] >= '0' && key[zeros + 1] <= '9')
        ++zeros;
    return encoded(key.substr(zeros));
}

}  // namespace dondoc
