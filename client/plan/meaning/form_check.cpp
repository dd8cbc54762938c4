// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/form_check.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "language/words/normalize.h"
#include "plan/meaning/figure.h"

namespace dondoc::plan {
namespace {

using Quantity = FormItem::Quantity;

std::string_view without_sign(std::string_view text) {
    while (text.ends_with(' ') || text.ends_with('%')) text.remove_suffix(1);
    return text;
}

// "5.1." in a table is the item "5.1".
std::string number_of(const GridRow& row) {
    auto text = row.cells.empty() ? std::string{} : row.cells.front().text();
    while (text.ends_with('.') || text.ends_with(' ')) text.pop_back();
    return text;
}

bool is_row_of(const GridRow& row, const FormItem& item) {
    if (!item.number.empty()) return number_of(row) == item.number;
    const auto wanted = language::fold(item.name);
    return std::ranges::any_of(row.cells,
                               [&](const Cell& cell) { return language::fold(cell.text()) == wanted; });
}

// What the form says of its items; no entry: the item was not found.
using Filled = std::map<const FormItem*, std::string>;

Filled filled_items(const Grid& grid, const ReportForm& form) {
    Filled filled;
    for (const auto& table : grid.tables) {
        FormColumns columns;
        for (const auto& row : table.rows) {
            if (!columns.value) {
                columns = form_columns(row);
                continue;
            }
            for (const auto& item : form.items)
                if (item.quantity != Quantity::Heading && !filled.contains(&item) && is_row_of(row, item)) {
                    filled.emplace(&item, text_of(row, columns.value));
                    break;
                }
        }
    }
    return filled;
}

class FormCheck {
  public:
    FormCheck(const ReportForm& form, const Filled& filled) : form_(form), filled_(filled) {
        for (const auto& [item, text] : filled)
            if (const auto figure = whole_figure(without_sign(text))) figures_[item->id] = *figure;
    }

    std::vector<FigureFinding> findings() {
        for (const auto& item : form_.items) {
            if (item.quantity == Quantity::Heading) continue;
            is_there(item);
            if (item.quantity == Quantity::Percent) check_percentage(item);
            if (!item.sum_of.empty()) check_sum(item, item.sum_of, true);
            if (!item.at_least.empty()) check_sum(item, item.at_least, false);
        }
        return std::move(findings_);
    }

  private:
    void find(const FormItem& item, std::string key, std::vector<std::string> args = {}) {
        findings_.push_back(
            {item.number.empty() ? item.name : item.number, {std::move(key), std::move(args)}});
    }

    void is_there(const FormItem& item) {
        const auto found = filled_.find(&item);
        if (found == filled_.end()) return find(item, "figures.form.missing");
        if (found->second.empty()) return find(item, "figures.form.empty");
        if (!whole_figure(without_sign(found->second)))
            find(item, "figures.form.not_number", {found->second});
    }

    std::optional<Figure> figure_of(const std::string& id) const {
        const auto found = figures_.find(id);
        return found == figures_.end() ? std::nullopt : std::optional{found->second};
    }

    void check_percentage(const FormItem& item) {
        const auto found = filled_.find(&item);
        if (found == filled_.end()) return;
        const auto said = whole_figure(without_sign(found->second));
        const auto part = figure_of(item.part), whole = figure_of(item.whole);
        if (!said || !part || !whole || part->decimals > 0 || whole->decimals > 0) return;
        const std::vector<std::string> counts{std::to_string(part->value), std::to_string(whole->value)};
        if (part->value > whole->value) return find(item, "figures.form.more_than_whole", counts);
        if (whole->value == 0) return find(item, "figures.form.nothing_to_divide");
        const auto exact = percentage(part->value, whole->value, said->decimals);
        if (exact != said->value)
            find(item, "figures.percentage",
                 {counts[0], counts[1], spoken_figure(exact, said->decimals),
                  spoken_figure(said->value, said->decimals)});
    }

    // Of counts; where one of them is not known, nothing can be said.
    void check_sum(const FormItem& item, const std::vector<std::string>& ids, bool is_exact) {
        const auto said = figure_of(item.id);
        if (!said || said->decimals > 0) return;
        std::int64_t sum = 0;
        std::string names;
        for (const auto& id : ids) {
            const auto figure = figure_of(id);
            if (!figure || figure->decimals > 0) return;
            sum += figure->value;
            const auto* part = find_item(form_, id);
            names += (names.empty() ? "" : " + ") + (part->number.empty() ? part->name : part->number);
        }
        if (is_exact ? sum != said->value : sum > said->value)
            find(item, is_exact ? "figures.form.sum" : "figures.form.less_than_parts",
                 {std::to_string(said->value), names, std::to_string(sum)});
    }

    const ReportForm& form_;
    const Filled& filled_;
    std::map<std::string, Figure> figures_;
    std::vector<FigureFinding> findings_;
};

}  // namespace

std::vector<FigureFinding> check_filled_form(const Grid& grid, const ReportForm& form) {
    const auto filled = filled_items(grid, form);
    if (filled.empty()) return {{form.title, {"figures.form.no_items", {}}}};
    return FormCheck{form, filled}.findings();
}

std::vector<FigureFinding> check_report(const Grid& grid, const ReportForm* form) {
    auto findings = check_figures(grid);
    if (form != nullptr) std::ranges::move(check_filled_form(grid, *form), std::back_inserter(findings));
    return findings;
}

}  // namespace dondoc::plan
