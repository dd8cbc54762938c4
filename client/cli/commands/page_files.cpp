// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/page_files.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cli/frame/command.h"
#include "cli/pages/report_text.h"
#include "report/csv.h"
#include "report/html.h"
#include "report/xlsx.h"

namespace dondoc::cli {
namespace {

constexpr std::string_view standard_output = "-";

}  // namespace

report::Ask asking(Session& session) {
    return [&session](v1::Request request) { return session.ask(std::move(request), true); };
}

void add_page_options(CLI::App* command, Session& session, PageFiles& files) {
    add_option(command, session, "--csv", files.csv, "FILE", "cli.option.report_csv");
    add_option(command, session, "--xlsx", files.xlsx, "FILE", "cli.option.report_xlsx");
    add_option(command, session, "--html", files.html, "FILE", "cli.option.report_html");
    add_flag(command, session, "--force", files.force, "cli.option.force");
}

void require_one_output(const Session& session, const PageFiles& files, const std::string& other) {
    const auto printed =
        std::ranges::count(std::array{files.csv, files.xlsx, files.html, other}, standard_output);
    if (printed + (session.options.json ? 1 : 0) > 1) throw UsageError("cli.usage.one_output");
}

void show_page(Session& session, const report::Page& page, const google::protobuf::Message& message,
               const PageFiles& files, std::vector<PageFile> more) {
    more.insert(more.begin(),
                {{files.csv, report::to_csv}, {files.xlsx, report::to_xlsx}, {files.html, report::to_html}});
    std::erase_if(more, [](const PageFile& file) { return file.name.empty(); });
    const bool json = session.options.json;
    const bool printed = std::ranges::count(more, standard_output, &PageFile::name) > 0;
    if (json) session.print_json(message);
    // What a program reads stays alone on the output.
    auto& remarks = json || printed ? session.err() : session.out();
    for (const auto& file : more) {
        if (file.name == standard_output) {
            session.out() << file.to_text(page);
            continue;
        }
        write_output(file.name, file.to_text(page), files.force);
        remarks << session.say("cli.report.written", {file.name}) << '\n';
    }
    if (more.empty() && !json) print_page(session, page);
}

}  // namespace dondoc::cli
