// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that a word processor counts itself ("1.", "a)"): they stand in no text of the file.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace dondoc::plan {

// "decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman": "3", "03", "c", "C",
// "iii", "III".
std::string counted(const std::string& format, long number);

class ListNumbers {
  public:
    // Roots of numbering.xml and styles.xml; either may be an empty node.
    void read_definitions(const pugi::xml_node& numbering);
    void read_styles(const pugi::xml_node& styles);

    // The number shown before this paragraph; empty for none and for bullets. To be called for every
    // paragraph in order: it counts.
    std::string next(const pugi::xml_node& paragraph);

  private:
    static constexpr std::size_t levels = 9;
    struct Level {
        std::string format;
        std::string text;
        long start = 1;
    };
    struct Definition {
        std::vector<Level> level{levels};
    };
    struct Use {
        std::string list;
        long level = -1;  // not said
    };
    struct List {
        std::string definition;
        std::map<std::size_t, long> starts;  // that this list begins anew with
        bool begun = false;
    };
    static void read_level(const pugi::xml_node& node, Definition& definition);
    static Use use_of(const pugi::xml_node& properties);
    std::string label(const Definition& definition, const std::vector<long>& counts, std::size_t level) const;

    std::map<std::string, Definition> definitions_;
    std::map<std::string, List> lists_;
    std::map<std::string, Use> styles_;
    std::map<std::string, std::vector<long>> counts_;  // by definition; -1: not begun
};

}  // namespace dondoc::plan
