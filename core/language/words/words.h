// SPDX-License-Identifier: Apache-2.0
// A text as words, numbers and marks, each with a key under which its spellings are one: upper and lower
// case, NFC and NFD, "hoà" and "hòa", "quí" and "quý".
#pragma once

#include <atomic>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dondoc::language {

struct Token {
    enum class Kind { Word, Number, Mark, Break };  // Break: a line break
    Kind kind;
    std::string key;    // Number: its digits; Mark: the character, dashes as "-"
    std::size_t begin;  // bytes in Words::text
    std::size_t end;
    bool spaced;  // white space stands before it
    bool upper;   // begins with a capital

    bool is_word() const { return kind == Kind::Word; }
    bool is_number() const { return kind == Kind::Number; }
    bool is(char mark) const { return kind == Kind::Mark && key.size() == 1 && key[0] == mark; }
};

struct Words {
    std::string text;  // cleaned; line breaks are kept
    std::vector<Token> tokens;

    std::string_view slice(std::size_t first, std::size_t last) const;  // text of the tokens [first, last)
};

enum class Abbreviations { Split, Join };  // Join: "KH&ĐT", "LĐ-TB&XH" are one word, "khđt", "lđtbxh"

Words split_words(std::string_view text, Abbreviations abbreviations = Abbreviations::Split);

int small_number(const Token& token);  // -1: not a number of at most four digits

// The keys of words written in a source file, made once: static const Phrase quarter{"quý"};
class Phrase {
  public:
    explicit Phrase(std::string_view words);
    // How many tokens from `at` on are this phrase; 0: it does not stand there.
    std::size_t match(const std::vector<Token>& tokens, std::size_t at) const;
    const std::string& first() const { return keys_.front(); }

  private:
    std::vector<std::string> keys_;
};

inline const Phrase day_word{"ngày"}, year_word{"năm"}, and_word{"và"};

// Alternatives written in a source file. They are taken apart when one is first looked for: a program starts
// without those that it never needs. Any thread may look.
class Phrases {
  public:
    Phrases(std::initializer_list<const char*> alternatives);  // literals: they are kept as they stand
    static Phrases of(const char* list);                       // of many: a literal with " | " between them
    ~Phrases();
    Phrases(const Phrases&) = delete;
    Phrases& operator=(const Phrases&) = delete;

    std::size_t match(const std::vector<Token>& tokens,
                      std::size_t at) const;  // of the longest that stands there

  private:
    using ByFirstWord = std::unordered_map<std::string, std::vector<Phrase>>;

    explicit Phrases(const char* list);
    const ByFirstWord& by_first_word() const;

    std::vector<std::string_view> alternatives_;
    mutable std::atomic<const ByFirstWord*> by_first_word_{nullptr};  // owned; nullptr until it is needed
};

}  // namespace dondoc::language
