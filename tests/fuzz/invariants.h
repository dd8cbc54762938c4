// SPDX-License-Identifier: Apache-2.0
// What has to hold of every reading, whatever was read. A breach ends the fuzz target, which then keeps the
// input.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "domain/civil.h"
#include "domain/deadline.h"
#include "language/readers.h"
#include "language/words/unicode.h"
#include "plan/meaning/meaning.h"
#include "plan/preview.h"
#include "text/catalogue.h"

namespace dondoc::fuzz {

inline void require(bool holds, std::string_view what, std::string_view about = {}) {
    if (holds) return;
    std::fprintf(stderr, "BROKEN: %.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
                 static_cast<int>(about.size()), about.data());
    std::abort();
}

inline void require_text(std::string_view text, std::string_view what) {
    require(language::is_utf8(text), what);
}

// Known to the catalogue, and UTF-8 in both languages.
inline void require_message(const Message& message) {
    for (const auto lang : {text::Lang::Vi, text::Lang::En}) {
        const auto sentence = text::render(lang, message);
        require(!sentence.starts_with(message.key), "a message has its sentence", message.key);
        require_text(sentence, message.key);
    }
}

// No phrase means a day before its document's century or further than a plan can reach.
inline void require_days(const Term& term, std::string_view phrase) {
    const auto days = due_days(term);
    require(std::is_sorted(days.begin(), days.end()), "days ascend", phrase);
    for (const auto day : days)
        require(day >= civil(1900, 1, 1) && day <= civil(2200, 12, 31), "a day is in 1900-2200",
                iso_day(day));
    const auto start = start_day(term);
    if (start && !days.empty()) require(*start <= days.back(), "a term starts before it ends", phrase);
    if (const auto* due = std::get_if<DueOn>(&term); due && due->nominal)
        require(*due->nominal <= due->due, "a term only rolls forward", phrase);
    if (const auto* recurring = std::get_if<Recurring>(&term))
        require(!recurring->occurrences.empty(), "a recurring term comes at least once", phrase);
}

inline void require_deadline(const language::DeadlineReading& reading, std::string_view phrase) {
    require_days(reading.deadline.term, phrase);
    require_text(reading.deadline.phrase, "a phrase is UTF-8");
    if (!std::holds_alternative<Unread>(reading.deadline.term))
        require_message(reading.deadline.reason);
    else
        require(!reading.problems.empty(), "what is not read is a problem", phrase);
    for (const auto& problem : reading.problems) require_message(problem);
}

// Every agency and group is one of the register, and named once.
inline void require_parties(const std::vector<language::Party>& parties, const Register& agencies) {
    for (auto party = parties.begin(); party != parties.end(); ++party) {
        require(!party->name.empty(), "a party has a name");
        require_text(party->name, "a party's name is UTF-8");
        require(std::find(parties.begin(), party, *party) == party, "a party is named once", party->name);
        using Kind = language::Party::Kind;
        if (party->kind == Kind::Agency)
            require(std::any_of(agencies.agencies.begin(), agencies.agencies.end(),
                                [&](const Agency& one) { return one.code == party->code; }),
                    "an agency is in the register", party->code);
        else if (party->kind == Kind::Group)
            require(std::any_of(agencies.groups.begin(), agencies.groups.end(),
                                [&](const AgencyGroup& one) { return one.name == party->code; }),
                    "a group is in the register", party->code);
        else
            require(party->code.empty(), "what is not in the register has no code", party->name);
    }
}

inline void require_grid(const plan::Grid& grid, std::uint32_t last_line) {
    std::size_t rows = 0;
    for (const auto& table : grid.tables) {
        std::uint32_t line = 0;
        for (const auto& row : table.rows) {
            ++rows;
            require(row.line > line && row.line <= last_line, "rows are lines of the file, in order",
                    std::to_string(row.line));
            line = row.line;
            for (const auto& doubt : row.doubts) require_message(doubt);
            require(row.cells.size() <= plan::max_columns, "columns are bounded");
            for (const auto& cell : row.cells) {
                require(cell.span >= 1 && cell.span <= plan::max_columns,
                        "a cell spans columns of the table");
                for (const auto& paragraph : cell.paragraphs) {
                    require(!paragraph.empty(), "no paragraph is empty");
                    require_text(paragraph, "a paragraph is UTF-8");
                }
            }
        }
    }
    require(rows <= plan::max_rows, "rows are bounded");
    for (const auto& problem : grid.problems) require_message(problem);
}

// Understands the tables and reads the rows, as `dondoc plan preview` does.
inline void read_on(const plan::Grid& grid, std::uint32_t last_line, const language::AgencyReader& agencies) {
    require_grid(grid, last_line);
    auto reading = plan::read_grid(grid);
    require(!reading.rows.empty(), "a reading has rows");
    for (const auto& problem : reading.problems) require_message(problem);
    for (const auto& heading : reading.headings) require_text(heading.title(), "a heading is UTF-8");
    v1::Document document;
    document.set_issued("2023-05-13");
    const auto preview = plan::preview(std::move(reading), document, agencies, nullptr, text::Lang::Vi);
    for (const auto& row : preview.rows()) {
        require(row.source().table() >= 1 && row.source().table() <= grid.tables.size(),
                "a row is of a table of the file");
        require(row.source().line() >= 1 && row.source().line() <= last_line, "a row is a line of the file");
        require_text(row.title(), "a title is UTF-8");
        require_text(row.section(), "a section is UTF-8");
        for (const auto& problem : row.problems()) require_text(problem, "a problem is UTF-8");
        require(row.deadline().kind() != v1::DeadlineKind::none || !row.problems().empty(),
                "a row whose term was not read says so", row.deadline_text());
        require(!row.lead().empty() || !row.problems().empty(), "a row that nobody leads says so",
                row.lead_text());
    }
}

}  // namespace dondoc::fuzz
