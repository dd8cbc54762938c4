// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan_source.h"

#include <algorithm>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/terminal/progress.h"
#include "domain/document_level.h"
#include "domain/document_number.h"
#include "language/readers.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t most_mistakes_told = 50;

// What the file says; an option may add to it and not contradict it.
void take_from_sheet(v1::Document& document, const v1::Document& sheet) {
    const auto merged = [](const char* option, const std::string& given, const std::string& said) {
        if (!given.empty() && !said.empty() && given != said)
            throw UserError("cli.plan.contradicts", {option, given, said});
        return said.empty() ? given : said;
    };
    const auto number = printed_number(sheet.number());
    const bool same = is_same_number(document.number(), number);
    document.set_number(merged("--document", same ? number : document.number(), number));
    document.set_issued(merged("--issued", document.issued(), sheet.issued()));
    document.set_level(merged("--level", document.level(), sheet.level()));
    document.set_title(merged("--title", document.title(), sheet.title()));
    document.set_issuer(merged("--issuer", document.issuer(), language::normalize(sheet.issuer())));
}

// What nobody has said of the document and its head does.
void take_from_head(PlanSource& source) {
    const auto& head = source.reading.head;
    auto& document = source.document;
    const auto take = [&](const char* option, std::string& value, std::string said) {
        if (!value.empty() || said.empty()) return;
        value = std::move(said);
        source.from_head.emplace_back(option);
    };
    // The head belongs to another document where the number that was given is another.
    if (!document.number().empty() && !head.number.empty() && !is_same_number(document.number(), head.number))
        return;
    take("--document", *document.mutable_number(), head.number);
    take("--issued", *document.mutable_issued(), head.issued ? iso_day(*head.issued) : "");
    take("--issuer", *document.mutable_issuer(), language::normalize(head.issuer));
    take("--title", *document.mutable_title(), head.title);
}

std::string told(const Session& session, const std::string& file, const plan::SheetMistake& mistake) {
    return session.say("sheet.mistake", {file, std::to_string(mistake.line), mistake.column,
                                         text::render(session.lang(), mistake.what)});
}

void refuse_mistakes(Session& session, const std::string& file,
                     const std::vector<plan::SheetMistake>& mistakes) {
    if (mistakes.empty()) return;
    for (std::size_t i = 0; i < std::min(mistakes.size(), most_mistakes_told); ++i)
        session.err() << told(session, file, mistakes[i]) << '\n';
    throw UserError(mistakes.size() == 1 ? "sheet.mistakes_one" : "sheet.mistakes",
                    {std::to_string(mistakes.size())}, file);
}

// Scanned pages take seconds each: a terminal shows how far it is.
plan::PlanTableReading read_as_issued(Session& session, const std::string& bytes, bool running_text) {
    ProgressLine progress(session.err(), session.terminal().err_is_terminal);
    const auto show = [&](std::size_t read, std::size_t all) {
        progress.show(
            session.say("cli.plan.pages", {std::to_string(read), std::to_string(all), bar_of(read, all)}));
    };
    return running_text ? plan::read_plan_with_running_text(bytes, show) : plan::read_plan(bytes, show);
}

}  // namespace

CLI::Option* add_plan_file(CLI::App* command, Session& session, std::string& file) {
    return add_option(command, session, "FILE", file, "", "cli.option.plan_file");
}

std::string PlanSource::place_of(int row) const {
    if (sheet) return std::to_string(sheet->lines.at(static_cast<std::size_t>(row)));
    const auto line = reading.rows.at(static_cast<std::size_t>(row)).source().line();
    return line == 0 ? std::string{} : std::to_string(line);
}

v1::Error PlanSource::in_file(const Session& session, v1::Error error) const {
    const auto place = sheet ? sheet->place_of(error.place()) : std::nullopt;
    if (!place) return error;
    error.set_message(
        session.say("sheet.mistake", {file, std::to_string(place->line), place->column, error.message()}));
    error.clear_place();
    return error;
}

void PlanSource::refuse(Session& session, const UserError& error) const {
    auto place = sheet ? sheet->place_of(error.place()) : std::nullopt;
    if (!place) throw error;
    place->what = error.message();
    refuse_mistakes(session, file, {*place});
    throw error;
}

void print_head(Session& session, const PlanSource& source) {
    if (source.from_head.empty() || session.options.json) return;  // programs read it in the answer
    const auto& document = source.document;
    std::string said;
    for (const auto& option : source.from_head) {
        const auto value = option == "--document" ? document.number()
                           : option == "--issued" ? spoken_iso_day(document.issued())
                           : option == "--issuer" ? document.issuer()
                                                  : document.title();
        said += (said.empty() ? "" : " ") + option + " \"" + value + '"';
    }
    session.err() << session.say("cli.plan.from_head", {said}) << '\n';
}

PlanSource read_plan_source(Session& session, const std::string& file, const DocumentOptions& options) {
    PlanSource source{file, document_of(options), {}, std::nullopt};
    const auto bytes = read_input(file);
    try {
        source.sheet = plan::read_sheet_file(bytes);
        if (!source.sheet) source.reading = read_as_issued(session, bytes, options.running_text);
    } catch (const UserError& error) {
        // What is wrong with a plan is said with the name of its file.
        throw UserError(error.message().key, error.message().args,
                        error.place().empty() ? file : file + ": " + error.place());
    }
    if (source.sheet) {
        refuse_mistakes(session, file, source.sheet->mistakes);
        take_from_sheet(source.document, source.sheet->document);
        source.reading.rows = source.sheet->rows;
    }
    take_from_head(source);
    if (source.reading.rows.empty()) throw UserError("cli.plan.no_rows", {}, file);
    return source;
}

}  // namespace dondoc::cli
