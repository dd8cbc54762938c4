// SPDX-License-Identifier: Apache-2.0
// A place within the tokens of a moment, and what stands there of years: in figures, or told from another one
// ("năm sau").
#pragma once

#include <string_view>
#include <vector>

#include "language/deadline/moment.h"

namespace dondoc::language {

class YearReader {
  public:
    YearReader(const std::vector<Token>& tokens, std::size_t at, Moment& moment)
        : tokens_(tokens), start_(at), at_(at), moment_(moment) {}

  protected:
    std::size_t used() const { return at_ - start_; }

    template <typename Pattern>
    bool accept(const Pattern& pattern) {
        const auto count = pattern.match(tokens_, at_);
        at_ += count;
        return count > 0;
    }

    const Token* peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    bool is_mark(std::size_t ahead, std::string_view marks) const {
        const auto* token = peek(ahead);
        return token && token->kind == Token::Kind::Mark && token->key.size() == 1 &&
               marks.find(token->key[0]) != std::string_view::npos;
    }
    int number(std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        return token ? small_number(*token) : -1;
    }

    // Each reads what stands at `at_` and moves on; false: it does not stand there.
    // "2023", "2021-2025", "2021 đến 2025"
    bool read_years();
    // "năm 2023", "năm 2021-2025", "năm sau"
    bool read_year();
    // "cuối năm": of the year that the document is from.
    bool read_whole_year();
    // "của năm sau", "năm kế tiếp", "năm nay"
    bool read_told_year();
    // "/2023", ".23", " năm 2023" after day and month. Two digits only behind the same mark as before them.
    bool read_year_of_day(char separator);
    // "/2023", "-2023", "năm 2023", " 2023", "(2023)" after a month or a quarter, where one stands.
    void read_its_year();

    bool back(std::size_t to) {
        at_ = to;
        return false;
    }

    const std::vector<Token>& tokens_;
    std::size_t start_;
    std::size_t at_;
    Moment& moment_;
};

}  // namespace dondoc::language
