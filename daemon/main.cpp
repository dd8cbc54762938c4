// SPDX-License-Identifier: Apache-2.0
// dondocd: serves, or does what is to be done to the files of a daemon that is stopped.
#include <spdlog/spdlog.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "command_line.h"
#include "config/loader.h"
#include "config/mentions.h"
#include "configuration.h"
#include "daemon.h"
#include "keys.h"
#include "logging.h"
#include "offline.h"
#include "recovery.h"
#include "rotation.h"
#include "standby.h"
#include "store/register_names.h"
#include "text/catalogue.h"

namespace {

using dondoc::config::Settings;

constexpr int exit_refused = 1;
constexpr int exit_no_restart = 2;

dondoc::text::Lang lang() {
    const char* wanted = std::getenv("DONDOC_LANG");
    return dondoc::text::parse_lang(wanted == nullptr ? "" : wanted);
}

std::string say(const char* key, const std::vector<std::string>& args = {}) {
    return dondoc::text::render(lang(), key, args);
}

void complain(const dondoc::UserError& error) {
    std::cerr << "dondocd: " << (error.place().empty() ? "" : error.place() + ": ")
              << dondoc::text::render(lang(), error.message()) << '\n';
}

// The agencies and groups that the policies name, against the register of the data folder, if there is one.
std::vector<dondoc::UserError> unknown_agencies(const Settings& settings) {
    const auto file = settings.data_dir / dondoc::DataFolder::database_name;
    std::optional<std::set<std::string>> names;
    try {
        names = dondoc::store::registered_names(file);
    } catch (const dondoc::UserError&) {
        std::cerr << "dondocd: " << file.string() << ": " << say("daemon.register_not_checked") << '\n';
    }
    if (!names || names->empty()) return {};
    return dondoc::config::unknown(settings.mentions,
                                   [&](const std::string& name) { return names->contains(name); });
}

// systemd does not try again after it.
bool no_restart_mends(const std::string& code) {
    static constexpr std::array<std::string_view, 3> kinds{"config.", "calendar.", "criterion."};
    static constexpr std::array<std::string_view, 9> codes{
        "storage.newer",  "storage.foreign", "storage.corrupt", "clock.mixed",       "data.not_ours",
        "data.no_folder", "keys.lost",       "keys.unreadable", "standby.taken_over"};
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return code.starts_with(kind); }) ||
           std::ranges::find(codes, code) != codes.end();
}

void rotate_key(const std::filesystem::path& data, const std::string& step, bool lock_out) {
    if (step == "prepare") dondoc::prepare_rotation(data);
    if (step == "abandon") dondoc::abandon_rotation(data);
    if (step == "finish") {
        const dondoc::DataFolder no_daemon_runs{data};
        dondoc::finish_rotation(data, lock_out ? dondoc::Unheard::LockOut : dondoc::Unheard::Refuse);
    }
    std::cout << say(("daemon.rotation." + step).c_str()) << '\n';
}

// A folder that is named needs no configuration.
std::filesystem::path data_of(const dondoc::CommandLine& asked, const std::optional<Settings>& settings) {
    return asked.data_dir.empty() ? settings->data_dir : std::filesystem::path{asked.data_dir};
}

int work_on_data(const dondoc::CommandLine& asked) {
    ::umask(S_IRWXG | S_IRWXO);
    std::optional<Settings> settings;
    if (asked.data_dir.empty() || asked.names_config) settings = dondoc::config::load(asked.config_file);
    const auto data = data_of(asked, settings);
    if (asked.mark_restored) return dondoc::mark_data_restored(data, lang());
    if (asked.check_data) return dondoc::check_data(data, lang());
    const auto clock = settings ? std::optional{settings->clock.mode} : std::nullopt;
    return dondoc::restore_data(asked.backup, data, clock, lang());
}

// Nothing when there is one file only.
void say_what_is_laid_over(const std::string& first,
                           const std::vector<dondoc::language::TomlFile::Laid>& laid) {
    for (const auto& file : dondoc::config::files_of(first))
        if (file != first) std::cout << say("daemon.config_laid_over", {file.string()}) << '\n';
    for (const auto& entry : laid)
        std::cout << "  " << entry.key << ": " << entry.place
                  << (entry.before.empty() ? "" : " " + say("daemon.config_instead", {entry.before})) << '\n';
}

int check_configuration(const dondoc::CommandLine& asked) {
    auto checked = dondoc::config::check(asked.config_file);
    if (!asked.data_dir.empty()) checked.settings.data_dir = asked.data_dir;
    auto& mistakes = checked.mistakes;
    say_what_is_laid_over(asked.config_file, checked.laid);
    if (mistakes.empty()) mistakes = unknown_agencies(checked.settings);
    for (const auto& mistake : mistakes) complain(mistake);
    if (mistakes.size() > 1)
        std::cerr << "dondocd: " << say("daemon.config_mistakes", {std::to_string(mistakes.size())}) << '\n';
    if (!mistakes.empty()) return exit_no_restart;
    std::cout << asked.config_file << ": " << say("daemon.config_good") << '\n';
    return EXIT_SUCCESS;
}

int serve(const dondoc::ConfigurationSource& source) {
    auto configuration = dondoc::read_configuration(source);
    dondoc::set_up_logging(configuration.settings.log);
    dondoc::Daemon daemon{std::move(configuration)};
    daemon.run();
    return EXIT_SUCCESS;
}

int carry_out(const dondoc::CommandLine& asked) {
    if (asked.check_config) return check_configuration(asked);
    if (!asked.backup.empty() || asked.mark_restored || asked.check_data) return work_on_data(asked);
    if (asked.standby || asked.promote) {
        ::umask(S_IRWXG | S_IRWXO);
        auto settings = dondoc::config::load(asked.config_file);
        settings.data_dir = data_of(asked, settings);
        return asked.standby ? dondoc::stand_by(settings) : dondoc::promote(settings, lang());
    }
    if (asked.rotate.empty() && !asked.new_administrator && !asked.new_server_key)
        return serve({asked.config_file, asked.data_dir});
    auto settings = dondoc::config::load(asked.config_file);
    settings.data_dir = data_of(asked, settings);
    ::umask(S_IRWXG | S_IRWXO);
    if (asked.new_administrator) return dondoc::make_administrator(settings, lang());
    if (asked.new_server_key) return dondoc::make_server_key(settings, lang());
    rotate_key(settings.data_dir, asked.rotate, asked.lock_out);
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    dondoc::CommandLine asked;
    if (const auto done = dondoc::read_command_line(argc, argv, lang(), asked)) return *done;
    try {
        // Its memory holds keys: no dump of it is written, and no other program of its user may look into it.
        ::prctl(PR_SET_DUMPABLE, 0);
        return carry_out(asked);
    } catch (const dondoc::UserError& error) {
        complain(error);
        return no_restart_mends(error.message().key) ? exit_no_restart : exit_refused;
    } catch (const std::exception& error) {
        spdlog::critical("event=failed error=\"{}\"", error.what());
        return exit_refused;
    }
}
