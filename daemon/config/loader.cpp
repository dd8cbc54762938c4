// SPDX-License-Identifier: Apache-2.0
#include "config/loader.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>

#include "config/calendar_folder.h"
#include "config/duration.h"
#include "config/endpoint.h"
#include "config/flow_reader.h"
#include "config/places.h"
#include "config/policy_reader.h"
#include "config/toml_file.h"
#include "domain/agency.h"
#include "domain/key_name.h"
#include "domain/time_of_day.h"
#include "language/files/criterion_file.h"

namespace dondoc::config {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 64;  // bytes
constexpr int longest_leap = 90;          // days

class Loader {
  public:
    // Whether the files that it names are looked for.
    enum class Named { MustBeThere, NeedNotBeThere };
    Loader(TomlFile& file, fs::path folder, Named named)
        : file_(file), folder_(std::move(folder)), named_(named) {}

    Settings read() {
        Section top{file_, file_.root(), ""};
        top.section("daemon", [this](Section& section) { read_daemon(section); });
        top.section("listen", [this](Section& section) { read_listen(section); });
        top.section("clock", [this](Section& section) { read_clock(section); });
        top.section("log", [this](Section& section) { read_log(section); });
        top.section("calendar", [this](Section& section) { read_calendar(section); });
        top.section("criteria", [this](Section& section) { read_criteria(section); });
        top.section("status", [this](Section& section) { read_status(section); });
        top.section("limits", [this](Section& section) { read_limits(section); });
        top.section("retention", [this](Section& section) { read_retention(section); });
        top.section("backup", [this](Section& section) { read_backup(section); });
        top.section("storage", [this](Section& section) { read_storage(section); });
        top.section("standby", [this](Section& section) { read_standby(section); });
        top.section("office", [this](Section& section) { read_office(section); });
        auto time = settings_.policies.front().time_of_day;
        top.section("alerts", [&](Section& section) { read_alerts(section, time); });
        auto read = read_policies(top, {settings_.office, time});
        if (!read.policies.empty())
            settings_.policies = std::move(read.policies);
        else
            for (auto& policy : settings_.policies) policy.time_of_day = time;
        std::ranges::move(read.mentions, std::back_inserter(settings_.mentions));
        settings_.flow.policy.time_of_day = time;
        top.section("flow", [&](Section& section) {
            read_flow(section, {settings_.office, time}, settings_);
        });
        top.refuse_unknown();
        return settings_;
    }

  private:
    void read_daemon(Section& section) {
        if (const auto folder = section.text("data_dir")) settings_.data_dir = folder_ / *folder;
        if (const auto name = section.text("name")) {
            const bool has_control = std::ranges::any_of(*name, [](unsigned char c) { return c < ' '; });
            if (has_control || name->size() > longest_name)
                section.refuse("name", "config.bad_name", {std::to_string(longest_name)});
            settings_.name = *name;
        }
    }

    void read_listen(Section& section) {
        read_endpoints(section, "sessions", settings_.listen.sessions);
        read_endpoints(section, "feed", settings_.listen.feed);
        read_public(section, "public", settings_.listen.public_sessions);
        read_public(section, "public_feed", settings_.listen.public_feed);
        if (const auto web = section.text("public_web")) {
            settings_.listen.public_web = *web;
            const bool is_web = web->starts_with("https://") || web->starts_with("http://");
            if (!is_web || web->ends_with('/') || web->find_first_of(" \t\n") != std::string::npos)
                section.refuse("public_web", "config.bad_web", {*web});
        }
        if (settings_.listen.sessions.empty()) section.refuse("sessions", "config.no_endpoint");
        for (const auto& endpoint : settings_.listen.feed)
            if (std::ranges::find(settings_.listen.sessions, endpoint) != settings_.listen.sessions.end())
                section.refuse("feed", "config.endpoint_taken", {endpoint});
    }

    // An address that others connect to: neither every interface nor a socket of this machine.
    void read_public(Section& section, std::string_view key, std::string& into) {
        const auto text = section.text(key);
        if (!text) return;
        into = *text;
        if (check_endpoint(*text) != EndpointFault::None || is_of_one_machine(*text) ||
            text->starts_with("tcp://*:"))
            section.refuse(key, "config.bad_public", {*text});
    }

    void read_endpoints(Section& section, std::string_view key, std::vector<std::string>& into) {
        const auto texts = section.texts(key);
        if (!texts) return;
        into.clear();
        for (const auto& text : *texts) {
            into.push_back(text.value);
            const auto fault = check_endpoint(text.value);
            if (fault == EndpointFault::Malformed)
                section.refuse(key, *text.node, "config.bad_endpoint", {text.value});
            if (fault == EndpointFault::PathTooLong)
                section.refuse(key, *text.node, "config.path_too_long",
                               {text.value, std::to_string(longest_socket_path)});
        }
    }

