// SPDX-License-Identifier: Apache-2.0
// The registered name that is written most like a given one.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::language {

class NearestName {
  public:
    void add(std::string_view name, std::size_t party);

    struct Found {
        std::size_t party;
        int distance;  // letters to change, leave out or put in
    };
    // Nothing where even the nearest is not much alike: more than a quarter of its letters differ.
    std::optional<Found> find(std::string_view name) const;

  private:
    using Counts =
        std::array<unsigned char, 32>;  // letters by their low bits: a cheap lower bound of the distance
    struct Name {
        std::u32string letters;
        Counts counts;
        std::size_t party;
    };
    static Name prepared(std::string_view name, std::size_t party);

    std::vector<Name> names_;
};

}  // namespace dondoc::language
