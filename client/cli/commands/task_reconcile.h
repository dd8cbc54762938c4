// SPDX-License-Identifier: GPL-3.0-or-later
// The list of another system beside what is here: who has what, and what differs; and what is here, in that
// system's columns.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/commands/import_columns.h"
#include "cli/commands/import_rows.h"
#include "cli/commands/source_tasks.h"
#include "report/page.h"

namespace dondoc::cli {

// dondoc task reconcile, dondoc task export
void add_task_reconcile(CLI::App& task_group, Session& session);

struct Reconciled {
    struct Difference {
        std::string id, title, field;  // a field of a file of columns: "state", "deadline" ...
        std::string here, there;       // as a person reads them
    };
    std::vector<Difference> differences;
    std::vector<const v1::ImportedTask*> only_there;
    std::vector<const SourceTask*> only_here;
    std::size_t same = 0;
};

// Titles are compared without case and marks, one that was cut by its beginning; a field that the file does
// not say is not compared. What it returns points into both.
Reconciled reconcile(const std::vector<v1::ImportedTask>& there, const std::vector<SourceTask>& here,
                     const ImportColumns& columns, text::Lang lang);

// With room to sign.
report::Page reconcile_page(const Reconciled& found, const std::string& source, const std::string& file,
                            const std::string& today, text::Lang lang);

// A line of titles and one of each task, in the columns that the file of columns names first.
std::vector<std::vector<std::string>> in_their_columns(const std::vector<SourceTask>& tasks,
                                                       const ImportColumns& columns);

}  // namespace dondoc::cli
