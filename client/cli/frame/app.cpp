// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/app.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "cli/frame/command.h"
#include "cli/frame/help.h"
#include "cli/frame/output.h"
#include "cli/frame/session.h"
#include "cli/pages/agency_suggestion.h"
#include "cli/pages/wording.h"
#include "cli/terminal/width.h"
#include "lib/errors.h"
#include "lib/json.h"

namespace dondoc::cli {
namespace {

void add_global_options(CLI::App& app, Session& session) {
    auto& options = session.options;
    add_option(&app, session, "--profile", options.profile, "FILE", "cli.option.profile");
    add_option(&app, session, "--endpoint", options.endpoint, "ENDPOINT", "cli.option.endpoint");
    add_option(&app, session, "--lang", options.lang, "vi|en", "cli.option.lang")
        ->check(CLI::IsMember({"vi", "en"}));
    add_option(&app, session, "--timeout", options.timeout_s, "SECONDS", "cli.option.timeout")
        ->check(CLI::NonNegativeNumber);
    add_flag(&app, session, "--json", options.json, "cli.option.json");
    app.set_help_flag("-h,--help", session.say("cli.option.help"));
    app.set_version_flag("--version", "dondoc " DONDOC_VERSION, session.say("cli.option.version"));
}

constexpr auto all = [](const CLI::App*) { return true; };

// "dondoc help plan import" is "dondoc plan import --help".
std::vector<std::string> asks_for_help(std::vector<std::string> arguments) {
    const auto word = command_word(arguments);
    if (word == arguments.end() || *word != "help") return arguments;
    arguments.erase(word);
    arguments.emplace_back("--help");
    return arguments;
}

// The command that the words lead to: whose help to show.
const CLI::App& deepest(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : deepest(*chosen.front());
}

// One error, for a person or for a program.
void complain(Session& session, const v1::Error& error) {
    if (session.options.json) {
        session.err() << client::to_json_line(error) << std::endl;
        return;
    }
    std::string text = error.message();
    if (text.empty()) text = session.say(error.code(), {error.args().begin(), error.args().end()});
    if (const auto place = place_word(session.lang(), error.place()); !place.empty())
        text = place + ": " + text;
    if (!error.incident().empty()) text += " " + session.say("cli.error.incident", {error.incident()});
    // An agency is known by its code; who types its name is told the code.
    if (error.code() == "agency.unknown" && error.args_size() > 0)
        if (const auto like = agencies_like(session, error.args(0)); !like.empty())
            text += " " + session.say("cli.agency.perhaps", {like});
    session.err() << session.say("cli.error", {printable(text)}) << std::endl;
}

void complain(Session& session, const Message& message, const std::string& place = {}) {
    v1::Error error;
    error.set_code(message.key);
    error.set_message(text::render(session.lang(), message));
    for (const auto& arg : message.args) error.add_args(arg);
    error.set_place(place);
    complain(session, error);
}

bool is_about_profile(const UserError& error) {
    return error.message().key.rfind("client.profile.", 0) == 0;
}

}  // namespace

std::string language_of(const std::vector<std::string>& arguments) {
    const auto name = [](const std::string& text) { return text.substr(0, 2) == "en" ? "en" : "vi"; };
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) return name(arguments[i + 1]);
        if (arguments[i].rfind("--lang=", 0) == 0) return name(arguments[i].substr(7));
    }
    const char* variable = std::getenv("DONDOC_LANG");
    return variable == nullptr ? "vi" : name(variable);
}

std::vector<std::string>::const_iterator command_word(const std::vector<std::string>& arguments) {
    static constexpr std::array<std::string_view, 4> with_value{"--profile", "--endpoint", "--lang",
                                                                "--timeout"};
    auto word = arguments.begin();
    while (word != arguments.end() && word->starts_with('-'))
        word +=
            std::ranges::find(with_value, *word) != with_value.end() && word + 1 != arguments.end() ? 2 : 1;
    return word;
}

Exit run(const std::vector<std::string>& arguments, const Commands& commands, std::ostream& out,
         std::ostream& err, const Terminal& terminal) {
    Session session(out, err, terminal);
    session.options.lang = language_of(arguments);
    CLI::App app(session.say("cli.about"));
    app.footer(
        "dondoc status\ndondoc plan preview plan.txt\n"
        "dondoc plan import plan.txt --document 122/KH-UBND --issued 13/05/2023 --level province\n"
        "dondoc listen");
    app.formatter_fn([&](const CLI::App* command, const std::string&, CLI::AppFormatMode) {
        return help_page(session, *command);
    });
    add_global_options(app, session);
    app.fallthrough();  // global options may stand after the command
    app.require_subcommand(1);
    commands.add(app, session);

    const auto wrong_usage = [&](const Message& message) {
        complain(session, message);
        if (!session.options.json)
            err << session.say("cli.usage.see_help", {full_name(deepest(app))}) << std::endl;
        return Exit::WrongUsage;
    };
    // What stands after an unknown option is taken for an argument, which is then complained of.
    const auto wrong_words = [&](const Message& complaint) {
        const auto unknown = unknown_option(deepest(app), arguments);
        if (unknown.empty()) return wrong_usage(complaint);
        return wrong_usage({"cli.usage.wrong", {session.say("cli.usage.no_option", {unknown})}});
    };
    try {
        auto reversed = asks_for_help(arguments);
        std::ranges::reverse(reversed);  // as CLI11 wants them
        app.parse(std::move(reversed));
        flush_or_throw(out);
        return session.ended_as_refused() ? Exit::Refused : Exit::Done;
    } catch (const CLI::CallForVersion&) {
        out << "dondoc " DONDOC_VERSION << std::endl;
        return Exit::Done;
    } catch (const CLI::CallForHelp&) {
        if (!commands.are_all) throw;
        if (const auto& command = deepest(app);
            !command.get_subcommands(all).empty() && !left_over(command).empty())
            return wrong_usage({"cli.usage.wrong", {no_command(session, command)}});
        out << help_page(session, deepest(app)) << std::flush;
        return Exit::Done;
    } catch (const CLI::ParseError& error) {
        if (!commands.are_all) throw;
        const auto& command = deepest(app);
        const Message complaint{"cli.usage.wrong", {usage_complaint(session, command, error)}};
        // Of what follows a command that is not there nothing can be known.
        return is_unknown_command(command, error) ? wrong_usage(complaint) : wrong_words(complaint);
    } catch (const UsageError& error) {
        return wrong_words(with_range(deepest(app), error.message()));
    } catch (const client::Unreachable& error) {
        complain(session, error.message());
        return Exit::Unreachable;
    } catch (const client::Refused& error) {
        complain(session, error.error());
        return Exit::Refused;
    } catch (const UserError& error) {
        complain(session, error.message(), error.place());
        return is_about_profile(error) ? Exit::WrongUsage : Exit::Refused;
    } catch (const OutputClosed&) {
        return Exit::Done;
    } catch (const std::exception& error) {
        complain(session, Message{"cli.error.fault", {error.what()}});
        return Exit::Refused;
    }
}

}  // namespace dondoc::cli
