// SPDX-License-Identifier: Apache-2.0
#include "language/words/words.h"

#include <algorithm>
#include <memory>

#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

char tone_of(char32_t mark) {
    switch (mark) {
        case 0x0300:
            return '`';
        case 0x0301:
            return '\'';
        case 0x0303:
            return '~';
        case 0x0309:
            return '?';
        case 0x0323:
            return '.';
        default:
            return 0;
    }
}

bool ends_in_consonant_or_u(std::string_view letters) {
    if (letters == "qu") return true;
    constexpr std::string_view vowels = "aeiouy";
    return !letters.empty() && static_cast<unsigned char>(letters.back()) < 0x80 &&
           vowels.find(letters.back()) == std::string_view::npos;
}

// The tone goes last, so it does not matter on which vowel it was written; a final "y" that stands for "i"
// becomes "i" ("quý", "kỹ", "lý").
std::string word_key(std::string_view word) {
    std::string letters;
    char tone = 0;
    for_each_code_point(lower_case(word), [&](char32_t c, std::string_view) {
        utf8proc_int32_t parts[8];
        int last_class = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8,
                                                   UTF8PROC_DECOMPOSE, &last_class);
        for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i) {
            if (const char mark = tone_of(static_cast<char32_t>(parts[i]))) {
                tone = mark;
                continue;
            }
            utf8proc_uint8_t bytes[4];
            const auto length = utf8proc_encode_char(parts[i], bytes);
            letters.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
        }
    });
    if (letters.size() > 1 && letters.back() == 'y' &&
        ends_in_consonant_or_u(std::string_view(letters).substr(0, letters.size() - 1)))
        letters.back() = 'i';
    if (tone) letters += tone;
    return letters;
}

struct Run {  // letters without anything between them
    std::size_t begin, end;
    int letters;
    bool all_upper;
};

bool is_abbreviation(const Run& run) {
    return run.all_upper && run.letters <= 5;
}

class Splitter {
  public:
    Splitter(std::string_view text, Abbreviations abbreviations)
        : words_{clean(text, Lines::Keep), {}}, abbreviations_(abbreviations) {}

    Words take() {
        std::size_t at = 0;
        for_each_code_point(words_.text, [&](char32_t c, std::string_view bytes) {
            step(c, bytes, at);
            at += bytes.size();
        });
        end_word();
        join_abbreviations();
        return std::move(words_);
    }

  private:
    void step(char32_t c, std::string_view bytes, std::size_t at) {
        if (is_letter(c) || is_mark(c)) {
            if (!in_word_ && !words_.tokens.empty() && is_mark(c)) return;
            if (!in_word_) begin_word(at, c);
            run_.end = at + bytes.size();
            if (is_letter(c)) ++run_.letters;
            if (!is_upper(c)) run_.all_upper = false;
            return;
        }
        end_word();
        if (c == ' ') {
            spaced_ = true;
        } else if (c == '\n') {
            push(Token::Kind::Break, "\n", at, at + 1, false);
        } else if (c >= '0' && c <= '9') {
            auto& tokens = words_.tokens;
            if (!spaced_ && !tokens.empty() && tokens.back().is_number() && tokens.back().end == at) {
                tokens.back().key += static_cast<char>(c);
                tokens.back().end = at + 1;
            } else {
                push(Token::Kind::Number, std::string(1, static_cast<char>(c)), at, at + 1, false);
            }
        } else {
            push(Token::Kind::Mark, is_dash(c) ? "-" : std::string(bytes), at, at + bytes.size(), false);
        }
    }

    void begin_word(std::size_t at, char32_t first) {
        in_word_ = true;
        run_ = {at, at, 0, true};
        upper_ = is_upper(first);
    }

    void end_word() {
        if (!in_word_) return;
        in_word_ = false;
        push(Token::Kind::Word,
             word_key(std::string_view(words_.text).substr(run_.begin, run_.end - run_.begin)), run_.begin,
             run_.end, upper_);
        abbreviated_.push_back(is_abbreviation(run_));
    }

