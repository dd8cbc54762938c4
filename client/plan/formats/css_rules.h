// SPDX-License-Identifier: GPL-3.0-or-later
// What the style sheets within a web page say of its elements, as far as it takes texts back or hides them.
#pragma once

#include <libxml/tree.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::plan {

std::string_view html_view(const xmlChar* text);
std::string_view html_element(const xmlNode* node);  // its name; empty: it is none
std::string html_attribute(const xmlNode* node, const char* name);

class CssRules {
  public:
    void read(std::string_view sheet);
    // The declarations that count for the element, folded; the last of one property holds.
    std::string said_of(const xmlNode* element) const;

  private:
    // "td.xl65": what one element has to be.
    struct Step {
        std::string name, id;  // empty: any
        std::vector<std::string> classes;
        bool of_parent = false;  // ">" stands behind it: the next step is its child
        bool fits(const xmlNode* element) const;
    };
    struct Rule {
        std::vector<Step> steps;  // the outermost first; the last is the element itself
        std::string said;
        int weight = 0;  // an id counts more than classes, and those more than names
        bool fits(const xmlNode* element) const;
    };
    static std::vector<Step> steps_of(std::string_view selector);
    void add(std::string_view selector, const std::string& said);

    std::map<std::string, std::vector<Rule>, std::less<>> rules_;  // by what the last step asks for first
    std::size_t bytes_ = 0;
};

}  // namespace dondoc::plan
