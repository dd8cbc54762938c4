// SPDX-License-Identifier: GPL-3.0-or-later
// What an export says of its tasks -> tasks as the daemon takes them, with what is doubtful about them marked
// and what cannot be taken named by row and column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/import_table.h"
#include "text/catalogue.h"

namespace dondoc::cli {

struct ImportRefusal {
    std::uint32_t line = 0;
    std::string column;  // its title; empty: of the row as a whole
    Message what;
};

struct ImportRows {
    std::vector<v1::ImportedTask> tasks;
    std::vector<std::uint32_t> lines;  // of each the first row that it stands in
    std::vector<ImportRefusal> refused;
    std::uint64_t doubled = 0;  // rows that say what an earlier one has said
    std::uint64_t joined = 0;   // rows that name one more agency of an earlier one
};

// What the file does not say of documents.
struct ImportDefaults {
    std::string document, issued, level, issuer;  // `issued` as on the wire
};

// Rows of one id are one task: the very same again, or another agency of it. `columns` says which days are
// none, which texts were cut and what states are called; what stands for no day gives no term, a text that
// was cut and a state that nobody knows are doubts of the row.
ImportRows read_import_rows(const ImportTable& table, const ImportColumns& columns,
                            const ImportDefaults& defaults);

// "tasks[3].row.lead_text" of the wire -> the field of a file: "lead". Empty: of no field.
std::string import_field_at(std::string_view wire_place);

}  // namespace dondoc::cli
