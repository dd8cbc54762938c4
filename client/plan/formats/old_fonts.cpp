// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/old_fonts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "language/words/unicode.h"

namespace dondoc::plan {
namespace {

constexpr char32_t first_sign = 0xA0;
// TCVN 5712:1993, VN3, from 0xA0 on; empty: no letter of it.
constexpr std::array<std::string_view, 96> tcvn3{
    "",  "Ă", "Â", "Ê", "Ô", "Ơ", "Ư", "Đ", "ă", "â", "ê", "ô", "ơ", "ư", "đ", "",  "",  "",  "",  "",
    "",  "à", "ả", "ã", "á", "ạ", "",  "ằ", "ẳ", "ẵ", "ắ", "",  "",  "",  "",  "",  "",  "",  "ặ", "ầ",
    "ẩ", "ẫ", "ấ", "ậ", "è", "",  "ẻ", "ẽ", "é", "ẹ", "ề", "ể", "ễ", "ế", "ệ", "ì", "ỉ", "",  "",  "",
    "ĩ", "í", "ị", "ò", "",  "ỏ", "õ", "ó", "ọ", "ồ", "ổ", "ỗ", "ố", "ộ", "ờ", "ở", "ỡ", "ớ", "ợ", "ù",
    "",  "ủ", "ũ", "ú", "ụ", "ừ", "ử", "ữ", "ứ", "ự", "ỳ", "ỷ", "ỹ", "ý", "ỵ", "",
};

// Signs that Vietnamese in Unicode never has in a word.
constexpr bool is_strange(char32_t c) {
    constexpr std::u32string_view signs =
        U"\u00A8\u00A9\u00AA\u00AB\u00AC\u00AD\u00AE\u00B5\u00B6\u00B7\u00B8\u00B9\u00BB\u00BC\u00BD\u00BE"
        U"\u00C6\u00C7\u00CB\u00CE\u00CF\u00D1\u00D6\u00D7\u00D8\u00DC\u00DE\u00DF"
        U"\u00E4\u00E5\u00E6\u00E7\u00EB\u00EE\u00EF\u00F1\u00F6\u00F7\u00F8\u00FB\u00FC\u00FE";
    return signs.find(c) != std::u32string_view::npos;
}

// Letters that only Unicode has: text with them is in no old encoding.
constexpr bool is_of_unicode(char32_t c) {
    return (c >= 0x0102 && c <= 0x01B0) || (c >= 0x0300 && c <= 0x036F) || (c >= 0x1EA0 && c <= 0x1EF9);
}

constexpr bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    language::for_each_code_point(text, [&](char32_t c, std::string_view) { points += c; });
    return points;
}

char32_t small(char32_t c) {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

void append(std::string& text, char32_t c) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

// VNI: a letter and a sign behind it are one letter. The marks of the sign, both in small letters.
std::optional<std::string_view> vni_marks(char32_t letter, char32_t sign) {
    struct Pair {
        char32_t sign;
        std::string_view marks;
    };
    constexpr std::array<Pair, 5> tones{{{U'\u00F9', "\u0301"},
                                         {U'\u00F8', "\u0300"},
                                         {U'\u00FB', "\u0309"},
                                         {U'\u00F5', "\u0303"},
                                         {U'\u00EF', "\u0323"}}};
    constexpr std::array<Pair, 6> circumflex{{{U'\u00E2', "\u0302"},
                                              {U'\u00E1', "\u0302\u0301"},
                                              {U'\u00E0', "\u0302\u0300"},
                                              {U'\u00E5', "\u0302\u0309"},
                                              {U'\u00E3', "\u0302\u0303"},
                                              {U'\u00E4', "\u0302\u0323"}}};
    constexpr std::array<Pair, 6> breve{{{U'\u00EA', "\u0306"},
                                         {U'\u00E9', "\u0306\u0301"},
                                         {U'\u00E8', "\u0306\u0300"},
                                         {U'\u00FA', "\u0306\u0309"},
                                         {U'\u00FC', "\u0306\u0303"},
                                         {U'\u00EB', "\u0306\u0323"}}};
    const auto find = [&](const auto& pairs) -> std::optional<std::string_view> {
        for (const auto& pair : pairs)
            if (pair.sign == sign) return pair.marks;
        return std::nullopt;
    };
    constexpr std::u32string_view toned = U"aeouy\u00F4\u00F6";
    if (toned.find(letter) == std::u32string_view::npos) return std::nullopt;
    if (const auto tone = find(tones)) return tone;
    if (letter == 'a' || letter == 'e' || letter == 'o')
        if (const auto marks = find(circumflex)) return marks;
    return letter == 'a' ? find(breve) : std::nullopt;
}

// Letters of VNI that stand alone.
std::optional<std::string_view> vni_letter(char32_t letter) {
    struct Pair {
        char32_t sign;
        std::string_view letter;
    };
    constexpr std::array<Pair, 9> letters{{{U'\u00F4', "o\u031B"},
                                           {U'\u00F6', "u\u031B"},
                                           {U'\u00ED', "i\u0301"},
                                           {U'\u00EC', "i\u0300"},
                                           {U'\u00E6', "i\u0309"},
                                           {U'\u00F3', "i\u0303"},
                                           {U'\u00F2', "i\u0323"},
                                           {U'\u00EE', "y\u0323"},
                                           {U'\u00F1', "đ"}}};
    for (const auto& pair : letters)
        if (pair.sign == letter) return pair.letter;
    return std::nullopt;
}

std::string upper_case(std::string_view text) {
    std::string upper;
    language::for_each_code_point(text, [&](char32_t c, std::string_view) {
        append(upper, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))));
    });
    return upper;
}

