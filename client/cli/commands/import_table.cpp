// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/import_table.h"

#include <google/protobuf/struct.pb.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "language/readers.h"
#include "lib/json.h"
#include "plan/formats/grid.h"
#include "plan/sheet/sheet_cells.h"

namespace dondoc::cli {
namespace {

using google::protobuf::Value;

constexpr std::size_t most_above_header = 20;  // rows: a heading may stand above the table

// Column by column the field that it fills; empty: none.
class Titles {
  public:
    Titles(const ImportColumns& columns, ImportTable& table) : columns_(columns), table_(table) {}

    std::string field_of(const std::string& title) {
        auto field = columns_.field_titled(title);
        if (field.empty()) {
            if (!language::normalize(title).empty() && unused_.insert(title).second)
                table_.remarks.push_back({"task_import.unused_column", {title}});
            return field;
        }
        const auto [known, is_new] = table_.titles.emplace(field, title);
        if (!is_new && known->second != title)
            throw UserError("task_import.twice_column", {known->second, title, field});
        return field;
    }

  private:
    const ImportColumns& columns_;
    ImportTable& table_;
    std::set<std::string> unused_;
};

void set(ImportRecord& record, const std::string& field, std::string_view text) {
    if (auto value = language::normalize(text); !value.empty()) record.fields[field] = std::move(value);
}

void read_sheet(std::string_view bytes, const std::string& file, const ImportColumns& columns,
                ImportTable& table) {
    const auto lines = plan::table_lines(bytes);
    const auto names_tasks = [&](const plan::SheetLine& line) {
        const auto has = [&](const char* field) {
            return std::ranges::any_of(line.cells,
                                       [&](const auto& cell) { return columns.field_titled(cell) == field; });
        };
        return has("id") && has("title");
    };
    const auto looked_at =
        lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), most_above_header));
    const auto header = std::find_if(lines.begin(), looked_at, names_tasks);
    if (header == looked_at)
        throw UserError("task_import.no_header",
                        {columns.titles.at("id").front(), columns.titles.at("title").front()}, file);
    Titles titles{columns, table};
    std::vector<std::string> fields;
    std::set<std::string> seen;
    for (const auto& title : header->cells) {
        fields.push_back(titles.field_of(title));
        if (!fields.back().empty() && !seen.insert(fields.back()).second)
            throw UserError("task_import.twice_column",
                            {table.titles.at(fields.back()), title, fields.back()}, file);
    }
    for (auto line = header + 1; line != lines.end(); ++line) {
        ImportRecord record{line->line, {}};
        for (std::size_t i = 0; i < std::min(fields.size(), line->cells.size()); ++i)
            if (!fields[i].empty()) set(record, fields[i], line->cells[i]);
        if (!record.fields.empty()) table.records.push_back(std::move(record));
    }
}

// nullopt: it is neither a text nor what can be written as one.
std::optional<std::string> json_text(const Value& value) {
    switch (value.kind_case()) {
        case Value::kStringValue:
            return value.string_value();
        case Value::kNumberValue: {
            const auto number = value.number_value();
            constexpr double largest_whole = 9'007'199'254'740'992.0;  // 2^53
            if (number != std::floor(number) || std::abs(number) > largest_whole) return std::nullopt;
            return std::to_string(static_cast<std::int64_t>(number));
        }
        case Value::kBoolValue:
            return value.bool_value() ? "true" : "false";
        case Value::kListValue: {
            std::string text;
            for (const auto& part : value.list_value().values()) {
                const auto one = part.kind_case() == Value::kListValue ? std::nullopt : json_text(part);
                if (!one) return std::nullopt;
                text += (text.empty() ? "" : "; ") + *one;
            }
            return text;
        }
        case Value::kNullValue:
            return std::string{};
        default:
            return std::nullopt;
    }
}

void read_json_lines(std::string_view bytes, const std::string& file, const ImportColumns& columns,
                     ImportTable& table) {
    Titles titles{columns, table};
    std::uint32_t number = 0;
    while (!bytes.empty()) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        const auto line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const auto place = file + ":" + std::to_string(number);
        google::protobuf::Struct object;
        if (!client::from_json(line, object)) throw UserError("task_import.json", {}, place);
        if (table.records.size() == plan::max_rows)
            throw UserError("plan.too_long", {std::to_string(plan::max_rows)}, place);
        ImportRecord record{number, {}};
        const std::map<std::string, Value> in_order{object.fields().begin(), object.fields().end()};
        for (const auto& [key, value] : in_order) {
            const auto field = titles.field_of(key);
            if (field.empty()) continue;
            const auto text = json_text(value);
            if (!text) throw UserError("task_import.json_value", {key}, place);
            set(record, field, *text);
        }
        if (!record.fields.empty()) table.records.push_back(std::move(record));
    }
}

bool is_json(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{';
}

}  // namespace

ImportTable read_import_table(std::string_view bytes, const std::string& file, const ImportColumns& columns) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    ImportTable table;
    const auto text = bytes.starts_with(byte_order_mark) ? bytes.substr(byte_order_mark.size()) : bytes;
    if (is_json(text))
        read_json_lines(text, file, columns, table);
    else
        read_sheet(bytes, file, columns, table);
    if (table.records.empty()) throw UserError("task_import.no_rows", {}, file);
    return table;
}

}  // namespace dondoc::cli
