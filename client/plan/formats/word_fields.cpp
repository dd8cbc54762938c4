// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/word_fields.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "plan/formats/old_fonts.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

struct TextClearer : public pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
        if (is(node, "t")) node.remove_children();
        return true;
    }
};

struct PlaceholderClearer : public pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
        if (!is(node, "showingPlcHdr") || !is_on(attribute(node, "val").value_or("1"))) return true;
        TextClearer texts;
        child(node.parent().parent(), "sdtContent").traverse(texts);
        return true;
    }
};

struct TableCounter : public pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
        if (!is(node, "tbl")) return true;
        std::size_t full_rows = 0;  // with three cells or more
        for (const auto& row : node.children()) {
            std::size_t cells = 0;
            for (const auto& cell : row.children()) cells += is(cell, "tc") ? 1 : 0;
            full_rows += cells >= 3 ? 1 : 0;
        }
        tables += full_rows >= 2 ? 1 : 0;
        return true;
    }
    std::size_t tables = 0;
};

struct FormulaReader : public pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
        if (is(node, "t")) text += node.text().get();
        return true;
    }
    std::string text;
};

}  // namespace

void clear_placeholders(pugi::xml_node root) {
    PlaceholderClearer placeholders;
    root.traverse(placeholders);
}

bool shows_today(std::string_view field) {
    field.remove_prefix(std::min(field.size(), field.find_first_not_of(' ')));
    return std::ranges::any_of(std::initializer_list<std::string_view>{"DATE", "TIME"}, [&](auto name) {
        return field == name || (field.starts_with(name) && field[name.size()] == ' ');
    });
}

std::size_t tables_in(pugi::xml_node root) {
    TableCounter counter;
    root.traverse(counter);
    return counter.tables;
}

std::string text_of_formula(const pugi::xml_node& formula) {
    FormulaReader reader;
    auto node = formula;
    node.traverse(reader);
    return reader.text;
}

std::string symbol_of(const pugi::xml_node& symbol) {
    const auto digits = attribute(symbol, "char").value_or("");
    unsigned code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    return symbol_drawn(code, attribute(symbol, "font").value_or(""));
}

bool is_large_shape(const pugi::xml_node& shape) {
    constexpr int large_points = 142;  // 5 cm
    const auto style = attribute(shape, "style").value_or("");
    const auto size = [&](std::string_view what) {
        const auto at = style.find(what);
        int points = 0;
        if (at != std::string_view::npos)
            std::from_chars(style.data() + at + what.size(), style.data() + style.size(), points);
        return points;
    };
    return size("width:") >= large_points && size("height:") >= large_points;
}

}  // namespace dondoc::plan
