// SPDX-License-Identifier: GPL-3.0-or-later
#include "filled/person_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "language/readers.h"
#include "plan/sheet/sheet_cells.h"

namespace dondoc::filled {
namespace {

constexpr std::size_t header_within = 20;  // rows: a heading may stand above the table
constexpr std::string_view agency_column = "agency";
constexpr std::string_view without_meaning = "";  // a column that everybody has and that says nothing

struct Title {
    std::string_view folded, field;
};
constexpr std::array known_titles{
    Title{"họ và tên", "name"},
    Title{"họ tên", "name"},
    Title{"tên", "name"},
    Title{"name", "name"},
    Title{"full name", "name"},
    Title{"chức vụ", "position"},
    Title{"chức danh", "position"},
    Title{"position", "position"},
    Title{"cơ quan", agency_column},
    Title{"đơn vị", agency_column},
    Title{"mã cơ quan", agency_column},
    Title{"agency", agency_column},
    Title{"email", "email"},
    Title{"e-mail", "email"},
    Title{"mail", "email"},
    Title{"thư điện tử", "email"},
    Title{"địa chỉ thư điện tử", "email"},
    Title{"địa chỉ email", "email"},
    Title{"điện thoại", "phone"},
    Title{"số điện thoại", "phone"},
    Title{"di động", "phone"},
    Title{"đt", "phone"},
    Title{"sđt", "phone"},
    Title{"phone", "phone"},
    Title{"ngôn ngữ", "lang"},
    Title{"lang", "lang"},
    Title{"language", "lang"},
    Title{"kênh", "channels"},
    Title{"channels", "channels"},
    Title{"giờ yên lặng", "quiet"},
    Title{"quiet", "quiet"},
    Title{"nhận tin", "told"},
    Title{"told", "told"},
    Title{"quyền", "role"},
    Title{"role", "role"},
    Title{"stt", without_meaning},
    Title{"tt", without_meaning},
    Title{"số tt", without_meaning},
    Title{"no.", without_meaning},
};

std::optional<std::string_view> field_titled(const std::string& cell) {
    const auto folded = language::fold(cell);
    const auto* found = std::ranges::find(known_titles, std::string_view{folded}, &Title::folded);
    return found == known_titles.end() ? std::nullopt : std::optional{found->field};
}

// Of each column the field that it fills; nullopt: none.
using Columns = std::vector<std::optional<std::string_view>>;

Columns columns_of(const plan::SheetLine& header, std::vector<Message>& remarks) {
    Columns columns;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const auto field = field_titled(header.cells[i]);
        if (!field && !language::normalize(header.cells[i]).empty())
            remarks.push_back({"cli.person.unused_column", {header.cells[i]}});
        const auto twin =
            field && *field != without_meaning ? std::ranges::find(columns, field) : columns.end();
        if (twin != columns.end())
            throw UserError(
                "cli.person.twice_column",
                {header.cells[static_cast<std::size_t>(twin - columns.begin())], header.cells[i]});
        columns.push_back(field);
    }
    return columns;
}

void set(v1::PersonEntry& entry, std::string_view field, const std::string& text) {
    if (field == agency_column) return entry.set_agency(text);
    auto& edit = *entry.mutable_edit();
    const auto* known = v1::PersonEdit::descriptor()->FindFieldByName(std::string{field});
    edit.GetReflection()->SetString(&edit, known, text);
}

PersonFile of_table(const std::vector<plan::SheetLine>& lines, const std::string& file) {
    const auto has_name = [](const plan::SheetLine& line) {
        return std::ranges::any_of(line.cells, [](const auto& cell) { return field_titled(cell) == "name"; });
    };
    const auto looked_at = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), header_within));
    const auto header = std::find_if(lines.begin(), looked_at, has_name);
    if (header == looked_at) throw UserError("cli.person.no_header", {}, file);
    PersonFile read;
    const auto columns = columns_of(*header, read.remarks);
    for (auto line = header + 1; line != lines.end(); ++line) {
        v1::PersonEntry entry;
        bool filled = false;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i] || *columns[i] == without_meaning) continue;
            const auto text = i < line->cells.size() ? language::normalize(line->cells[i]) : std::string{};
            filled = filled || !text.empty();
            set(entry, *columns[i], text);
        }
        if (!filled) continue;
        read.entries.push_back(std::move(entry));
        read.lines.push_back(line->line);
    }
    return read;
}

PersonFile of_register(std::string_view bytes, const std::string& file) {
    PersonFile read;
    for (const auto& person : language::parse_register(bytes, file).persons)
        read.entries.push_back(to_wire(person));
    return read;
}

}  // namespace

v1::PersonEntry to_wire(const PersonEntry& person) {
    v1::PersonEntry entry;
    entry.set_agency(person.agency);
    for (const auto& field : person_fields)
        if (const auto& text = person.edit.*field.value) set(entry, field.name, *text);
    return entry;
}

bool give_agency(PersonFile& file, const std::string& agency) {
    for (auto& entry : file.entries) {
        if (!entry.agency().empty()) continue;
        if (agency.empty()) return false;
        entry.set_agency(agency);
    }
    return true;
}

std::string PersonFile::place_of(text::Lang lang, const std::string& file,
                                 const std::string& wire_place) const {
    constexpr std::string_view begin = "entries[";
    if (!wire_place.starts_with(begin)) return wire_place;
    std::size_t index = 0;
    const auto read =
        std::from_chars(wire_place.data() + begin.size(), wire_place.data() + wire_place.size(), index);
    if (read.ec != std::errc{} || index >= lines.size()) return file;
    std::vector<std::string> args{file, std::to_string(lines[index])};
    const auto field = wire_place.substr(wire_place.rfind('.') + 1);
    const bool is_field = field == agency_column ||
                          std::ranges::find(person_fields, field, &PersonField::name) != person_fields.end();
    if (!is_field) return text::render(lang, "cli.person.row_place", args);
    args.push_back("@cli.person.field." + field);
    return text::render(lang, "cli.person.row_place_field", args);
}

PersonFile read_persons(std::string_view bytes, const std::string& file) {
    auto read = file.ends_with(".toml") ? of_register(bytes, file) : of_table(plan::table_lines(bytes), file);
    if (read.entries.empty()) throw UserError("cli.person.no_rows", {}, file);
    return read;
}

}  // namespace dondoc::filled
