// SPDX-License-Identifier: GPL-3.0-or-later
// How the texts and tables of an OpenDocument file look, by the names of their styles.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>

#include "plan/formats/live_text.h"

namespace dondoc::plan {

class OdfStyles {
  public:
    // The root of content.xml or styles.xml, in this order of parts: "styles.xml" first.
    void read(const pugi::xml_node& root);
    // `look` as the style changes it.
    Look look_of(const std::string& style, Look look) const;
    bool hides_table(const std::string& style) const;

  private:
    struct Style {
        std::string parent;
        pugi::xml_node text;   // its text properties; the trees outlive this
        pugi::xml_node paper;  // of what it stands on, which may have a colour of its own
        bool hides = false;
    };
    void read_styles(const pugi::xml_node& parent);
    static void apply(const pugi::xml_node& properties, Look& look);
    static void apply_paper(const pugi::xml_node& properties, Look& look);

    std::map<std::string, Style> styles_;
};

}  // namespace dondoc::plan
