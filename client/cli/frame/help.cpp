// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/help.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

#include "cli/frame/distance.h"
#include "cli/terminal/width.h"

namespace dondoc::cli {
namespace {

enum class Names { First, All };

std::string option_name(const CLI::Option& option, Names which) {
    auto name = option.get_positional() ? option.get_name(true) : option.get_name(false, true);
    for (auto at = name.find(','); at != name.npos; at = name.find(',', at + 1))
        which == Names::All ? name.insert(at + 1, 1, ' ') : name.erase(at);
    const auto described = option.get_type_name();
    const auto type = described.substr(0, described.find(':'));  // without what the validators add
    // Positionals are named after what they are; flags take nothing.
    if (!option.get_positional() && option.get_expected_max() > 0 && option.get_items_expected_max() > 0 &&
        !type.empty())
        name += " " + type;
    return name;
}

void print_lines(std::ostream& out, const std::string& title, const HelpLines& lines, std::size_t terminal) {
    if (lines.empty()) return;
    constexpr std::size_t indent = 2, gap = 2, widest = 30, least = 30;
    std::size_t name_width = 0;
    for (const auto& line : lines) name_width = std::max(name_width, display_width(line.first));
    name_width = std::min(name_width, widest);
    const auto left = indent + name_width + gap;
    const auto width =
        std::max(least, (terminal == 0 ? 100 : terminal) - std::min(terminal == 0 ? 100 : terminal, left));
    out << '\n' << title << '\n';
    for (const auto& [name, about] : lines) {
        auto column = std::string(indent, ' ') + pad_right(name, name_width) + std::string(gap, ' ');
        if (display_width(name) > name_width) {
            out << std::string(indent, ' ') << name << '\n';
            column.assign(left, ' ');
        }
        for (const auto& line : wrap(about, width)) {
            out << column << line << '\n';
            column.assign(left, ' ');
        }
    }
}

std::string usage(const Session& session, const CLI::App& command,
                  const std::vector<const CLI::Option*>& options, bool has_commands) {
    auto text = full_name(command);
    for (const auto* option : options)
        if (!option->get_positional() && option->get_required())
            text += " " + option_name(*option, Names::First);
    for (const auto* option : options)
        if (option->get_positional())
            text += option->get_required() ? " " + option_name(*option, Names::First)
                                           : " [" + option_name(*option, Names::First) + "]";
    if (has_commands) text += " " + session.say("cli.help.command_word");
    return text + " [" + session.say("cli.help.options_word") + "]";
}

// "--x is required" -> "--x"; empty: the text does not end so.
std::string before(const std::string& text, const std::string& end) {
    const auto at = text.rfind(end);
    return at == text.npos ? std::string{} : text.substr(0, at);
}

std::string after(const std::string& text, const std::string& start) {
    const auto at = text.find(start);
    return at == text.npos ? std::string{} : text.substr(at + start.size());
}

// Of an option that takes the numbers from one to another, as CLI::Range says it: "N:INT in [0 - 100]".
std::optional<std::pair<std::string, std::string>> range_of(const CLI::Option& option) {
    const auto range = after(option.get_type_name(), " in [");
    const auto dash = range.find(" - ");
    const auto end = range.find(']');
    if (dash == range.npos || end == range.npos || end < dash) return std::nullopt;
    return std::pair{range.substr(0, dash), range.substr(dash + 3, end - dash - 3)};
}

}  // namespace

std::vector<std::string> left_over(const CLI::App& command) {
    auto words = command.remaining();
    if (words.empty() && command.get_parent() != nullptr) return left_over(*command.get_parent());
    return words;
}

std::string no_command(const Session& session, const CLI::App& command) {
    const auto words = left_over(command);
    if (words.empty()) return session.say("cli.usage.no_command");
    const auto& typed = words.front();
    std::string nearest;
    std::size_t least = 3;  // more than two slips is another word
    for (const auto* sub : command.get_subcommands([](const CLI::App*) { return true; }))
        if (const auto slips = distance(typed, sub->get_name()); slips < least) {
            least = slips;
            nearest = sub->get_name();
        }
    if (nearest.empty()) return session.say("cli.usage.unknown_command", {typed});
    return session.say("cli.usage.perhaps_command", {typed, nearest});
}

std::string full_name(const CLI::App& command) {
    const auto* parent = command.get_parent();
    return parent == nullptr ? "dondoc" : full_name(*parent) + " " + command.get_name();
}

CommandHelp help_of(const Session& session, const CLI::App& command) {
    const auto options = command.get_options();
    const auto commands = command.get_subcommands(
        [](const CLI::App* sub) { return !sub->get_name().empty() && !sub->get_group().empty(); });
    CommandHelp help;
    help.about = command.get_description();
    help.usage = usage(session, command, options, !commands.empty());
    for (const auto* option : options)
        (option->get_positional() ? help.arguments : help.options)
            .emplace_back(option_name(*option, Names::All), option->get_description());
    for (const auto* sub : commands) help.commands.emplace_back(sub->get_name(), sub->get_description());
    if (const auto* root = command.get_parent(); root != nullptr) {
        while (root->get_parent() != nullptr) root = root->get_parent();
        for (const auto* option : root->get_options())
            if (option->get_name() != "--help" && option->get_name() != "--version")
                help.globals.emplace_back(option_name(*option, Names::All), option->get_description());
    }
    std::istringstream examples(command.get_footer());
    for (std::string example; std::getline(examples, example);) help.examples.push_back(example);
    return help;
}

std::string help_page(const Session& session, const CLI::App& command) {
    const auto help = help_of(session, command);
    std::ostringstream out;
    out << help.about << "\n\n" << session.say("cli.help.usage", {help.usage}) << '\n';
    const auto width = session.terminal().width;
    print_lines(out, session.say("cli.help.commands"), help.commands, width);
    print_lines(out, session.say("cli.help.arguments"), help.arguments, width);
    print_lines(out, session.say("cli.help.options"), help.options, width);
    print_lines(out, session.say("cli.help.globals"), help.globals, width);
    if (!help.examples.empty()) out << '\n' << session.say("cli.help.examples") << '\n';
    for (const auto& example : help.examples) out << "  " << example << '\n';
    if (command.get_parent() == nullptr) out << '\n' << session.say("cli.help.exit_codes") << '\n';
    return out.str();
}

std::string unknown_option(const CLI::App& command, const std::vector<std::string>& arguments) {
    const auto is_known = [&](const std::string& name) {
        for (const auto* app = &command; app != nullptr; app = app->get_parent())
            if (app->get_option_no_throw(name) != nullptr) return true;
        return false;
    };
    for (const auto& argument : arguments) {
        if (argument == "--") break;
        if (!argument.starts_with("--")) continue;
        auto name = argument.substr(0, argument.find('='));
        if (!is_known(name)) return name;
    }
    return {};
}

Message with_range(const CLI::App& command, const Message& complaint) {
    if (complaint.key != "cli.usage.no_count") return complaint;
    const auto& name = complaint.args.front();
    for (const auto* app = &command; app != nullptr; app = app->get_parent())
        if (const auto* option = app->get_option_no_throw(name))
            if (const auto range = range_of(*option))
                return {"cli.usage.out_of_range", {name, complaint.args[1], range->first, range->second}};
    return complaint;
}

bool is_unknown_command(const CLI::App& command, const CLI::ParseError& error) {
    if (dynamic_cast<const CLI::RequiredError*>(&error) == nullptr) return false;
    const auto words = left_over(command);
    return before(error.what(), " is required") == "A subcommand" && !words.empty() &&
           !words.front().starts_with('-');
}

std::string usage_complaint(const Session& session, const CLI::App& command, const CLI::ParseError& error) {
    std::string said = error.what();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        const auto name = before(said, " is required");
        if (name == "A subcommand") return no_command(session, command);
        if (!name.empty()) return session.say("cli.usage.required", {name});
    }
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        const auto extras = after(said, "expected: ");
        if (!extras.empty()) return session.say("cli.usage.unexpected", {extras});
    }
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
        const auto pair = after(said, "Could not convert: ");
        if (!pair.empty()) return session.say("cli.usage.no_number", {pair});
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        const auto name = before(said, " excludes ");
        if (!name.empty()) return session.say("cli.usage.excludes", {name, after(said, " excludes ")});
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const auto name = before(said, ": ");
        if (!name.empty()) return session.say("cli.usage.argument_missing", {name});
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
        const auto name = said.substr(0, said.find(": "));
        const auto choices = after(said, " not in {");
        if (!choices.empty()) return session.say("cli.usage.one_of", {name, before(choices, "}")});
        const auto* option = command.get_option_no_throw(name);
        const auto range = option == nullptr ? std::nullopt : range_of(*option);
        const auto typed = before(after(said, "Value "), " not in range");
        if (range && !typed.empty())
            return session.say("cli.usage.out_of_range", {name, typed, range->first, range->second});
        if (!name.empty()) return session.say("cli.usage.bad_value", {name});
    }
    return said;
}

}  // namespace dondoc::cli
