// SPDX-License-Identifier: GPL-3.0-or-later
// How the export of another system is to be read: which column is what, how it says states, and what it
// writes where it has nothing. Written down once, in a file of config/import.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dondoc/v1/task_import.pb.h"

namespace dondoc::cli {

// The fields of a task, as files name them: "id", "document", "issued" ...
const std::vector<std::string_view>& import_fields();

struct ImportColumns {
    std::map<std::string, std::vector<std::string>> titles;  // by field; a key of JSON, or a column's title
    std::vector<std::string> no_day;  // what is written where there is no day: "01/01/1970"
    std::vector<std::string> cuts;    // by what a text ends that was cut: "…"
    std::map<std::string, v1::ImportedState::State> states;  // by folded()
    std::map<v1::ImportedState::State, std::string> words;   // the first word of each state
    std::map<std::string, std::string> defaults;             // of "level", "issuer"
    // The term of what has none of its own, as a phrase that the day of its receipt follows: "Trong 15 ngày
    // làm việc kể từ ngày". Empty: it has none.
    std::string term_from_receipt;

    // Field of a column with this title, however it is spelt; empty: it has no meaning here.
    std::string field_titled(const std::string& title) const;
    bool is_no_day(std::string_view text) const;
    bool is_cut(std::string_view text) const;
};

// Throws UserError with file and line: "config.*", "import_columns.*".
ImportColumns parse_import_columns(std::string_view toml, const std::string& file_name);

}  // namespace dondoc::cli
