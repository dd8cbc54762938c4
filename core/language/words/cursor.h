// SPDX-License-Identifier: Apache-2.0
// A place in a phrase that moves on where what is looked for stands there.
#pragma once

#include <vector>

#include "language/deadline/moment.h"

namespace dondoc::language {

class Cursor {
  public:
    Cursor(const std::vector<Token>& tokens, std::size_t at) : tokens_(tokens), start_(at), at_(at) {}

    template <typename Pattern>
    bool accept(const Pattern& pattern) {
        const auto count = pattern.match(tokens_, at_);
        at_ += count;
        return count > 0;
    }
    template <typename Pattern>
    bool stands(const Pattern& pattern) const {
        return pattern.match(tokens_, at_) > 0;
    }
    bool accept_mark(char mark) {
        if (at_ >= tokens_.size() || !tokens_[at_].is(mark)) return false;
        ++at_;
        return true;
    }
    bool stands_number() const { return at_ < tokens_.size() && tokens_[at_].is_number(); }
    bool at_end() const { return at_ >= tokens_.size(); }
    // At the end, or at something that ends a clause.
    bool at_clause_end() const { return at_end() || !(tokens_[at_].is_word() || tokens_[at_].is_number()); }
    int accept_number() {
        const int number = stands_number() ? small_number(tokens_[at_]) : -1;
        if (number >= 0) ++at_;
        return number;
    }
    bool accept_moment(Moment& moment) {
        const auto count = read_moment(tokens_, at_, moment);
        at_ += count;
        return count > 0;
    }
    std::size_t position() const { return at_; }
    void back(std::size_t to) { at_ = to; }
    std::size_t used() const { return at_ - start_; }
    const std::vector<Token>& tokens() const { return tokens_; }

  private:
    const std::vector<Token>& tokens_;
    std::size_t start_;
    std::size_t at_;
};

// "15", "mười lăm (15)", "15 (mười lăm)"; -1: no number stands there, or two that differ.
int accept_count(Cursor& at);

}  // namespace dondoc::language
