// SPDX-License-Identifier: Apache-2.0
// What somebody types to find a task: words one after the other. Case, form and a missing mark do not matter;
// a mark that was typed does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::language {

class TextPattern {
  public:
    explicit TextPattern(std::string_view typed);

    bool is_empty() const { return words_.empty(); }  // nothing but blanks and punctuation
    // Small letters without marks, separated by single spaces; "đ" is "d".
    const std::string& bare() const { return bare_; }
    // Whether a folded text (normalize.h) has the words. Implies that its bare words have bare().
    bool fits(std::string_view folded) const;

  private:
    struct Word {
        std::string bare;
        std::string marked;  // the tone last, so that "hoà" is "hòa"
    };
    static std::vector<Word> words_of(std::string_view folded);

    std::vector<Word> words_;
    std::string bare_;
    bool has_marks_ = false;
};

// The same for a number and symbol: "122 / kh-ubnd" and "122/KH-UBND" have the same key, "Đ" and "D" too.
std::string symbol_key(std::string_view number);

}  // namespace dondoc::language
