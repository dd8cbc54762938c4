#include "plan/reader.h"

#include <optional>

#include "plan/csv_grid.h"
#include "plan/docx_grid.h"
#include "plan/meaning.h"
#include "plan/pdf_grid.h"
#include "plan/running_rows.h"
#include "plan/text_grid.h"
#include "plan/xlsx_grid.h"
#include "plan/zip_archive.h"

namespace dondoc::plan {
namespace {

Grid read_office_grid(std::string_view bytes) {
    ZipArchive archive(bytes);
    if (archive.has("word/document.xml")) return read_docx_grid(archive, "word/document.xml");
    if (archive.has("xl/workbook.xml")) return read_xlsx_grid(archive, "xl/workbook.xml");
    throw UserError(archive.has("mimetype") ? "plan.open_document" : "plan.other_archive", {});
}

Grid read_any_grid(std::string_view bytes) {
    if (bytes.size() > max_bytes)
        throw UserError("plan.too_big",
                        {std::to_string(bytes.size() >> 20), std::to_string(max_bytes >> 20)});
    if (bytes.starts_with("PK\x03\x04")) return read_office_grid(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw UserError("plan.old_office_file", {});
    // Some programs write a few bytes before the mark.
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return read_pdf_grid(bytes);
    return read_separated_grid(bytes);
}

Grid numbered(Grid grid) {
    for (std::size_t i = 0; i < grid.tables.size(); ++i)
        grid.tables[i].number = static_cast<std::uint32_t>(i + 1);
    return grid;
}

}  // namespace

Grid read_plan_grid(std::string_view bytes) {
    return numbered(read_any_grid(bytes));
}

PlanTableReading read_plan(std::string_view bytes) {
    const auto grid = read_plan_grid(bytes);
    auto reading = read_grid(grid);
    reading.head = read_head(grid);
    return reading;
}

PlanTableReading read_plan_with_running_text(std::string_view bytes) {
    const auto grid = read_plan_grid(bytes);
    PlanTableReading reading;
    std::optional<UserError> no_table;
    try {
        reading = read_grid(grid);
    } catch (const UserError& error) {
        if (error.message().key != "plan.no_header" && error.message().key != "plan.no_tasks") throw;
        no_table = error;
    }
    add_running_rows(prose_of(grid), reading);
    reading.head = read_head(grid);
    if (no_table && reading.rows.empty()) throw UserError("plan.no_running_duties", {});
    return reading;
}

PlanTableReading read_plan_text(std::string_view bytes) {
    return read_grid(numbered(read_text_grid(bytes)));
}

}  // namespace dondoc::plan
