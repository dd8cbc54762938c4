// SPDX-License-Identifier: Apache-2.0
#include "language/words/text_pattern.h"

#include <algorithm>
#include <array>

#include "language/words/normalize.h"
#include "language/words/unicode.h"

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

// The letter and its marks, one by one.
template <typename Visit>
void for_each_part(char32_t c, Visit visit) {
    utf8proc_int32_t parts[8];
    int last_class = 0;
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8, UTF8PROC_DECOMPOSE, &last_class);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i) visit(parts[i]);
}

// What a folded letter is without its marks; 0: it is none of a word, or needs a closer look.
constexpr char32_t first_far = 0x1F00;  // Vietnamese ends at U+1EF9
char near_letter(char32_t c) {
    static const auto letters = [] {
        std::array<char, first_far> bare{};
        for (char32_t letter = 0; letter < first_far; ++letter) {
            if (!is_of_a_word(letter) || is_mark(letter)) continue;
            for_each_part(letter, [&](utf8proc_int32_t part) {
                if (part < 0x80) bare[letter] = static_cast<char>(part);
            });
        }
        bare[U'đ'] = 'd';
        return bare;
    }();
    return c < first_far ? letters[c] : '\0';
}

void append_character(std::string& text, utf8proc_int32_t c) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(c, bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

// Its words without marks, each between two spaces. Looked at for each of thousands of tasks.
std::string bare_text(std::string_view folded) {
    std::string bare{' '};
    bare.reserve(folded.size() + 2);
    for_each_code_point(folded, [&](char32_t c, std::string_view) {
        if (const char letter = near_letter(c))
            bare += letter;
        else if (is_mark(c))
            return;
        else if (is_of_a_word(c))
            for_each_part(c, [&](utf8proc_int32_t part) {
                if (!is_mark(static_cast<char32_t>(part))) append_character(bare, part);
            });
        else if (bare.back() != ' ')
            bare += ' ';
    });
    if (bare.back() != ' ') bare += ' ';
    return bare;
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
        for_each_part(c, [&](utf8proc_int32_t part) {
            if (!is_mark(static_cast<char32_t>(part))) append_character(word.bare, part);
            append_character(is_tone(static_cast<char32_t>(part)) ? tone : word.marked, part);
        });
    });
    end_word();
    std::erase_if(words, [](const Word& word) { return word.bare.empty(); });
    return words;
}

TextPattern::TextPattern(std::string_view typed) : words_(words_of(fold(typed))) {
    for (const auto& word : words_) {
        bare_ += (bare_.empty() ? "" : " ") + word.bare;
        has_marks_ = has_marks_ || word.marked != word.bare;
    }
}

bool TextPattern::fits(std::string_view folded) const {
    if (bare_text(folded).find(' ' + bare_ + ' ') == std::string::npos) return false;
    if (!has_marks_) return true;
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
