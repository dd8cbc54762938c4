// SPDX-License-Identifier: GPL-3.0-or-later
// How the runs of a word processor's document look: their own formatting, then that of their styles and of
// the table around them; and which colour they stand on.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "plan/formats/live_text.h"

namespace dondoc::plan {

class WordStyles {
  public:
    void read(const pugi::xml_node& styles);  // root of styles.xml
    // `run`, `paragraph`: their elements; either may be empty.
    Look look_of(const pugi::xml_node& run, const pugi::xml_node& paragraph) const;

  private:
    using Paper = std::optional<Colour>;  // nothing: a pattern, or whatever a style or a drawing paints
    struct Said {                         // unset: left to what stands above
        std::optional<bool> struck, hidden, raised;
        std::optional<OldEncoding> encoding;
        std::optional<Colour> ink;
        std::optional<Paper> paper;
    };
    static Said said_in(const pugi::xml_node& properties);
    static void add(Said& said, const Said& above);
    Said said_by_style(const std::string& name) const;
    static std::optional<Paper> shading_in(const pugi::xml_node& properties);
    Paper paper_around(const pugi::xml_node& paragraph) const;
    bool shades_cells(const std::string& table_style) const;

    struct Style {
        std::string based_on;
        Said said;
        bool shades = false;  // cells of its tables, all or some of them
    };
    std::map<std::string, Style> styles_;
    std::string default_paragraph_;
    Said defaults_;
};

}  // namespace dondoc::plan
