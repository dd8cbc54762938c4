// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet is read once: of each rule what counts here, kept under what its last step asks for first ("#id",
// ".class" or the name). Of an element only the rules under its own id, classes and name are tried, their
// outer steps against what stands around it. Those that fit are put in the order of their weight, so that
// what counts most stands last. A selector of another kind ("td:first-child") is left out whole.
#include "plan/formats/css_rules.h"

#include <algorithm>

#include "language/readers.h"
#include "plan/formats/text_search.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_style_bytes = 1u << 20;  // of all sheets
constexpr std::size_t most_of_rule = 300;           // bytes that it says
constexpr std::size_t most_rules_of_key = 30;
constexpr std::size_t most_rules_of_element = 60;
constexpr std::size_t most_steps = 6;
constexpr std::string_view blanks = " \t\r\n\f";

std::string_view without_blanks(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

template <typename Use>
void each_part(std::string_view text, std::string_view separators, Use use) {
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (end > 0) use(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
}

// Of declarations those that take back or hide.
std::string what_counts(std::string_view declarations) {
    std::string kept;
    each_part(declarations, ";", [&](std::string_view one) {
        one = without_blanks(one);
        if (begins_with_any(one, {"color", "background", "display", "visibility", "text-decoration",
                                  "vertical-align", "font-size", "opacity", "mso-hide"}) &&
            kept.size() + one.size() < most_of_rule)
            kept += std::string(one) + ";";
    });
    return kept;
}

std::string without_comments(std::string_view sheet) {
    std::string kept;
    for (std::size_t at = 0; at < sheet.size();) {
        const auto begin = std::min(sheet.find("/*", at), sheet.size());
        kept += sheet.substr(at, begin - at);
        const auto end = sheet.find("*/", begin);
        if (end == std::string_view::npos) break;
        at = end + 2;
    }
    return kept;
}

// Where the block that opens at `open` ends: behind its bracket.
std::size_t end_of_block(std::string_view sheet, std::size_t open) {
    std::size_t depth = 0;
    for (auto at = open; at < sheet.size(); ++at) {
        depth += sheet[at] == '{' ? 1 : 0;
        if (sheet[at] == '}' && --depth == 0) return at + 1;
    }
    return sheet.size();
}

// "@media print", "@font-face": of no page that is looked at on a screen.
bool is_of_other_media(std::string_view rule) {
    return !rule.starts_with("@media") || !holds_any(rule, {"screen", "all"}) || holds_any(rule, {"not "});
}

}  // namespace

std::string_view html_view(const xmlChar* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}

std::string_view html_element(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? html_view(node->name) : std::string_view{};
}

std::string html_attribute(const xmlNode* node, const char* name) {
    for (const auto* one = node->properties; one; one = one->next)
        if (html_view(one->name) == name && one->children)
            return std::string(html_view(one->children->content));
    return {};
}

void CssRules::read(std::string_view written) {
    const auto all = without_comments(written);
    std::string_view sheet = all;
    while (bytes_ < most_style_bytes) {
        const auto open = sheet.find('{');
        if (open == std::string_view::npos) return;
        auto selectors = sheet.substr(0, open);
        for (const std::string_view mark : {"<!--", "-->", "}", ";"})
            if (const auto at = selectors.rfind(mark); at != std::string_view::npos)
                selectors.remove_prefix(at + mark.size());
        if (const auto rule = without_blanks(selectors); rule.starts_with('@')) {
            sheet.remove_prefix(is_of_other_media(rule) ? end_of_block(sheet, open) : open + 1);
            continue;
        }
        const auto end = std::min(sheet.find('}', open), sheet.size());
        const auto said = what_counts(language::fold(sheet.substr(open + 1, end - open - 1)));
        if (!said.empty()) each_part(selectors, ",", [&](std::string_view selector) { add(selector, said); });
        sheet.remove_prefix(end);
    }
}

void CssRules::add(std::string_view selector, const std::string& said) {
    Rule rule{steps_of(without_blanks(selector)), said, 0};
    if (rule.steps.empty()) return;
    for (const auto& step : rule.steps)
        rule.weight += (step.id.empty() ? 0 : 100) + 10 * static_cast<int>(step.classes.size()) +
                       (step.name.empty() ? 0 : 1);
    const auto& last = rule.steps.back();
    const auto key = !last.id.empty()        ? "#" + last.id
                     : !last.classes.empty() ? "." + last.classes.front()
                                             : last.name;
    auto& of_key = rules_[key];
    if (of_key.size() >= most_rules_of_key) return;
    bytes_ += selector.size() + said.size();
    of_key.push_back(std::move(rule));
}

// None: it asks for what is not known here ("td:first-child", "a[href]", "h1 + p").
std::vector<CssRules::Step> CssRules::steps_of(std::string_view selector) {
    std::vector<Step> steps;
    if (selector.find_first_of(":[+~") != std::string_view::npos) return {};
    each_part(selector, blanks, [&](std::string_view group) {
        for (std::size_t at = 0; at < group.size();) {
            if (group[at] == '>') {
                if (!steps.empty()) steps.back().of_parent = true;
                ++at;
                continue;
            }
            Step step;
            for (auto end = at; at < group.size() && group[at] != '>'; at = end) {
                end = std::min(group.find_first_of(".#>", at + 1), group.size());
                const auto word = group.substr(at, end - at);
                if (word.starts_with('.'))
                    step.classes.emplace_back(word.substr(1));
                else if (word.starts_with('#'))
                    step.id = word.substr(1);
                else if (word != "*")
                    step.name = language::fold(word);
            }
            steps.push_back(std::move(step));
        }
    });
    return steps.size() <= most_steps ? steps : std::vector<Step>{};
}

bool CssRules::Step::fits(const xmlNode* element) const {
    if (!name.empty() && html_element(element) != name) return false;
    if (!id.empty() && html_attribute(element, "id") != id) return false;
    if (classes.empty()) return true;
    const auto own = html_attribute(element, "class");
    return std::all_of(classes.begin(), classes.end(), [&](const std::string& asked) {
        bool found = false;
        each_part(own, blanks, [&](std::string_view one) { found = found || one == asked; });
        return found;
    });
}

bool CssRules::Rule::fits(const xmlNode* element) const {
    if (!steps.back().fits(element)) return false;
    const auto* around = element->parent;
    for (auto step = steps.rbegin() + 1; step != steps.rend(); ++step) {
        while (around && around->type == XML_ELEMENT_NODE && !step->of_parent && !step->fits(around))
            around = around->parent;
        if (!around || around->type != XML_ELEMENT_NODE || !step->fits(around)) return false;
        around = around->parent;
    }
    return true;
}

std::string CssRules::said_of(const xmlNode* element) const {
    if (rules_.empty()) return {};
    std::vector<const Rule*> fitting;
    const auto look_up = [&](const std::string& key) {
        const auto found = rules_.find(key);
        if (found == rules_.end()) return;
        for (const auto& rule : found->second)
            if (fitting.size() < most_rules_of_element && rule.fits(element)) fitting.push_back(&rule);
    };
    look_up("");
    look_up(std::string(html_element(element)));
    each_part(html_attribute(element, "class"), blanks,
              [&](std::string_view one) { look_up("." + std::string(one)); });
    if (const auto id = html_attribute(element, "id"); !id.empty()) look_up("#" + id);
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const Rule* one, const Rule* other) { return one->weight < other->weight; });
    std::string said;
    for (const auto* rule : fitting) said += rule->said;
    return said;
}

}  // namespace dondoc::plan
