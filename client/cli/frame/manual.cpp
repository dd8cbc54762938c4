// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/manual.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/help.h"

namespace dondoc::cli {
namespace {

namespace fs = std::filesystem;

// "dondoc-plan-import"
std::string page_name(const CLI::App& command) {
    auto name = full_name(command);
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

// Text as roff reads it: a backslash and a minus are named, and no line begins with a command of roff's.
std::string as_roff(const std::string& text) {
    std::string result;
    bool line_begins = true;
    for (const char c : text) {
        if (line_begins && (c == '.' || c == '\'')) result += "\\&";
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
        line_begins = c == '\n';
    }
    return result;
}

// mandoc's preprocessor writes a letter beyond ASCII as \\[u1EA1], eight bytes.
std::size_t roff_width(const std::string& word) {
    std::size_t width = 0;
    for (const unsigned char c : word) width += c < 0x80 ? 1 : (c >= 0xc0 ? 8 : 0);
    return width;
}

// The same words in lines that a reader of roff takes without complaint.
std::string filled(const std::string& text) {
    constexpr std::size_t most = 76;
    std::istringstream words(text);
    std::string line, result;
    for (std::string word; words >> word;) {
        if (!line.empty() && roff_width(line) + 1 + roff_width(word) > most) {
            result += as_roff(std::exchange(line, {})) + "\n";
        }
        line += (line.empty() ? "" : " ") + word;
    }
    return result + as_roff(line);
}

void heading(std::ostream& out, const Session& session, std::string_view key) {
    out << ".SH " << session.say(key) << '\n';
}

void paragraphs(std::ostream& out, const std::string& text) {
    std::istringstream lines(text);
    bool first = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        if (!first) out << ".PP\n";
        first = false;
        out << filled(line) << '\n';
    }
}

void entries(std::ostream& out, const Session& session, std::string_view key, const HelpLines& lines) {
    if (lines.empty()) return;
    heading(out, session, key);
    for (const auto& [name, about] : lines)
        out << ".TP\n.B " << as_roff(name) << '\n' << filled(about) << '\n';
}

void examples(std::ostream& out, const Session& session, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    heading(out, session, "cli.manual.examples");
    out << ".nf\n";
    for (const auto& line : lines) out << as_roff(line) << '\n';
    out << ".fi\n";
}

// The command above, and those below.
void see_also(std::ostream& out, const Session& session, const CLI::App& command, const CommandHelp& help) {
    heading(out, session, "cli.manual.see_also");
    std::vector<std::string> pages;
    if (command.get_parent() != nullptr) pages.push_back(page_name(*command.get_parent()));
    for (const auto& sub : help.commands) pages.push_back(page_name(command) + "-" + sub.first);
    for (const auto& page : pages) out << ".BR " << as_roff(page) << " (1),\n";
    out << ".BR dondocd (8)\n";
}

void write_pages(const Session& session, const CLI::App& command, const std::string& date,
                 const fs::path& folder) {
    const auto file = folder / (page_name(command) + ".1");
    std::ofstream out(file, std::ios::binary);
    out << manual_page(session, command, date);
    if (!out.flush()) throw UserError("cli.manual.not_written", {file.string()});
    for (const auto* sub :
         command.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); }))
        write_pages(session, *sub, date, folder);
}

}  // namespace

std::string manual_page(const Session& session, const CLI::App& command, const std::string& date) {
    const auto help = help_of(session, command);
    std::ostringstream out;
    auto title = page_name(command);
    std::transform(title.begin(), title.end(), title.begin(),
                   [](unsigned char c) { return std::toupper(c); });
    out << ".TH " << as_roff(title) << " 1 " << date << " \"dondoc " DONDOC_VERSION "\"\n";
    heading(out, session, "cli.manual.name");
    out << filled(page_name(command) + " - " + help.about.substr(0, help.about.find('\n'))) << '\n';
    heading(out, session, "cli.manual.synopsis");
    out << ".B " << as_roff(help.usage) << '\n';
    heading(out, session, "cli.manual.description");
    paragraphs(out, help.about);
    entries(out, session, "cli.manual.commands", help.commands);
    entries(out, session, "cli.manual.arguments", help.arguments);
    entries(out, session, "cli.manual.options", help.options);
    entries(out, session, "cli.manual.globals", help.globals);
    heading(out, session, "cli.manual.exit_status");
    paragraphs(out, session.say("cli.help.exit_codes"));
    examples(out, session, help.examples);
    see_also(out, session, command, help);
    return out.str();
}

void add_manual_command(CLI::App& app, Session& session) {
    struct Options {
        std::string folder, date;
    };
    const auto options = make_options<Options>();
    auto* manual = add_command(app, session, "manual", "cli.manual.about",
                               "dondoc --lang en manual man/man1 --date 2026-11-28");
    manual->group("");
    add_option(manual, session, "FOLDER", options->folder, "FOLDER", "cli.option.manual_folder")->required();
    add_option(manual, session, "--date", options->date, "DATE", "cli.option.manual_date")->required();
    manual->callback([&app, &session, options] {
        std::error_code ignored;
        fs::create_directories(options->folder, ignored);
        write_pages(session, app, options->date, options->folder);
    });
}

}  // namespace dondoc::cli