std::string from_vni(std::string_view text) {
    const auto points = code_points(text);
    std::string result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto letter = small(points[i]);
        std::string made;
        if (const auto alone = vni_letter(letter))
            made = *alone;
        else
            append(made, letter);
        if (i + 1 < points.size())
            if (const auto marks = vni_marks(letter, small(points[i + 1]))) {
                made += *marks;
                if (letter != points[i]) made = upper_case(made);
                result += made;
                ++i;
                continue;
            }
        result += letter != points[i] ? upper_case(made) : made;
    }
    return language::clean(result, language::Lines::Keep);
}

std::string from_tcvn3(std::string_view text, bool capitals) {
    std::string result;
    language::for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
        const bool sign = c >= first_sign && c < first_sign + tcvn3.size();
        const auto letter = sign ? tcvn3[c - first_sign] : std::string_view{};
        result += letter.empty() ? bytes : letter;
    });
    return capitals ? upper_case(result) : result;
}

// What the signs of a font are drawn as. What is not listed is some ornament, and is shown as a sign that
// nobody takes for a word or a mark.
constexpr std::string_view other_sign = "\u25A8";
struct DrawnSign {
    unsigned char code;
    std::string_view drawn;
};
constexpr std::array<DrawnSign, 24> wingdings{
    {{0x20, " "}, {0x6C, "●"}, {0x6D, "❍"}, {0x6E, "■"}, {0x6F, "☐"}, {0x70, "☐"}, {0x71, "☐"}, {0x72, "☐"},
     {0x73, "⬧"}, {0x74, "⬧"}, {0x75, "◆"}, {0x76, "❖"}, {0x77, "◆"}, {0x9F, "•"}, {0xA7, "▪"}, {0xA8, "☐"},
     {0xD8, "➢"}, {0xE0, "→"}, {0xE8, "→"}, {0xF0, "→"}, {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☑"}}};
constexpr std::array<DrawnSign, 8> wingdings2{
    {{0x20, " "}, {0x4F, "✗"}, {0x50, "✓"}, {0x51, "☒"}, {0x52, "☑"}, {0x53, "☒"}, {0x54, "☒"}, {0xA3, "☐"}}};

template <std::size_t N>
std::string drawn_by(std::string_view text, const std::array<DrawnSign, N>& signs) {
    constexpr char32_t first_private = 0xF000;  // where Word keeps the signs of such fonts
    std::string drawn;
    language::for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
        if (c >= first_private && c < first_private + 0x100) c -= first_private;
        if (c < 0x20 || c > 0xFF) {
            drawn += bytes;
            return;
        }
        const auto found =
            std::find_if(signs.begin(), signs.end(), [&](const DrawnSign& sign) { return sign.code == c; });
        drawn += found == signs.end() ? other_sign : found->drawn;
    });
    return drawn;
}

}  // namespace

