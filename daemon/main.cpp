// dondocd: the daemon's command line.
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "config/loader.h"
#include "config/mentions.h"
#include "daemon.h"
#include "keys.h"
#include "logging.h"
#include "offline.h"
#include "store/register_names.h"
#include "text/catalogue.h"

namespace {

constexpr int exit_refused = 1;
constexpr int exit_usage = 2;

dondoc::text::Lang lang() {
    const char* wanted = std::getenv("DONDOC_LANG");
    return dondoc::text::parse_lang(wanted == nullptr ? "" : wanted);
}

std::string say(const char* key) {
    return dondoc::text::render(lang(), key);
}

void complain(const dondoc::UserError& error) {
    std::cerr << "dondocd: " << (error.place().empty() ? "" : error.place() + ": ")
              << dondoc::text::render(lang(), error.message()) << '\n';
}

// The agencies and groups that the policies name, against the register of the data folder, if there is one.
void check_register(const dondoc::config::Settings& settings) {
    const auto file = settings.data_dir / dondoc::DataFolder::database_name;
    std::optional<std::set<std::string>> names;
    try {
        names = dondoc::store::registered_names(file);
    } catch (const dondoc::UserError&) {
        std::cerr << "dondocd: " << file.string() << ": " << say("daemon.register_not_checked") << '\n';
    }
    if (names && !names->empty())
        dondoc::config::require_known(settings.mentions,
                                      [&](const std::string& name) { return names->contains(name); });
}

// systemd does not try again after it.
bool no_restart_mends(const std::string& code) {
    return code.starts_with("config.") || code.starts_with("calendar.") || code.starts_with("criterion.") ||
           code == "storage.newer" || code == "storage.foreign" || code == "storage.corrupt";
}

void rotate_key(const std::filesystem::path& data, const std::string& step) {
    if (step == "prepare") dondoc::prepare_rotation(data);
    if (step == "abandon") dondoc::abandon_rotation(data);
    if (step == "finish") {
        const dondoc::DataFolder no_daemon_runs{data};
        dondoc::finish_rotation(data);
    }
    std::cout << say(("daemon.rotation." + step).c_str()) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{say("daemon.about"), "dondocd"};
    std::string config_file = DONDOC_CONFIG_FILE;
    std::string data_dir;
    std::string rotate;
    std::string backup;
    bool check_only = false, check_data = false, mark_restored = false;
    app.add_option("--config", config_file, say("daemon.option.config"))->capture_default_str();
    app.add_option("--data", data_dir, say("daemon.option.data"));
    app.add_option("--rotate-key", rotate, say("daemon.option.rotate"))
        ->check(CLI::IsMember({"prepare", "finish", "abandon"}));
    app.add_flag("--check-config", check_only, say("daemon.option.check"));
    app.add_option("--restore", backup, say("daemon.option.restore"));
    app.add_flag("--mark-restored", mark_restored, say("daemon.option.mark_restored"));
    app.add_flag("--check-data", check_data, say("daemon.option.check_data"));
    app.set_version_flag("--version", "dondocd " DONDOC_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? EXIT_SUCCESS : exit_usage;
    }

    try {
        if (!backup.empty() || mark_restored || check_data) {
            // A folder that is named needs no configuration.
            const std::filesystem::path data = data_dir.empty() ? dondoc::config::load(config_file).data_dir
                                                                : std::filesystem::path{data_dir};
            if (!backup.empty()) return dondoc::restore_data(backup, data, lang());
            if (mark_restored) return dondoc::mark_data_restored(data, lang());
            return dondoc::check_data(data, lang());
        }
        auto settings = dondoc::config::load(config_file);
        auto calendar = dondoc::config::load_calendar(settings);
        auto criteria = dondoc::config::load_criteria(settings);
        if (!data_dir.empty()) settings.data_dir = data_dir;
        if (check_only) {
            check_register(settings);
            std::cout << config_file << ": " << say("daemon.config_good") << '\n';
            return EXIT_SUCCESS;
        }
        if (!rotate.empty()) {
            rotate_key(settings.data_dir, rotate);
            return EXIT_SUCCESS;
        }
        dondoc::set_up_logging(settings.log);
        dondoc::Daemon daemon{settings, std::move(calendar), std::move(criteria)};
        daemon.run();
        return EXIT_SUCCESS;
    } catch (const dondoc::UserError& error) {
        complain(error);
        return no_restart_mends(error.message().key) ? exit_usage : exit_refused;
    } catch (const std::exception& error) {
        spdlog::critical("event=failed error=\"{}\"", error.what());
        return exit_refused;
    }
}