    void read_clock(Section& section) {
        if (const auto mode = section.one_of("mode", {"system", "simulated"}))
            settings_.clock.mode = static_cast<ClockMode>(*mode);
        if (const auto start = section.text("start")) {
            settings_.clock.start = parse_instant(*start);
            if (!settings_.clock.start) section.refuse("start", "config.bad_instant", {*start});
        }
        if (settings_.clock.mode == ClockMode::Simulated && !section.has("start"))
            section.refuse("mode", "config.start_missing");
        if (const auto leap = section.text("max_leap")) {
            const auto days = parse_duration(*leap);
            if (days && days->unit == Offset::Unit::Days && days->count <= longest_leap)
                settings_.clock.trust.max_leap = date::days{days->count};
            else
                section.refuse("max_leap", "config.bad_days", {*leap, std::to_string(longest_leap)});
        }
        settings_.clock.trust.require_sync =
            section.flag("require_sync").value_or(settings_.clock.trust.require_sync);
    }

    void read_log(Section& section) {
        if (const auto level = section.one_of("level", {"debug", "info", "warning", "error"}))
            settings_.log.level = static_cast<LogLevel>(*level);
        if (const auto format = section.one_of("format", {"auto", "text", "journal"}))
            settings_.log.format = static_cast<LogFormat>(*format);
    }

    void read_calendar(Section& section) { read_files(section, settings_.calendar_files); }
    void read_criteria(Section& section) { read_files(section, settings_.criteria_files); }

    void read_files(Section& section, std::optional<std::vector<fs::path>>& into) {
        const auto files = section.texts("files");
        if (!files) return;
        into.emplace();
        for (const auto& file : *files) {
            into->push_back(folder_ / file.value);
            std::error_code ignored;
            if (named_ == Named::MustBeThere && !fs::exists(into->back(), ignored))
                section.refuse("files", *file.node, "config.no_file", {into->back().string()});
        }
    }

    void read_status(Section& section) {
        if (const auto waiting = section.one_of("waiting", {"own", "open"}))
            settings_.waiting = static_cast<WaitingResults>(*waiting);
        const auto text = section.text("due_soon");
        if (!text) return;
        const auto offset = parse_duration(*text);
        if (offset && offset->unit == Offset::Unit::Days)
            settings_.due_soon_days = offset->count;
        else
            section.refuse("due_soon", "config.bad_days", {*text, std::to_string(longest_duration)});
    }

    static void read_alerts(Section& section, std::chrono::minutes& time) {
        const auto text = section.text("time");
        if (!text) return;
        if (const auto said = parse_time_of_day(*text))
            time = *said;
        else
            section.refuse("time", "config.bad_time", {*text});
    }

    void read_office(Section& section) {
        section.require({"agency"});
        const auto code = section.text("agency");
        if (!code) return;
        settings_.office = *code;
        if (!is_agency_code(*code)) section.refuse("agency", "config.bad_agency_code", {*code});
        settings_.mentions.push_back({*code, section.full("agency"), section.place("agency")});
    }

    void read_backup(Section& section) {
        auto& backup = settings_.backup;
        if (const auto folder = section.text("folder")) backup.folder = folder_ / *folder;
        if (const auto at = section.text("at")) {
            backup.at = parse_time_of_day(*at);
            if (!backup.at && *at != "off") section.refuse("at", "config.bad_backup_time", {*at});
        }
        if (const auto every = section.text("every")) {
            backup.every = parse_interval(*every);
            if (!backup.every) section.refuse("every", "config.bad_interval", {*every});
        }
        if (const auto folder = section.text("copy_to")) backup.copy_to = folder_ / *folder;
        backup.keep = static_cast<int>(section.integer("keep", 1, 1000).value_or(backup.keep));
        const auto text = section.text("warn_after");
        if (!text) return;
        const auto offset = parse_duration(*text);
        if (offset && offset->unit == Offset::Unit::Days)
            backup.warn_after_days = offset->count;
        else
            section.refuse("warn_after", "config.bad_days", {*text, std::to_string(longest_duration)});
    }

    void read_storage(Section& section) {
        auto& limit = settings_.storage.low_space_mib;
        limit = static_cast<int>(section.integer("low_space_mib", 0, 1'000'000).value_or(limit));
    }