OldEncoding encoding_of_font(std::string_view font) {
    if (font.starts_with(".Vn")) return font.ends_with('H') ? OldEncoding::Tcvn3Capitals : OldEncoding::Tcvn3;
    if (font.starts_with("VNI-") || font.starts_with("VNI ")) return OldEncoding::Vni;
    if (font == "Wingdings") return OldEncoding::Wingdings;
    if (font == "Wingdings 2") return OldEncoding::Wingdings2;
    return OldEncoding::None;
}

OldEncoding encoding_by_look(std::string_view text) {
    constexpr std::size_t least_strange = 4, least_kinds = 3;
    constexpr char32_t first_of_vni = 0xC0;  // VNI leaves the signs below as they are
    const auto points = code_points(text);
    if (std::any_of(points.begin(), points.end(), is_of_unicode)) return OldEncoding::None;
    std::size_t strange = 0, pairs = 0, below = 0;
    std::u32string kinds;  // windows-1258 has one strange sign, and that often
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (!is_strange(points[i])) continue;
        const bool in_word =
            is_ascii_letter(points[i - 1]) || (i + 1 < points.size() && is_ascii_letter(points[i + 1]));
        if (!in_word) continue;
        ++strange;
        if (kinds.find(points[i]) == std::u32string::npos) kinds += points[i];
        pairs += vni_marks(small(points[i - 1]), small(points[i])) ? 1 : 0;
        below += points[i] < first_of_vni ? 1 : 0;
    }
    if (strange < least_strange || kinds.size() < least_kinds) return OldEncoding::None;
    return below == 0 && pairs * 2 >= strange ? OldEncoding::Vni : OldEncoding::Tcvn3;
}

std::string decoded(std::string_view text, OldEncoding encoding) {
    switch (encoding) {
        case OldEncoding::Tcvn3:
            return from_tcvn3(text, false);
        case OldEncoding::Tcvn3Capitals:
            return from_tcvn3(text, true);
        case OldEncoding::Vni:
            return from_vni(text);
        case OldEncoding::Wingdings:
            return drawn_by(text, wingdings);
        case OldEncoding::Wingdings2:
            return drawn_by(text, wingdings2);
        case OldEncoding::None:
            break;
    }
    return std::string(text);
}

const char* name_of(OldEncoding encoding) {
    const bool tcvn3_like = encoding == OldEncoding::Tcvn3 || encoding == OldEncoding::Tcvn3Capitals;
    return encoding == OldEncoding::Vni ? "VNI" : tcvn3_like ? "TCVN3" : "Unicode";
}

std::string symbol_drawn(unsigned code, std::string_view font) {
    const auto encoding = encoding_of_font(font);
    if (!is_of_symbols(encoding)) return code % 0x100 == 0xB7 ? "•" : std::string(other_sign);
    std::string sign;
    append(sign, code % 0x100);
    return decoded(sign, encoding);
}

bool is_of_symbols(OldEncoding encoding) {
    return encoding == OldEncoding::Wingdings || encoding == OldEncoding::Wingdings2;
}

}  // namespace dondoc::plan