    void push(Token::Kind kind, std::string key, std::size_t begin, std::size_t end, bool upper) {
        if (kind != Token::Kind::Word) abbreviated_.push_back(false);
        words_.tokens.push_back({kind, std::move(key), begin, end, spaced_, upper});
        spaced_ = false;
    }

    void join_abbreviations() {
        if (abbreviations_ == Abbreviations::Split) return;
        auto& tokens = words_.tokens;
        std::vector<Token> joined;
        joined.reserve(tokens.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            joined.push_back(std::move(tokens[i]));
            if (!joined.back().is_word()) continue;
            while (i + 2 < tokens.size() && joins(i)) {
                joined.back().key += tokens[i + 2].key;
                joined.back().end = tokens[i + 2].end;
                i += 2;
            }
        }
        tokens = std::move(joined);
    }

    // Do the word at `i` and the one after the mark after it make one abbreviation?
    bool joins(std::size_t i) const {
        const auto& mark = words_.tokens[i + 1];
        const auto& next = words_.tokens[i + 2];
        if (!next.is_word() || mark.spaced || next.spaced) return false;
        if (mark.is('&')) return true;
        return (mark.is('-') || mark.is('.')) && abbreviated_[i] && abbreviated_[i + 2];
    }

    Words words_;
    Abbreviations abbreviations_;
    std::vector<bool> abbreviated_;  // for each token: a short word in capitals
    Run run_{};
    bool in_word_ = false;
    bool upper_ = false;
    bool spaced_ = false;
};

}  // namespace

std::string_view Words::slice(std::size_t first, std::size_t last) const {
    if (first >= last) return {};
    return std::string_view(text).substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
}

Words split_words(std::string_view text, Abbreviations abbreviations) {
    return Splitter(text, abbreviations).take();
}

int small_number(const Token& token) {
    if (!token.is_number() || token.key.size() > 4) return -1;
    int value = 0;
    for (const char digit : token.key) value = value * 10 + (digit - '0');
    return value;
}

Phrase::Phrase(std::string_view words) {
    for (auto& token : split_words(words).tokens) keys_.push_back(std::move(token.key));
}

std::size_t Phrase::match(const std::vector<Token>& tokens, std::size_t at) const {
    if (at + keys_.size() > tokens.size()) return 0;
    for (std::size_t i = 0; i < keys_.size(); ++i)
        if (tokens[at + i].key != keys_[i]) return 0;
    return keys_.size();
}

Phrases::Phrases(std::initializer_list<const char*> alternatives)
    : alternatives_(alternatives.begin(), alternatives.end()) {}

Phrases::Phrases(const char* list) {
    std::string_view rest(list);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('|'), rest.size());
        alternatives_.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

Phrases Phrases::of(const char* list) {
    return Phrases(list);
}

Phrases::~Phrases() {
    delete by_first_word_.load();
}

// Two threads may both make it; one of them throws its own away.
const Phrases::ByFirstWord& Phrases::by_first_word() const {
    if (const auto* made = by_first_word_.load(std::memory_order_acquire)) return *made;
    auto mine = std::make_unique<ByFirstWord>();
    for (const auto words : alternatives_) {
        Phrase phrase{words};
        auto& same_first = (*mine)[phrase.first()];
        same_first.push_back(std::move(phrase));
    }
    const ByFirstWord* made = nullptr;
    return by_first_word_.compare_exchange_strong(made, mine.get()) ? *mine.release() : *made;
}

std::size_t Phrases::match(const std::vector<Token>& tokens, std::size_t at) const {
    if (at >= tokens.size()) return 0;
    const auto& alternatives = by_first_word();
    const auto same_first = alternatives.find(tokens[at].key);
    if (same_first == alternatives.end()) return 0;
    std::size_t longest = 0;
    for (const auto& phrase : same_first->second) longest = std::max(longest, phrase.match(tokens, at));
    return longest;
}

}  // namespace dondoc::language
