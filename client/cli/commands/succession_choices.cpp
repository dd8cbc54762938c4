// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/succession_choices.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "cli/frame/dates.h"
#include "domain/message.h"
#include "plan/formats/text_encoding.h"
#include "plan/formats/text_grid.h"
#include "sheet/csv.h"

namespace dondoc::cli {
namespace {

enum ChoiceColumn : std::size_t { Assignment, Task, From, Document, Number, Title, Due, Candidates, To };
constexpr std::array<std::string_view, 9> titles{
    "cli.succession.column_assignment", "cli.succession.column_task",       "cli.succession.column_from",
    "cli.succession.column_document",   "cli.succession.column_number",     "cli.succession.column_title",
    "cli.succession.column_due",        "cli.succession.column_candidates", "cli.succession.column_to"};

// A spreadsheet may have saved it with another sign.
char separator_of(std::string_view text) {
    const auto line = text.substr(0, text.find('\n'));
    for (const char sign : {';', '\t', ','})
        if (line.find(sign) != std::string_view::npos) return sign;
    return ';';
}

UserError mistake(const Session& session, const std::string& file, unsigned line, ChoiceColumn column,
                  const Message& what) {
    return UserError("cli.succession.mistake", {file, std::to_string(line), session.say(titles.at(column)),
                                                text::render(session.lang(), what)});
}

}  // namespace

std::string choice_table(const Session& session, const v1::AgencySucceedReply& shown) {
    std::vector<std::string> header;
    for (const auto title : titles) header.push_back(session.say(title));
    std::string csv = std::string(sheet::byte_order_mark) + sheet::csv_line(header, titles.size());
    for (const auto& piece : shown.pieces()) {
        std::string candidates;
        for (const auto& code : piece.candidates()) candidates += (candidates.empty() ? "" : ", ") + code;
        const auto& choice = piece.choice();
        csv += sheet::csv_line({std::to_string(choice.assignment()), std::to_string(choice.task()),
                                choice.from(), piece.document(), piece.task_number(), piece.title(),
                                spoken_iso_day(piece.due()), candidates, choice.to()},
                               titles.size());
    }
    return csv;
}

SuccessionChoices read_choices(const Session& session, std::string_view bytes, const std::string& file) {
    const auto text = plan::decode_text(bytes).text;
    const auto grid = plan::read_text_grid(text, separator_of(text));
    SuccessionChoices read;
    bool header = true;
    for (const auto& table : grid.tables)
        for (const auto& row : table.rows) {
            if (std::exchange(header, false)) {
                if (row.cells.size() < titles.size())
                    throw UserError("cli.succession.no_table", {file, std::to_string(titles.size())});
                continue;
            }
            const auto cell = [&](ChoiceColumn column) {
                return column < row.cells.size() ? row.cells[column].text() : std::string{};
            };
            const auto number = [&](ChoiceColumn column) {
                const auto digits = cell(column);
                std::uint64_t value = 0;
                const auto* end = digits.data() + digits.size();
                if (digits.empty() || std::from_chars(digits.data(), end, value).ptr != end)
                    throw mistake(session, file, row.line, column, {"cli.succession.not_number", {digits}});
                return value;
            };
            v1::SuccessionChoice choice;
            choice.set_assignment(number(Assignment));
            choice.set_task(number(Task));
            choice.set_from(cell(From));
            choice.set_to(cell(To));
            read.choices.push_back(std::move(choice));
            read.lines.push_back(row.line);
        }
    if (header) throw UserError("cli.succession.no_table", {file, std::to_string(titles.size())});
    return read;
}

v1::Error in_table(const Session& session, const SuccessionChoices& choices, const std::string& file,
                   v1::Error error) {
    constexpr std::string_view list = "choices[";
    const auto& place = error.place();
    if (!place.starts_with(list)) return error;
    std::size_t index = 0;
    std::from_chars(place.data() + list.size(), place.data() + place.size(), index);
    if (index >= choices.lines.size()) return error;
    const auto column = place.ends_with(".to") ? To : Assignment;
    error.set_message(session.say(
        "cli.succession.mistake",
        {file, std::to_string(choices.lines[index]), session.say(titles.at(column)), error.message()}));
    error.clear_place();
    return error;
}

}  // namespace dondoc::cli
