// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/calendar_check.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "cli/commands/calendar_source.h"
#include "cli/frame/command.h"
#include "domain/calendar_check.h"
#include "dondoc/v1/calendar.pb.h"
#include "language/files/calendar_file.h"

namespace dondoc::cli {
namespace {

constexpr auto error_word = "error";
constexpr auto warning_word = "warning";

v1::CalendarFinding& add(v1::CalendarCheck& check, const Session& session, const char* severity,
                         const Message& message) {
    auto& finding = *check.add_findings();
    finding.set_severity(severity);
    finding.set_key(message.key);
    finding.set_message(text::render(session.lang(), message));
    return finding;
}

// "2026.toml:12" -> 12; 0 where no line is named.
std::uint32_t line_of(const std::string& place, const std::string& file) {
    if (place.size() <= file.size() + 1 || !place.starts_with(file + ":")) return 0;
    return static_cast<std::uint32_t>(std::stoul(place.substr(file.size() + 1)));
}

void add_error(v1::CalendarCheck& check, const Session& session, const std::string& file,
               const UserError& error) {
    auto& finding = add(check, session, error_word, error.message());
    finding.set_file(file);
    finding.set_line(line_of(error.place(), file));
}

// The files that can be read and are of a year each. What is wrong in the others is told, and nothing is said
// of how their days fit the law.
std::vector<language::CalendarFile> readable(v1::CalendarCheck& check, const Session& session,
                                             const std::vector<std::string>& files) {
    std::vector<language::CalendarFile> good;
    for (const auto& file : files) {
        try {
            auto reading = language::read_calendar(read_input(file), file);
            for (const auto& error : reading.errors) add_error(check, session, file, error);
            if (!reading.errors.empty()) continue;
            const bool twice =
                std::ranges::any_of(good, [&](const auto& other) { return other.year == reading.file.year; });
            if (twice)
                add_error(check, session, file,
                          UserError("calendar.year_twice", {std::to_string(int{reading.file.year})}));
            else
                good.push_back(std::move(reading.file));
        } catch (const UserError& error) {  // not there, no rights
            add_error(check, session, file, error);
        }
    }
    return good;
}

void add_findings(v1::CalendarCheck& check, const Session& session,
                  const std::vector<language::CalendarFile>& files) {
    for (const auto& found : check_calendar(language::calendar_of(files))) {
        const bool is_error = found.severity == CalendarFinding::Severity::Error;
        auto& finding = add(check, session, is_error ? error_word : warning_word, found.message);
        const auto file = std::ranges::find(files, found.year, &language::CalendarFile::year);
        finding.set_file(file->name);
        if (!found.day) continue;
        finding.set_date(iso_day(*found.day));
        if (const auto line = file->lines.find(*found.day); line != file->lines.end())
            finding.set_line(line->second);
    }
}

void print_findings(Session& session, const v1::CalendarCheck& check) {
    for (const auto& finding : check.findings()) {
        const auto line = finding.line() == 0 ? "" : ":" + std::to_string(finding.line());
        const auto tone = finding.severity() == error_word ? Tone::Bad : Tone::Warning;
        session.line(finding.file() + line + ": " +
                     coloured(session.say("cli.calendar.severity." + finding.severity()), tone,
                              session.terminal().colours) +
                     ": " + finding.message());
    }
    session.line(session.say(
        "cli.calendar.checked",
        {std::to_string(check.years()), std::to_string(check.errors()), std::to_string(check.warnings())}));
}

}  // namespace

void check_calendars(Session& session, const std::vector<std::string>& named) {
    std::vector<std::string> files;
    for (const auto& where : named.empty() ? std::vector<std::string>{""} : named)
        std::ranges::copy(calendar_files(where), std::back_inserter(files));
    v1::CalendarCheck check;
    const auto good = readable(check, session, files);
    add_findings(check, session, good);
    const auto errors = std::ranges::count(check.findings(), error_word, &v1::CalendarFinding::severity);
    check.set_years(static_cast<std::uint32_t>(good.size()));
    check.set_errors(static_cast<std::uint32_t>(errors));
    check.set_warnings(static_cast<std::uint32_t>(check.findings_size() - errors));
    if (session.options.json)
        session.print_json(check);
    else
        print_findings(session, check);
    session.out().flush();
    if (errors > 0) throw UserError("cli.calendar.has_errors", {std::to_string(errors)});
}

}  // namespace dondoc::cli
