#include "cli/completion.h"

#include <functional>
#include <sstream>
#include <vector>

#include "cli/command.h"

namespace dondoc::cli {
namespace {

struct Place {
    std::string path;                                        // "", "plan", "plan import"
    std::vector<std::pair<std::string, std::string>> words;  // what may follow, and what it is for
};

void visit(const CLI::App& command, const std::string& path, std::vector<Place>& places) {
    Place place{path, {}};
    for (const auto* sub :
         command.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); }))
        place.words.emplace_back(sub->get_name(), sub->get_description());
    for (const auto* option : command.get_options())
        if (!option->get_positional())
            for (const auto& name : option->get_lnames())
                place.words.emplace_back("--" + name, option->get_description());
    places.push_back(std::move(place));
    for (const auto* sub :
         command.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); }))
        visit(*sub, path.empty() ? sub->get_name() : path + " " + sub->get_name(), places);
}

std::vector<Place> places_of(const CLI::App& app) {
    std::vector<Place> places;
    visit(app, "", places);
    return places;
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

// The commands among the words so far, joined with spaces; options and their values are passed over because
// no command begins so.
std::string word_lists(const CLI::App& app) {
    std::ostringstream out;
    for (const auto& place : places_of(app)) {
        out << "    " << quoted(place.path) << ") words=\"";
        for (const auto& word : place.words) out << word.first << ' ';
        out << "\" ;;\n";
    }
    return out.str();
}

}  // namespace

std::string bash_completion(const CLI::App& app) {
    return "_dondoc() {\n"
           "  local path='' word words='' next\n"
           "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "    next=\"${path:+$path }$word\"\n"
           "    case \"$next\" in\n" +
           [&] {
               std::string cases;
               for (const auto& place : places_of(app))
                   if (!place.path.empty()) cases += (cases.empty() ? "" : "|") + quoted(place.path);
               return "      " + cases + ") path=\"$next\" ;;\n";
           }() +
           "    esac\n"
           "  done\n"
           "  case \"$path\" in\n" +
           word_lists(app) +
           "  esac\n"
           "  COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
           "}\n"
           "complete -o default -F _dondoc dondoc\n";
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
        for (const auto& [word, about] : place.words) {
            out << "complete -c dondoc -n " << quoted(condition);
            if (word.rfind("--", 0) == 0) {
                out << " -l " << word.substr(2);
            } else {
                out << " -f -a " << word;
            }
            out << " -d " << quoted(about) << '\n';
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
