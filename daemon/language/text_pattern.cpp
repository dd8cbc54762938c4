#include "language/text_pattern.h"

#include <algorithm>

#include "language/normalize.h"
#include "language/unicode.h"

namespace dondoc::language {
namespace {

bool is_tone(char32_t mark) {
    return mark == 0x0300 || mark == 0x0301 || mark == 0x0303 || mark == 0x0309 || mark == 0x0323;
}

bool is_of_a_word(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) || is_mark(c);
}

void append(std::string& text, utf8proc_int32_t c) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(c, bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

}  // namespace

std::vector<TextPattern::Word> TextPattern::words_of(std::string_view folded) {
    std::vector<Word> words;
    std::string tone;
    bool inside = false;
    const auto end_word = [&] {
        if (inside) words.back().marked += tone;
        tone.clear();
        inside = false;
    };
    for_each_code_point(folded, [&](char32_t c, std::string_view bytes) {
        if (!is_of_a_word(c)) return end_word();
        if (!inside) words.emplace_back();
        inside = true;
        auto& word = words.back();
        if (c < 0x80 || c == U'đ') {
            word.bare += c == U'đ' ? "d" : bytes;
            word.marked += bytes;
            return;
        }
        utf8proc_int32_t parts[8];
        int last_class = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8,
                                                   UTF8PROC_DECOMPOSE, &last_class);
        for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i) {
            const auto part = static_cast<char32_t>(parts[i]);
            if (!is_mark(part)) append(word.bare, parts[i]);
            append(is_tone(part) ? tone : word.marked, parts[i]);
        }
    });
    end_word();
    std::erase_if(words, [](const Word& word) { return word.bare.empty(); });
    return words;
}

TextPattern::TextPattern(std::string_view typed) : words_(words_of(fold(typed))) {}

std::string TextPattern::bare() const {
    std::string text;
    for (const auto& word : words_) text += (text.empty() ? "" : " ") + word.bare;
    return text;
}

bool TextPattern::fits(std::string_view folded) const {
    const auto is_meant = [](const Word& said, const Word& typed) {
        return said.bare == typed.bare && (typed.marked == typed.bare || typed.marked == said.marked);
    };
    const auto text = words_of(folded);
    return std::search(text.begin(), text.end(), words_.begin(), words_.end(), is_meant) != text.end();
}

std::string symbol_key(std::string_view number) {
    std::string key;
    for_each_code_point(fold(number), [&](char32_t c, std::string_view bytes) {
        if (c != ' ') key += c == U'đ' ? "d" : bytes;
    });
    return key;
}

}  // namespace dondoc::language
