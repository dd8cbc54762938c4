// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of an OpenDocument's lists ("1.", "a)"), which the word processor counts: they stand in no text
// of the file.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <pugixml.hpp>
#include <string>

namespace dondoc::plan {

class OdfListNumbers {
  public:
    static constexpr std::size_t levels = 10;

    // Where something stands among lists in lists.
    struct Place {
        std::string style;
        std::size_t depth = 0;  // 0: in no list
    };

    // The root of styles.xml, then that of content.xml.
    void read_styles(const pugi::xml_node& root);

    // Of what stands in this list; `outer`: where the list itself stands. One that goes on with no other
    // begins to count.
    Place enter(const pugi::xml_node& list, const Place& outer);
    // The number before an item of the list; empty for bullets and for what is not numbered. To be called for
    // each item in order: it counts.
    std::string next(const pugi::xml_node& item, const Place& place);

  private:
    struct Level {
        std::string format;  // "1", "a", "A", "i", "I"; empty: no number
        std::string prefix, suffix;
        long start = 1;
        std::size_t shown = 1;  // "3.1.2" shows three levels
    };
    using Levels = std::array<Level, levels>;
    void read_styles_in(const pugi::xml_node& parent);

    std::map<std::string, Levels> styles_;
    std::map<std::string, std::array<long, levels>> counts_;  // by style; 0: not begun
};

}  // namespace dondoc::plan
