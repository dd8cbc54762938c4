// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/xml_part.h"

#include <algorithm>
#include <charconv>

#include "domain/message.h"

namespace dondoc::plan {
namespace {

// What pugixml takes for a node and for an attribute, and how much a tree may take.
constexpr std::size_t node_bytes = 64;
constexpr std::size_t attribute_bytes = 40;
constexpr std::size_t max_tree_bytes = 320u << 20;

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

XmlPart::XmlPart(std::string bytes, const std::string& name, Spaces spaces) : bytes_(std::move(bytes)) {
    // An end tag is no node, but text between two tags is one.
    const auto tags = static_cast<std::size_t>(std::count(bytes_.begin(), bytes_.end(), '<'));
    const auto equals = static_cast<std::size_t>(std::count(bytes_.begin(), bytes_.end(), '='));
    if (tags * node_bytes + equals * attribute_bytes > max_tree_bytes)
        throw UserError("plan.archive_too_big", {}, name);
    const auto options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_doctype |
                         (spaces == Spaces::Kept ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
    const auto result = document_.load_buffer_inplace(bytes_.data(), bytes_.size(), options);
    for (const auto& node : document_.children())
        if (node.type() == pugi::node_doctype) throw UserError("plan.xml_doctype", {}, name);
    if (!result || !root()) throw UserError("plan.broken_xml", {std::to_string(result.offset)}, name);
}

std::string_view local_name(const pugi::xml_node& node) {
    return without_prefix(node.name());
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const auto& one : node.children())
        if (is(one, name)) return one;
    return {};
}

std::optional<std::string_view> attribute(const pugi::xml_node& node, std::string_view name) {
    for (const auto& one : node.attributes())
        if (without_prefix(one.name()) == name) return one.value();
    return std::nullopt;
}

long number_attribute(const pugi::xml_node& node, std::string_view name, long otherwise) {
    const auto text = attribute(node, name);
    if (!text) return otherwise;
    long value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    return error == std::errc{} ? value : otherwise;
}

bool is_on(std::optional<std::string_view> value) {
    return value && *value != "0" && *value != "false" && *value != "off";
}

pugi::xml_node chosen_alternative(const pugi::xml_node& alternate_content) {
    const auto choice = child(alternate_content, "Choice");
    return choice ? choice : child(alternate_content, "Fallback");
}

void check_depth(int depth) {
    if (depth > max_xml_depth) throw UserError("plan.xml_deep", {std::to_string(max_xml_depth)});
}

}  // namespace dondoc::plan
