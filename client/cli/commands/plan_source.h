// SPDX-License-Identifier: GPL-3.0-or-later
// A plan as a command is given it: as it was issued, or as an operator corrected it, with what is known of
// the document.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/document_options.h"
#include "cli/frame/session.h"
#include "domain/message.h"
#include "dondoc/v1/plan.pb.h"
#include "plan/reader.h"
#include "plan/sheet/sheet_reader.h"

namespace dondoc::cli {

CLI::Option* add_plan_file(CLI::App* command, Session& session, std::string& file);  // FILE

struct PlanSource {
    std::string file;
    v1::Document document;
    plan::PlanTableReading reading;
    std::optional<plan::SheetReading> sheet;  // it was corrected; its rows are in `reading`

    std::vector<std::string> from_head = {};  // options whose value the head of the document gave

    // Row of the file that was given; empty: none.
    std::string place_of(int row) const;
    // What the daemon refused of a row is said with row and column of the corrected file; other errors stay.
    v1::Error in_file(const Session& session, v1::Error error) const;
    // The same for what a preview refused: told like the file's other mistakes. Throws.
    [[noreturn]] void refuse(Session& session, const UserError& error) const;
};

// Throws UserError for what is no plan, UsageError for options that are wrong, or that a corrected file
// contradicts. The mistakes of a corrected file are told one by one, and then it throws "sheet.mistakes".
// Options come before what a corrected file says, and that before what the head of a document says.
PlanSource read_plan_source(Session& session, const std::string& file, const DocumentOptions& options);

// On stderr: what was read in the head of the document.
void print_head(Session& session, const PlanSource& source);

}  // namespace dondoc::cli
