// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <vector>

#include "config/places.h"

namespace dondoc {
namespace {

constexpr int exit_usage = 2;
constexpr std::size_t name_width = 34;  // of the column of options

class Reader {
  public:
    Reader(text::Lang lang, CommandLine& into) : lang_(lang), app_(say("daemon.about"), "dondocd") {
        into.config_file = config::installed_config().string();
        app_.set_help_flag("-h,--help", say("cli.option.help"));
        app_.set_version_flag("--version", "dondocd " DONDOC_VERSION, say("cli.option.version"));
        config_ = option("--config", into.config_file, "FILE", "daemon.option.config");
        option("--data", into.data_dir, "DIR", "daemon.option.data");
        // One at a time: what is done to a daemon's files is done step by step.
        actions_ = {flag("--check-config", into.check_config, "daemon.option.check"),
                    flag("--check-data", into.check_data, "daemon.option.check_data"),
                    option("--restore", into.backup, "FILE", "daemon.option.restore"),
                    flag("--mark-restored", into.mark_restored, "daemon.option.mark_restored"),
                    option("--rotate-key", into.rotate, "STEP", "daemon.option.rotate")
                        ->check(CLI::IsMember({"prepare", "finish", "abandon"})),
                    flag("--standby", into.standby, "daemon.option.standby"),
                    flag("--promote", into.promote, "daemon.option.promote"),
                    flag("--new-administrator", into.new_administrator, "daemon.option.new_administrator"),
                    flag("--new-server-key", into.new_server_key, "daemon.option.new_server_key")};
        flag("--force", into.lock_out, "daemon.option.force");
    }

    std::optional<int> read(int argc, const char* const* argv, CommandLine& into) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::CallForHelp&) {
            std::cout << help();
            return EXIT_SUCCESS;
        } catch (const CLI::CallForVersion&) {
            std::cout << "dondocd " DONDOC_VERSION "\n";
            return EXIT_SUCCESS;
        } catch (const CLI::ParseError& error) {
            return complain(complaint(error));
        }
        into.names_config = config_->count() > 0;
        std::vector<std::string> asked;
        for (const auto* action : actions_)
            if (action->count() > 0) asked.push_back(action->get_name());
        if (asked.size() > 1) return complain(say("cli.usage.excludes", {asked[0], asked[1]}));
        return std::nullopt;
    }

  private:
    std::string say(const char* key, const std::vector<std::string>& args = {}) const {
        return text::render(lang_, key, args);
    }
    CLI::Option* option(const char* name, std::string& value, const char* what, const char* about) {
        return app_.add_option(name, value, say(about))->type_name(what);
    }
    CLI::Option* flag(const char* name, bool& value, const char* about) {
        return app_.add_flag(name, value, say(about));
    }

    std::string help() const {
        std::ostringstream out;
        out << app_.get_description() << "\n\n"
            << say("cli.help.usage", {"dondocd [" + say("cli.help.options_word") + "]"}) << "\n\n"
            << say("cli.help.options") << '\n';
        for (const auto* option : app_.get_options()) {
            auto name = option->get_name(false, true);
            if (option->get_items_expected_max() > 0)
                name += " " + option->get_type_name().substr(0, option->get_type_name().find(':'));
            name.resize(std::max(name.size(), name_width - 2), ' ');
            out << "  " << name << "  " << option->get_description() << '\n';
        }
        out << '\n' << say("daemon.help.exit_codes") << '\n';
        return out.str();
    }

    // CLI11 speaks English.
    std::string complaint(const CLI::ParseError& error) const {
        const auto words = app_.remaining();
        if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !words.empty())
            return words.front().starts_with("-") ? say("cli.usage.no_option", {words.front()})
                                                  : say("cli.usage.unexpected", {words.front()});
        std::string said = error.what();
        const auto name = said.substr(0, said.find(':'));
        if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
            return say("cli.usage.argument_missing", {name});
        if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr)
            return say("cli.usage.one_of", {name, "prepare, finish, abandon"});
        return said;
    }

    int complain(const std::string& what) const {
        std::cerr << "dondocd: " << what << '\n' << say("cli.usage.see_help", {"dondocd"}) << '\n';
        return exit_usage;
    }

    text::Lang lang_;
    CLI::App app_;
    CLI::Option* config_ = nullptr;
    std::vector<CLI::Option*> actions_;
};

}  // namespace

std::optional<int> read_command_line(int argc, const char* const* argv, text::Lang lang, CommandLine& into) {
    return Reader{lang, into}.read(argc, argv, into);
}

}  // namespace dondoc
