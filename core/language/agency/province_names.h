// SPDX-License-Identifier: Apache-2.0
// The provinces that a register knows by their committees, "UBND tỉnh Thái Nguyên", and names with one of
// them behind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/agency.h"
#include "language/words/words.h"

namespace dondoc::language {

class ProvinceNames {
  public:
    explicit ProvinceNames(const Register& agencies);

    // The register has committees of several provinces, so that its names say of which they are.
    bool are_several() const { return several_; }
    // The one that the text names, "tỉnh Thái Nguyên", also without its level; empty: none.
    std::string named_in(std::string_view text) const;

    struct Split {
        std::vector<std::string> bases;  // the name without its province: "Công an", "Công an tỉnh"
        std::string province;
    };
    // Nothing: no province stands behind the name, or the name is the province's committee.
    std::optional<Split> split(std::string_view name) const;

    // How many tokens from `at` on are the name of one of them, without its level; 0: none.
    std::size_t match(const std::vector<Token>& tokens, std::size_t at) const;

  private:
    struct Province {
        std::string name;               // "tỉnh Thái Nguyên"
        std::vector<std::string> keys;  // of its words without the level
        std::size_t level_words;
    };
    std::vector<Province> provinces_;
    bool several_ = false;
};

}  // namespace dondoc::language
