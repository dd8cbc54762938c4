// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/completion.h"

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/values.h"

namespace dondoc::cli {
namespace {

using WordList = std::vector<std::pair<std::string, std::string>>;  // a word, and what it is for

enum class Takes { Nothing, Words, Files, Other };

struct OptionValue {
    Takes takes = Takes::Nothing;
    std::vector<std::string> words;
};

struct OptionPlace {
    std::string name;  // "--level"
    OptionValue value;
};

struct CommandPlace {
    std::string path;            // "", "plan", "plan import"
    WordList commands, options;  // what may follow
    OptionValue argument;        // of the first positional whose values are known
    std::vector<OptionPlace> values;
};

// What the option's value may be: by what the usage calls it, or by what it is checked against.
OptionValue value_of(const CLI::Option& option) {
    if (option.get_items_expected_max() == 0) return {};
    const auto type = option.get_type_name();
    const auto what =
        type.empty() || type.front() == ':' ? option.get_name(true) : type.substr(0, type.find(':'));
    if (auto words = values_of(what); !words.empty()) return {Takes::Words, std::move(words)};
    for (const auto* name : {"FILE", "PATH", "DIR", "FOLDER", "CMD"})
        if (what == name) return {Takes::Files, {}};
    OptionValue value{Takes::Other, {}};
    const auto open = type.find('{'), close = type.find('}');
    auto list = open == type.npos ? what : type.substr(open + 1, close - open - 1);
    if (list.find_first_of("|,") == list.npos) return value;
    std::ranges::replace(list, '|', ',');
    std::istringstream words(list);
    for (std::string word; std::getline(words, word, ',');) value.words.push_back(word);
    value.takes = Takes::Words;
    return value;
}

std::vector<const CLI::App*> shown_commands(const CLI::App& command) {
    return command.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); });
}

void visit(const CLI::App& command, const std::string& path, std::vector<CommandPlace>& places) {
    CommandPlace place{path, {}, {}, {}, {}};
    const auto commands = shown_commands(command);
    for (const auto* sub : commands) place.commands.emplace_back(sub->get_name(), sub->get_description());
    for (const auto* option : command.get_options()) {
        if (option->get_positional()) {
            if (place.argument.takes == Takes::Nothing || place.argument.takes == Takes::Other)
                place.argument = value_of(*option);
            continue;
        }
        for (const auto& name : option->get_lnames()) {
            place.options.emplace_back("--" + name, option->get_description());
            if (auto value = value_of(*option); value.takes != Takes::Nothing)
                place.values.push_back({"--" + name, std::move(value)});
        }
    }
    places.push_back(std::move(place));
    for (const auto* sub : commands)
        visit(*sub, path.empty() ? sub->get_name() : path + " " + sub->get_name(), places);
}

std::vector<CommandPlace> places_of(const CLI::App& app) {
    std::vector<CommandPlace> places;
    visit(app, "", places);
    return places;
}

