// SPDX-License-Identifier: GPL-3.0-or-later
// What a command is told of the document that its rows belong to.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/plan.pb.h"

namespace dondoc::cli {

// The options that say what document it is and how it is read; days as typed.
struct DocumentOptions {
    std::string number, issued, level, title, issuer;
    bool secret = false;        // for who leads in it alone
    bool running_text = false;  // duties outside the tables are taken too
};

// --document, --issued, --level, --title, --issuer, --running-text.
void add_document_options(CLI::App* command, Session& session, DocumentOptions& options);
// --absent assign|leave: members of groups that did not exist on the day of issue.
void add_absent_option(CLI::App* command, Session& session, std::string& choice);
v1::AbsentMembers::Choice absent_choice(const std::string& choice);  // empty: ask; throws UsageError
// Throws UserError for a date, UsageError for a level that is none.
v1::Document document_of(const DocumentOptions& options);
// Throws UsageError where number, date of issue or level is missing.
void require_document(const v1::Document& document);

}  // namespace dondoc::cli