    void read_standby(Section& section) {
        section.require({"from"});
        if (const auto folder = section.text("from")) settings_.standby_from = folder_ / *folder;
    }

    void read_limits(Section& section) {
        const auto limit = [&](std::string_view key, int& into, int lowest, int highest) {
            into = static_cast<int>(section.integer(key, lowest, highest).value_or(into));
        };
        limit("max_message_mib", settings_.limits.max_message_mib, 1, 1024);
        limit("window", settings_.limits.window, 1, 512);  // a client's receive queue holds 1000
        limit("connections", settings_.limits.connections, 1, 1'000'000);
        limit("connections_per_key", settings_.limits.connections_per_key, 1, 1'000'000);
        limit("sessions_per_key", settings_.limits.sessions_per_key, 1, 1'000'000);
        limit("consumers_per_agency", settings_.limits.consumers_per_agency, 1, 10'000);
        limit("requests_per_second", settings_.limits.requests_per_second, 1, 1'000'000);
        limit("replay_per_second", settings_.limits.replay_per_second, 1, 10'000'000);
        limit("written_mib_per_day", settings_.limits.written_mib_per_day, 0, 1024 * 1024);
        limit("stalled_minutes", settings_.limits.stalled_minutes, 1, 24 * 60);
        limit("unread_replies", settings_.limits.unread_replies, 1, 1'000'000);
        limit("unread_mib", settings_.limits.unread_mib, 1, 1024);
        limit("unread_total_mib", settings_.limits.unread_total_mib, 1, 64 * 1024);
    }

    void read_retention(Section& section) {
        constexpr int shortest_days = 30;  // an office that was closed for a while still finds everything
        constexpr int longest_days = 36'500;
        section.require({"days"});
        if (const auto days = section.integer("days", shortest_days, longest_days))
            settings_.retention_days = static_cast<int>(*days);
    }

    TomlFile& file_;
    fs::path folder_;
    Named named_;
    Settings settings_;
};

std::vector<fs::path> calendar_files(const Settings& settings) {
    return settings.calendar_files.value_or(toml_files_in(installed_data() / "calendar"));
}

std::vector<fs::path> criteria_files(const Settings& settings) {
    return settings.criteria_files.value_or(toml_files_in(installed_data() / "criteria"));
}

TomlFile read_all(const fs::path& file) {
    TomlFile toml{read_file(file), file.string()};
    for (const auto& over : files_of(file))
        if (over != file) toml.lay_over(read_file(over), over.string());
    return toml;
}

}  // namespace

std::vector<fs::path> files_of(const fs::path& file) {
    auto files = toml_files_in(fs::path{file}.replace_extension(".d"));
    files.insert(files.begin(), file);
    return files;
}

Settings load(const fs::path& file) {
    auto toml = read_all(file);
    auto settings = Loader{toml, file.parent_path(), Loader::Named::MustBeThere}.read();
    toml.throw_first();
    return settings;
}

Settings parse(std::string_view text, const std::string& file_name) {
    TomlFile file{text, file_name};
    auto settings = Loader{file, fs::path{file_name}.parent_path(), Loader::Named::NeedNotBeThere}.read();
    file.throw_first();
    return settings;
}

Checked check(const fs::path& name) {
    Checked checked;
    const auto add_mistake_of = [&](const auto& read) {
        try {
            read();
        } catch (const UserError& error) {
            checked.mistakes.push_back(error);
        }
    };
    add_mistake_of([&] {
        auto file = read_all(name);
        checked.settings = Loader{file, name.parent_path(), Loader::Named::MustBeThere}.read();
        checked.mistakes = file.errors();
        checked.laid = file.laid();
    });
    if (!checked.mistakes.empty()) return checked;
    // Each file by itself, then all together.
    const auto& settings = checked.settings;
    for (const auto& file : calendar_files(settings))
        add_mistake_of([&] { load_calendar(std::vector{file}); });
    for (const auto& file : criteria_files(settings))
        add_mistake_of([&] { language::parse_criterion(read_file(file), file.string()); });
    if (!checked.mistakes.empty()) return checked;
    add_mistake_of([&] { load_calendar(settings); });
    add_mistake_of([&] { load_criteria(settings); });
    return checked;
}

Calendar load_calendar(const Settings& settings) {
    return load_calendar(calendar_files(settings));
}

std::vector<Criterion> load_criteria(const Settings& settings) {
    std::vector<Criterion> criteria;
    for (const auto& path : criteria_files(settings))
        criteria.push_back(language::parse_criterion(read_file(path), path.string()));
    language::require_one_for_each_year(criteria);
    return criteria;
}

}  // namespace dondoc::config
