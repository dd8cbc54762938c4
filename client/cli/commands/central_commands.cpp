// SPDX-License-Identifier: GPL-3.0-or-later
// The figures are dondoc-central's, which knows the database; how they are shown is the same as for the
// reports of one daemon.
#include "cli/commands/central_commands.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/commands/page_files.h"
#include "cli/frame/command.h"
#include "cli/terminal/child.h"
#include "domain/reasons.h"
#include "lib/json.h"
#include "report/pages.h"

namespace dondoc::cli {
namespace {

struct CentralOptions {
    std::string config, as_of, by;
    std::vector<std::string> sites, levels;
    std::uint32_t least = 0, limit = 0;
    bool all_levels = false;
    PageFiles files;
};

constexpr std::uint32_t all_rows = 1'000'000;  // of a table that programs read

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ",") + word;
    return text;
}

std::vector<std::string> words_of(const std::string& view, const CentralOptions& options) {
    std::vector<std::string> words{"dondoc-central"};
    const auto add = [&words](const char* name, const std::string& value) {
        if (value.empty()) return;
        words.emplace_back(name);
        words.push_back(value);
    };
    add("--config", options.config);
    words.insert(words.end(), {"report", view});
    add("--as-of", day_for_wire("--as-of", options.as_of));
    add("--site", joined(options.sites));
    add("--level", joined(options.levels));
    add("--by", options.by);
    if (options.all_levels) words.emplace_back("--all-levels");
    if (options.least > 0) add("--least", std::to_string(options.least));
    const bool whole = options.limit == 0 && (!options.files.csv.empty() || !options.files.xlsx.empty());
    if (whole || options.limit > 0) add("--limit", std::to_string(whole ? all_rows : options.limit));
    return words;
}

// What a program prints. Throws UserError "cli.central.not_there" and "cli.central.failed".
std::string output_of(std::vector<std::string> words, text::Lang lang) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    const client::Descriptor reading{ends[0]};
    client::Descriptor writing{ends[1]};
    auto environment = environment_without("DONDOC_LANG=");
    environment.emplace_back(lang == text::Lang::En ? "DONDOC_LANG=en" : "DONDOC_LANG=vi");
    try {
        const Child child{std::move(words), std::move(environment), -1, writing.get()};
        writing = client::Descriptor{};
        std::string text;
        std::array<char, 65536> piece{};
        for (ssize_t size = 0; (size = ::read(reading.get(), piece.data(), piece.size())) > 0;)
            text.append(piece.data(), static_cast<std::size_t>(size));
        if (child.collect() != 0) throw UserError("cli.central.failed");
        return text;
    } catch (const std::system_error& error) {
        throw UserError("cli.central.not_there", {system_reason(error.code())});
    }
}

void report(Session& session, const std::string& view, const CentralOptions& options) {
    require_one_output(session, options.files);
    v1::SitesReport report;
    if (!client::from_json(output_of(words_of(view, options), session.lang()), report))
        throw UserError("cli.central.failed");
    show_page(session, report::make_page(report, session.lang()), report, options.files);
}

}  // namespace

void add_central_commands(CLI::App& app, Session& session) {
    auto* central = add_group(app, session, "central", "cli.central.about");
    auto* group = add_group(*central, session, "report", "cli.central.about");
    const auto options = make_options<CentralOptions>();
    for (const std::string view : {"government", "ranking", "ageing", "site", "overdue"}) {
        const auto command_line = "dondoc central report " + view;
        auto* command =
            add_command(*group, session, view, "cli.central.about." + view,
                        command_line + (view == "site" ? " --site 19" : "") + "\n" + command_line +
                            " --as-of 30/9/2025 --site 19" + " --xlsx bao-cao.xlsx");
        add_option(command, session, "--config", options->config, "FILE", "cli.central.option.config");
        add_option(command, session, "--as-of", options->as_of, "DATE", "cli.option.report_as_of");
        add_option(command, session, "--site", options->sites, "SITE", "central.option.site")->delimiter(',');
        add_option(command, session, "--level", options->levels, "LEVEL", "cli.option.report_level")
            ->delimiter(',');
        add_page_options(command, session, options->files);
        if (view == "government")
            add_flag(command, session, "--all-levels", options->all_levels, "cli.option.report_all_levels");
        if (view == "ranking") {
            add_option(command, session, "--by", options->by, "on_time|completion", "cli.option.report_by")
                ->check(CLI::IsMember({"on_time", "completion"}));
            add_option(command, session, "--least", options->least, "N", "cli.option.report_least")
                ->check(CLI::PositiveNumber);
        }
        if (view == "overdue")
            add_option(command, session, "--limit", options->limit, "N", "cli.option.report_limit");
        command->callback([&session, options, view] { report(session, view, *options); });
    }
}

}  // namespace dondoc::cli
