// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/document_options.h"

#include "cli/frame/command.h"
#include "domain/document_level.h"
#include "domain/document_number.h"
#include "language/readers.h"

namespace dondoc::cli {

void add_document_options(CLI::App* command, Session& session, DocumentOptions& options) {
    add_option(command, session, "--document", options.number, "NUMBER", "cli.option.plan_document");
    add_option(command, session, "--issued", options.issued, "DATE", "cli.option.issued");
    add_option(command, session, "--level", options.level, "LEVEL", "cli.option.level");
    add_option(command, session, "--title", options.title, "TEXT", "cli.option.title");
    add_option(command, session, "--issuer", options.issuer, "TEXT", "cli.option.issuer");
    add_flag(command, session, "--secret", options.secret, "cli.option.secret");
    add_flag(command, session, "--running-text", options.running_text, "cli.option.running_text");
}

void add_absent_option(CLI::App* command, Session& session, std::string& choice) {
    add_option(command, session, "--absent", choice, "assign|leave", "cli.option.absent");
}

v1::AbsentMembers::Choice absent_choice(const std::string& choice) {
    if (choice.empty()) return v1::AbsentMembers::ask;
    if (choice == "assign") return v1::AbsentMembers::assign;
    if (choice == "leave") return v1::AbsentMembers::leave;
    throw UsageError("cli.usage.bad_absent", {choice});
}

v1::Document document_of(const DocumentOptions& options) {
    v1::Document document;
    document.set_number(printed_number(options.number, "--document"));
    document.set_issued(day_for_wire("--issued", options.issued));
    if (!options.level.empty() && !is_document_level(options.level))
        throw UsageError("cli.usage.bad_level", {options.level});
    document.set_level(options.level);
    document.set_title(options.title);
    document.set_issuer(language::normalize(options.issuer));
    document.set_secret(options.secret);
    return document;
}

void require_document(const v1::Document& document) {
    if (document.number().empty()) throw UsageError("cli.plan.needs", {"--document"});
    if (document.issued().empty()) throw UsageError("cli.plan.needs", {"--issued"});
    if (document.level().empty()) throw UsageError("cli.plan.needs", {"--level"});
}

}  // namespace dondoc::cli
