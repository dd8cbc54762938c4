// SPDX-License-Identifier: Apache-2.0
// Files that an office writes: forms, scoring tables, registers, calendars; and a form that somebody has
// filled in. The first byte says which. What is accepted is written and read again equal; what is refused
// names the file and a line of it.
#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/decimal.h"
#include "invariants.h"
#include "language/files/calendar_file.h"
#include "language/files/criterion_file.h"
#include "language/files/form_file.h"
#include "language/files/register_file.h"
#include "language/files/register_text.h"
#include "language/files/scoring_file.h"
#include "plan/formats/csv_grid.h"
#include "plan/meaning/form_check.h"
#include "sample.h"

namespace {

using namespace dondoc;

constexpr const char* file_name = "tep.toml";

void require_place(const UserError& error, std::string_view text) {
    fuzz::require_message(error.message());
    const auto& place = error.place();
    fuzz::require(place.starts_with(file_name), "a refusal names the file", place);
    if (place == file_name) return;
    const auto line = std::strtoul(place.c_str() + std::string_view{file_name}.size() + 1, nullptr, 10);
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    fuzz::require(line >= 1 && line <= static_cast<unsigned long>(lines),
                  "a refusal names a line of the file", place);
}

std::string toml_text(const toml::table& table) {
    std::ostringstream text;
    text << table;
    return text.str();
}

void put(toml::table& table, const char* key, const std::string& value) {
    if (!value.empty()) table.insert_or_assign(key, value);
}

toml::array list_of(const std::vector<std::string>& texts) {
    toml::array list;
    for (const auto& text : texts) list.push_back(text);
    return list;
}

// The words of FormItem::Quantity and Scope, in their order.
constexpr const char* quantities[]{"",
                                   "by_hand",
                                   "assigned",
                                   "completed",
                                   "on_time",
                                   "late",
                                   "overdue",
                                   "in_time",
                                   "waiting",
                                   "no_deadline",
                                   "percent",
                                   "dossiers_received",
                                   "dossiers_on_time",
                                   "dossiers_late",
                                   "dossiers_done",
                                   "dossiers_refused",
                                   "dossiers_overdue"};
constexpr const char* scopes[]{"government", "all", "plan"};

std::string text_of(const ReportForm& form) {
    toml::table table{{"title", form.title}, {"source", form.source}};
    toml::array items;
    for (const auto& item : form.items) {
        toml::table entry{{"name", item.name}};
        for (const auto& [key, value] : {std::pair{"number", item.number},
                                         {"id", item.id},
                                         {"unit", item.unit},
                                         {"part", item.part},
                                         {"whole", item.whole},
                                         {"source", item.source}})
            put(entry, key, value);
        put(entry, "value", quantities[static_cast<std::size_t>(item.quantity)]);
        if (is_of_tasks(item.quantity)) put(entry, "of", scopes[static_cast<std::size_t>(item.scope)]);
        if (!item.sum_of.empty()) entry.insert("sum_of", list_of(item.sum_of));
        if (!item.at_least.empty()) entry.insert("at_least", list_of(item.at_least));
        items.push_back(std::move(entry));
    }
    table.insert("items", std::move(items));
    return toml_text(table);
}

void read_form(std::string_view text) {
    const auto form = language::parse_report_form(text, file_name);
    for (const auto& item : form.items) {
        fuzz::require_text(item.name, "a name is UTF-8");
        const bool is_percent = item.quantity == FormItem::Quantity::Percent;
        fuzz::require(
            !is_percent || (find_item(form, item.part) != nullptr && find_item(form, item.whole) != nullptr),
            "a percentage is of two items of the form", item.name);
    }
    const auto again = language::parse_report_form(text_of(form), file_name);
    fuzz::require(again == form, "a form is read again as it was written", form.title);
}

std::string decimal(std::int64_t value) {
    return short_decimal_text(value, criterion_decimals);
}

std::string text_of(const ScoringTable& scoring) {
    static constexpr const char* rules[]{"all", "all_on_time", "share", "table", "by_hand"};
    toml::table table{{"title", scoring.title}, {"source", scoring.source}, {"year", scoring.year}};
    std::string criteria;  // decimals are written by hand, as a person does
    for (const auto& one : scoring.criteria) {
        toml::table entry{
            {"number", one.number}, {"name", one.name}, {"rule", rules[static_cast<std::size_t>(one.rule)]}};
        for (const auto& [key, value] :
             {std::pair{"section", one.section}, {"table", one.table}, {"note", one.note}})
            put(entry, key, value);
        criteria += "\n[[criteria]]\nmax = " + decimal(one.max) + "\n" + toml_text(entry) + "\n";
        if (one.floor_percent > 0) criteria += "floor_percent = " + decimal(one.floor_percent) + "\n";
        if (one.points) criteria += "points = " + decimal(*one.points) + "\n";
    }
    return toml_text(table) + "\n" + criteria;
}

void read_scoring(std::string_view text) {
    const auto table = language::parse_scoring_table(text, file_name);
    for (const auto& criterion : table.criteria) {
        const auto most = points_of(criterion, {2, 2, 2}, std::nullopt);
        const auto least = points_of(criterion, {2, 0, 0}, std::nullopt);
        fuzz::require(!most || (*most >= 0 && *most <= criterion.max), "points are between none and the most",
                      criterion.number);
        fuzz::require(!least || *least <= most.value_or(criterion.max), "work that is done gives no less",
                      criterion.number);
    }
    const auto again = language::parse_scoring_table(text_of(table), file_name);
    fuzz::require(again == table, "a scoring table is read again as it was written", table.title);
}

void read_register(std::string_view text) {
    auto agencies = language::parse_register(text, file_name);
    if (agencies.agencies.empty() || !agencies.successions.empty())
        return;  // these are in files of their own
    const auto again = language::parse_register(language::register_text(agencies), file_name);
    fuzz::require(again.agencies == agencies.agencies && again.groups == agencies.groups,
                  "a register is read again as it was written", agencies.agencies.front().code);
}

void read_criterion(std::string_view text) {
    const auto criterion = language::parse_criterion(text, file_name);
    fuzz::require(criterion.first_year <= criterion.last_year, "years ascend", criterion.id);
}

void read_calendar(std::string_view text) {
    const auto reading = language::read_calendar(text, file_name);
    for (const auto& error : reading.errors) require_place(error, text);
    for (const auto& [day, special] : reading.file.data.days)
        fuzz::require(date::year_month_day{day}.year() == reading.file.year || !reading.errors.empty(),
                      "a day is of its year", iso_day(day));
}

// Held against a form whose every rule is there.
void read_filled_in(std::string_view bytes) {
    static const auto form = language::parse_report_form(
        tests::read_file(DONDOC_SOURCE_DIR "/config/reports/bieu-mau-1.toml"), "bieu-mau-1.toml");
    try {
        for (const auto& finding : plan::check_report(plan::read_separated_grid(bytes), &form)) {
            fuzz::require_message(finding.what);
            fuzz::require_text(finding.where, "a place is UTF-8");
            fuzz::require(!finding.where.empty(), "a finding says where");
        }
    } catch (const UserError& error) {
        fuzz::require_message(error.message());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    using Reader = void (*)(std::string_view);
    static constexpr Reader readers[]{read_form,      read_scoring,  read_register,
                                      read_criterion, read_calendar, read_filled_in};
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    try {
        readers[data[0] % std::size(readers)](text);
    } catch (const UserError& error) {
        require_place(error, text);
    }
    return 0;
}
