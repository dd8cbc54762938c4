// SPDX-License-Identifier: GPL-3.0-or-later
// The XML of one part of an office file, and names in it without their prefixes.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace dondoc::plan {

enum class Spaces { Dropped, Kept };  // between two elements: part of the text, or how the file is laid out

class XmlPart {
  public:
    // Throws UserError for what is no XML, has a document type (no office file has one; entities are never
    // expanded) or would take too much memory as a tree. `name` is for the message.
    XmlPart(std::string bytes, const std::string& name, Spaces spaces = Spaces::Dropped);
    XmlPart(const XmlPart&) = delete;
    XmlPart& operator=(const XmlPart&) = delete;

    pugi::xml_node root() const { return document_.document_element(); }

  private:
    std::string bytes_;  // the tree points into it
    pugi::xml_document document_;
};

// Producers choose prefixes as they like: "w:tbl" -> "tbl".
std::string_view local_name(const pugi::xml_node& node);
inline bool is(const pugi::xml_node& node, std::string_view name) {
    return local_name(node) == name;
}
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
std::optional<std::string_view> attribute(const pugi::xml_node& node, std::string_view name);
// Absent, or no number: `otherwise`.
long number_attribute(const pugi::xml_node& node, std::string_view name, long otherwise);
// An attribute or element that switches something on unless it says "0", "false" or "off".
bool is_on(std::optional<std::string_view> value);

// Of alternatives for newer and older programs only one is to be read.
pugi::xml_node chosen_alternative(const pugi::xml_node& alternate_content);

inline constexpr int max_xml_depth = 120;  // elements; those who walk the tree recursively stop there
void check_depth(int depth);

}  // namespace dondoc::plan
