// A plan's file and the facts of its document, as they are named on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/session.h"
#include "plan/reader.h"

namespace dondoc::cli {

struct PlanInput {
    std::string file, number, issued, level, title, issuer;
};

enum class Facts { Required, Optional };  // number, date of issue, level

CLI::Option* add_plan_file(CLI::App* command, Session& session, PlanInput& input);  // FILE
// --document, --issued, --level, --title, --issuer.
void add_document_facts(CLI::App* command, Session& session, PlanInput& input, Facts facts);

// Throws UsageError for a date or a level that is none.
v1::Document document_of(const PlanInput& input);
// Throws UserError, with the name of the file, for what is no plan.
plan::PlanTableReading read_plan(const PlanInput& input);

}  // namespace dondoc::cli
