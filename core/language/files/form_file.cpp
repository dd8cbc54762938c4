// SPDX-License-Identifier: Apache-2.0
#include "language/files/form_file.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "language/files/toml_file.h"

namespace dondoc::language {
namespace {

constexpr std::size_t most_items = 500;

using Quantity = FormItem::Quantity;

// Items may name others that come later, so all ids are known before any item is read.
std::set<std::string> ids_of(const toml::table& root) {
    std::set<std::string> ids;
    const auto* items = root["items"].as_array();
    if (items == nullptr) return ids;
    for (const auto& node : *items) {
        const auto* item = node.as_table();
        if (item == nullptr) continue;
        const auto number = (*item)["number"].value<std::string>();
        ids.insert((*item)["id"].value<std::string>().value_or(number.value_or("")));
    }
    ids.erase("");
    return ids;
}

class FormReader {
  public:
    explicit FormReader(TomlFile& file) : top_(file, file.root(), ""), ids_(ids_of(file.root())) {}

    ReportForm read() {
        top_.require({"title", "source", "items"});
        ReportForm form;
        form.title = top_.text("title").value_or("");
        form.source = top_.text("source").value_or("");
        top_.sections("items", {most_items, "name", "form.too_many"},
                      [&](Section& section) { form.items.push_back(item(section)); });
        top_.refuse_unknown();
        return form;
    }

  private:
    FormItem item(Section& section) {
        section.require({"name"});
        FormItem item;
        item.number = section.text("number").value_or("");
        item.name = section.text("name").value_or("");
        item.id = section.text("id").value_or(item.number);
        item.unit = section.text("unit").value_or("");
        item.source = section.text("source").value_or("");
        if (!item.id.empty() && !seen_.insert(item.id).second)
            section.refuse(section.has("id") ? "id" : "number", "form.twice", {item.id});
        item.quantity = quantity(section);
        if (const auto scope = section.one_of("of", {"government", "all", "plan"})) {
            item.scope = static_cast<FormItem::Scope>(*scope);
            if (!is_of_tasks(item.quantity)) section.refuse("of", "form.of_tasks");
        }
        read_percentage(section, item);
        item.sum_of = others(section, "sum_of", item);
        item.at_least = others(section, "at_least", item);
        return item;
    }

    static Quantity quantity(Section& section) {
        const auto nth = section.one_of(
            "value", {"by_hand", "assigned", "completed", "on_time", "late", "overdue", "in_time", "waiting",
                      "no_deadline", "percent", "dossiers_received", "dossiers_on_time", "dossiers_late",
                      "dossiers_done", "dossiers_refused", "dossiers_overdue"});
        return nth ? static_cast<Quantity>(*nth + 1) : Quantity::Heading;
    }

    void read_percentage(Section& section, FormItem& item) const {
        if (item.quantity != Quantity::Percent) return;
        section.require({"part", "whole"});
        for (auto [key, into] : {std::pair{"part", &item.part}, {"whole", &item.whole}}) {
            *into = section.text(key).value_or("");
            if (!into->empty()) require_other(section, key, *into, item);
        }
    }

    std::vector<std::string> others(Section& section, std::string_view key, const FormItem& item) const {
        std::vector<std::string> ids;
        if (!section.has(key)) return ids;
        const auto texts = section.texts(key);
        if (!texts) return ids;
        for (const auto& text : *texts) {
            require_other(section, key, text.value, item);
            ids.push_back(text.value);
        }
        return ids;
    }

    void require_other(Section& section, std::string_view key, const std::string& id,
                       const FormItem& item) const {
        if (id == item.id || !ids_.contains(id)) section.refuse(key, "form.unknown_item", {id});
    }

    Section top_;
    std::set<std::string> ids_, seen_;
};

}  // namespace

ReportForm parse_report_form(std::string_view text, const std::string& file_name) {
    TomlFile file{text, file_name};
    auto form = FormReader{file}.read();
    file.throw_first();
    return form;
}

}  // namespace dondoc::language