std::string in_shell_quotes(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

std::string in_one_line(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string names(const WordList& words) {
    std::vector<std::string> all;
    for (const auto& word : words) all.push_back(word.first);
    return in_one_line(all);
}

std::string assignments(const OptionValue& value, const std::string& prefix) {
    return prefix + "takes=" + (value.takes == Takes::Files ? "files" : "words") + " " + prefix +
           "words=" + in_shell_quotes(in_one_line(value.words));
}

// What may follow the commands so far: '<path>') ...
std::string place_cases(const std::vector<CommandPlace>& places) {
    std::string cases;
    for (const auto& place : places) {
        cases += "    " + in_shell_quotes(place.path) +
                 ") commands=" + in_shell_quotes(names(place.commands)) +
                 " options=" + in_shell_quotes(names(place.options));
        if (place.argument.takes != Takes::Nothing) cases += " " + assignments(place.argument, "argument_");
        cases += " ;;\n";
    }
    return cases;
}

// What the value of the option before the cursor may be: '<path> --option') ...; options of dondoc itself may
// stand anywhere.
std::string value_cases(const std::vector<CommandPlace>& places) {
    std::string cases;
    for (const auto& place : places)
        for (const auto& [name, value] : place.values)
            cases += "    " +
                     (place.path.empty() ? "*" + in_shell_quotes(" " + name)
                                         : in_shell_quotes(place.path + " " + name)) +
                     ") " + assignments(value, "value_") + " ;;\n";
    return cases;
}

std::string path_pattern(const std::vector<CommandPlace>& places) {
    std::string pattern;
    for (const auto& place : places)
        if (!place.path.empty() && place.path != "help")
            pattern += (pattern.empty() ? "" : "|") + in_shell_quotes(place.path);
    return pattern;
}

}  // namespace

// The commands among the words so far, joined with spaces, are the place; options and their values are passed
// over because no command begins so. So is "help", which is followed by any command.
std::string bash_completion(const CLI::App& app) {
    const auto places = places_of(app);
    return "_dondoc() {\n"
           "  local current=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" path='' "
           "word next\n"
           "  local commands='' options='' argument_takes='' argument_words='' value_takes='' "
           "value_words=''\n"
           "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "    next=\"${path:+$path }$word\"\n"
           "    case \"$next\" in\n"
           "      " +
           path_pattern(places) +
           ") path=\"$next\" ;;\n"
           "    esac\n"
           "  done\n"
           "  case \"$path\" in\n" +
           place_cases(places) +
           "  esac\n"
           "  case \"$path $before\" in\n" +
           value_cases(places) +
           "  esac\n"
           "  if [ -z \"$value_takes\" ] && [ -z \"$commands\" ] && [ \"${current#-}\" = \"$current\" ]; "
           "then\n"
           "    value_takes=$argument_takes value_words=$argument_words\n"
           "  fi\n"
           "  if [ \"$value_takes\" = files ]; then\n"
           "    compopt -o filenames 2>/dev/null\n"
           "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
           "  elif [ -n \"$value_takes\" ]; then\n"
           "    COMPREPLY=($(compgen -W \"$value_words\" -- \"$current\"))\n"
           "  elif [ \"${current#-}\" != \"$current\" ] || [ -z \"$commands\" ]; then\n"
           "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
           "  else\n"
           "    COMPREPLY=($(compgen -W \"$commands\" -- \"$current\"))\n"
           "  fi\n"
           "}\n"
           "complete -F _dondoc dondoc\n";
}

std::string zsh_completion(const CLI::App& app) {
    return "#compdef dondoc\nautoload -U +X bashcompinit && bashcompinit\n" + bash_completion(app);
}

std::string fish_completion(const CLI::App& app) {
    std::ostringstream out;
    for (const auto& place : places_of(app)) {
        std::istringstream path(place.path);
        std::string condition;
        for (std::string word; path >> word;)
            condition += (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + word);
        if (condition.empty()) condition = "__fish_use_subcommand";
        const auto complete = [&] { out << "complete -c dondoc -n " << in_shell_quotes(condition); };
        for (const auto& [word, about] : place.commands) {
            complete();
            out << " -f -a " << word << " -d " << in_shell_quotes(about) << '\n';
        }
        if (place.argument.takes == Takes::Words) {
            complete();
            out << " -f -a " << in_shell_quotes(in_one_line(place.argument.words)) << '\n';
        }
        for (const auto& [option, about] : place.options) {
            complete();
            out << " -l " << option.substr(2);
            const auto found = std::ranges::find(place.values, option, &OptionPlace::name);
            if (found != place.values.end())
                out << (found->value.takes == Takes::Files
                            ? " -r -F"
                            : " -x -a " + in_shell_quotes(in_one_line(found->value.words)));
            out << " -d " << in_shell_quotes(about) << '\n';
        }
    }
    return out.str();
}

void add_completion_commands(CLI::App& app, Session& session) {
    const auto shell = make_options<std::string>();
    auto* command = add_command(app, session, "completion", "cli.completion.about",
                                "dondoc completion bash > /etc/bash_completion.d/dondoc\n"
                                "dondoc completion fish > ~/.config/fish/completions/dondoc.fish");
    add_option(command, session, "SHELL", *shell, "", "cli.option.shell")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    command->callback([&app, &session, shell] {
        session.out() << (*shell == "bash"  ? bash_completion(app)
                          : *shell == "zsh" ? zsh_completion(app)
                                            : fish_completion(app));
    });
}

}  // namespace dondoc::cli
