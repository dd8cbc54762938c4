// SPDX-License-Identifier: GPL-3.0-or-later
// The export of another system: what it says of each task, by field, before anything is understood.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/import_columns.h"
#include "domain/message.h"

namespace dondoc::cli {

struct ImportRecord {
    std::uint32_t line = 0;                     // row of the sheet, line of the text, from 1
    std::map<std::string, std::string> fields;  // normalized; one that is empty is not there
};

struct ImportTable {
    std::vector<ImportRecord> records;
    std::map<std::string, std::string> titles;  // of each field the column that it was taken from
    std::vector<Message> remarks;               // columns that are not used
};

// XLSX, CSV, or JSON lines: one object a line, with texts, numbers, true, false, null and lists of texts;
// `file` is for errors. Throws UserError "task_import.no_header", "task_import.twice_column",
// "task_import.json", "task_import.no_rows", and what reading a table throws.
ImportTable read_import_table(std::string_view bytes, const std::string& file, const ImportColumns& columns);

}  // namespace dondoc::cli
