// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/reader.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "language/words/normalize.h"
#include "plan/formats/cell_text.h"
#include "plan/formats/csv_grid.h"
#include "plan/formats/docx_grid.h"
#include "plan/formats/html_grid.h"
#include "plan/formats/odf_grid.h"
#include "plan/formats/office_converter.h"
#include "plan/formats/pdf_grid.h"
#include "plan/formats/picture_file.h"
#include "plan/formats/text_grid.h"
#include "plan/formats/xlsx_grid.h"
#include "plan/formats/zip_archive.h"
#include "plan/meaning/meaning.h"
#include "plan/meaning/running_rows.h"

namespace dondoc::plan {
namespace {

Grid read_office_grid(std::string_view bytes) {
    ZipArchive archive(bytes);
    if (archive.has("word/document.xml")) return read_docx_grid(archive, "word/document.xml");
    if (archive.has("xl/workbook.xml")) return read_xlsx_grid(archive, "xl/workbook.xml");
    if (archive.has("content.xml")) return read_odf_grid(archive);
    throw UserError("plan.other_archive", {});
}

// Some programs write a few bytes before the mark.
bool is_pdf(std::string_view bytes) {
    return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

Grid grid_of_any(std::string_view bytes, const Beat& beat) {
    if (bytes.size() > max_bytes)
        throw UserError("plan.too_big",
                        {std::to_string(bytes.size() >> 20), std::to_string(max_bytes >> 20)});
    if (bytes.starts_with("PK\x03\x04")) return read_office_grid(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw UserError("plan.old_office_file", {});
    if (is_picture_file(bytes)) return read_pdf_grid(pdf_of_pictures(bytes), beat);
    if (is_pdf(bytes)) return read_pdf_grid(bytes, beat);
    if (is_html(bytes)) return read_html_grid(bytes);
    return read_separated_grid(bytes);
}

// "D3": column and line.
std::string cell_name(const GridRow& row, std::size_t column) {
    return column_letters(column) + std::to_string(row.line);
}

// Errors that were saved as text are no texts either.
void clear_error_values(Grid& grid) {
    for (auto& table : grid.tables)
        for (auto& row : table.rows)
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                auto& paragraphs = row.cells[i].paragraphs;
                if (paragraphs.size() != 1 || !is_error_value(paragraphs.front())) continue;
                row.doubts.push_back({"row.cell_error", {cell_name(row, i), paragraphs.front()}});
                paragraphs.clear();
            }
}

// What a file calls its sheets and parts, and its error values, is said as it stands there, and a file may
// have any bytes.
void clean(Message& message) {
    for (auto& word : message.args) word = language::normalize(word);
}

void clean_what_is_said(Grid& grid) {
    for (auto& problem : grid.problems) clean(problem);
    for (auto& table : grid.tables) {
        table.name = language::normalize(table.name);
        for (auto& row : table.rows)
            for (auto& doubt : row.doubts) clean(doubt);
    }
}

Grid read_any_grid(std::string_view bytes, const Beat& beat) {
    try {
        auto grid = grid_of_any(bytes, beat);
        clean_what_is_said(grid);
        return grid;
    } catch (const UserError& error) {
        auto said = error.message();
        clean(said);
        throw UserError(said.key, said.args, language::normalize(error.place()));
    }
}

Grid numbered(Grid grid) {
    clear_error_values(grid);
    for (std::size_t i = 0; i < grid.tables.size(); ++i)
        grid.tables[i].number = static_cast<std::uint32_t>(i + 1);
    return grid;
}

Grid read_plan_confined(std::string_view bytes, const PagesRead& on_pages) {
    // A scanned page takes seconds, on a machine with other work many; one that hangs is silent.
    constexpr SandboxLimits page_by_page{60'000, 900};
    const bool pages = is_pdf(bytes) || is_picture_file(bytes);
    return numbered(read_in_sandbox([&](const Beat& beat) { return read_any_grid(bytes, beat); },
                                    pages ? "plan.pdf_unreadable" : "plan.reader_died",
                                    pages ? page_by_page : SandboxLimits{}, on_pages));
}

// A number that was recognised in a picture names another document when one figure of it is wrong.
DocumentHead certain_head(const Grid& grid) {
    const bool is_scanned =
        std::any_of(grid.problems.begin(), grid.problems.end(),
                    [](const Message& problem) { return problem.key == "plan.scanned_pages"; });
    return is_scanned ? DocumentHead{} : read_head(grid);
}

}  // namespace

Grid read_plan_grid_here(std::string_view bytes, const Beat& beat) {
    return numbered(read_any_grid(bytes, beat));
}

Grid read_plan_grid(std::string_view bytes, const PagesRead& on_pages) {
    if (bytes.size() > max_bytes)
        throw UserError("plan.too_big",
                        {std::to_string(bytes.size() >> 20), std::to_string(max_bytes >> 20)});
    if (const auto old = old_format_of(bytes)) return read_plan_confined(converted(bytes, *old), on_pages);
    return read_plan_confined(bytes, on_pages);
}

PlanTableReading read_plan(std::string_view bytes, const PagesRead& on_pages) {
    const auto grid = read_plan_grid(bytes, on_pages);
    auto reading = read_grid(grid);
    reading.head = certain_head(grid);
    return reading;
}

PlanTableReading read_plan_with_running_text(std::string_view bytes, const PagesRead& on_pages) {
    const auto grid = read_plan_grid(bytes, on_pages);
    PlanTableReading reading;
    std::optional<UserError> no_table;
    try {
        reading = read_grid(grid);
    } catch (const UserError& error) {
        if (error.message().key != "plan.no_header" && error.message().key != "plan.no_tasks") throw;
        no_table = error;
    }
    add_running_rows(prose_of(grid), reading);
    reading.head = certain_head(grid);
    if (no_table && reading.rows.empty()) throw UserError("plan.no_running_duties", {});
    return reading;
}

PlanTableReading read_plan_text(std::string_view bytes) {
    return read_grid(numbered(read_text_grid(bytes)));
}

}  // namespace dondoc::plan
