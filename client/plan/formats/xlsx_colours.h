// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of a workbook: written out, by number, or of its theme.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <vector>

#include "plan/formats/colour.h"

namespace dondoc::plan {

class XlsxColours {
  public:
    XlsxColours();
    void read_theme(const pugi::xml_node& theme);     // root of theme1.xml
    void read_palette(const pugi::xml_node& styles);  // root of styles.xml, which may have numbers of its own

    // `said`: an element as <color>; nothing: it is not there, or the system's own colour.
    std::optional<Colour> colour(const pugi::xml_node& said) const;
    // What a <fill> of cells puts below their text: white where it is none. Nothing: a pattern.
    std::optional<Colour> paper(const pugi::xml_node& fill) const;

  private:
    std::vector<Colour> numbered_, of_theme_;
};

}  // namespace dondoc::plan
