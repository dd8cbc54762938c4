#include "cli/plan_input.h"

#include "cli/command.h"
#include "domain/document_level.h"

namespace dondoc::cli {
namespace {

// What is wrong with a plan is said with the name of its file.
plan::PlanTableReading read_table(const std::string& file) {
    try {
        return plan::read_plan(read_input(file));
    } catch (const UserError& error) {
        throw UserError(error.message().key, error.message().args,
                        error.place().empty() ? file : file + ": " + error.place());
    }
}

}  // namespace

CLI::Option* add_plan_file(CLI::App* command, Session& session, PlanInput& input) {
    return add_option(command, session, "FILE", input.file, "", "cli.option.plan_file");
}

void add_document_facts(CLI::App* command, Session& session, PlanInput& input, Facts facts) {
    const bool required = facts == Facts::Required;
    add_option(command, session, "--document", input.number, "NUMBER", "cli.option.plan_document")
        ->required(required);
    add_option(command, session, "--issued", input.issued, "DATE", "cli.option.issued")->required(required);
    add_option(command, session, "--level", input.level, "LEVEL", "cli.option.level")->required(required);
    add_option(command, session, "--title", input.title, "TEXT", "cli.option.title");
    add_option(command, session, "--issuer", input.issuer, "TEXT", "cli.option.issuer");
}

v1::Document document_of(const PlanInput& input) {
    if (!input.level.empty() && !is_document_level(input.level))
        throw UsageError("cli.usage.bad_level", {input.level});
    v1::Document document;
    document.set_number(input.number);
    document.set_issued(day_for_wire("--issued", input.issued));
    document.set_level(input.level);
    document.set_title(input.title);
    document.set_issuer(input.issuer);
    return document;
}

plan::PlanTableReading read_plan(const PlanInput& input) {
    auto reading = read_table(input.file);
    if (reading.rows.empty()) throw UserError("cli.plan.no_rows", {}, input.file);
    return reading;
}

}  // namespace dondoc::cli
