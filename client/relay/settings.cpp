// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/settings.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <set>
#include <string_view>
#include <utility>

#include "language/files/span.h"
#include "language/files/toml_file.h"
#include "lib/config_file.h"
#include "lib/laid_over.h"
#include "relay/persons.h"
#include "relay/preset.h"

namespace dondoc::relay {
namespace {

using language::Section;
using language::TomlFile;

bool is_site(const std::string& text) {
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-';
    });
}

bool is_http(const std::string& url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

class SettingsReader {
  public:
    SettingsReader(TomlFile& file, std::filesystem::path folder, std::filesystem::path presets)
        : file_(file), folder_(std::move(folder)), presets_(std::move(presets)) {}

    Settings read() {
        Section top{file_, file_.root(), ""};
        path(top, "profile", settings_.profile);
        path(top, "outbox", settings_.outbox);
        text(top, "consumer", settings_.consumer);
        if (text(top, "site", settings_.site) && !is_site(settings_.site))
            top.refuse("site", "relay.config.site", {settings_.site});
        if (text(top, "link", settings_.link) && !is_http(settings_.link))
            top.refuse("link", "relay.config.url", {settings_.link});
        if (const auto lang = top.one_of("lang", {"vi", "en"})) settings_.lang = *lang == 0 ? "vi" : "en";
        settings_.office_line = top.flag("office_line").value_or(true);
        time_of_day(top, "digest", settings_.timing.digest);
        span(top, "gather", settings_.timing.gather);
        span(top, "give_up_after", settings_.timing.give_up_after);
        top.section("mail", [&](Section& mail) { read_mail(mail); });
        top.sections("http", [&](Section& http) { read_http(http); });
        top.sections("webhook", [&](Section& webhook) { read_webhook(webhook); });
        top.section("watch", [&](Section& watch) { read_watch(watch); });
        top.refuse_unknown();
        file_.throw_first();
        if (names_.empty())
            throw UserError("relay.config.no_channel", {}, file_.place(file_.root().source()));
        return std::move(settings_);
    }

  private:
    static bool text(Section& section, const char* key, std::string& into) {
        auto found = section.text(key);
        if (found) into = std::move(*found);
        return found.has_value();
    }

    // Beside the configuration, unless it is absolute.
    void path(Section& section, const char* key, std::filesystem::path& into) {
        if (const auto found = section.text(key)) into = folder_ / *found;
    }

    void span(Section& section, const char* key, std::chrono::seconds& into) {
        const auto found = section.text(key);
        if (!found) return;
        const auto parsed = language::parse_span(*found);
        if (!parsed) return section.refuse(key, "config.duration", {*found});
        into = *parsed;
    }

    void time_of_day(Section& section, const char* key, std::chrono::minutes& into) {
        const auto found = section.text(key);
        if (!found) return;
        const auto times = times_of_day(*found + "-24:00");
        if (!times) return section.refuse(key, "relay.config.time", {*found});
        into = std::chrono::minutes{times->from};
    }

    // Its bytes without the line break at the end.
    void secret(Section& section, const char* key, std::string& into) {
        std::filesystem::path file;
        path(section, key, file);
        if (file.empty()) return;
        std::ifstream in{file};
        std::getline(in, into);
        if (into.empty()) section.refuse(key, "relay.config.secret", {file.string()});
    }

    void name(Section& section, const std::string& name) {
        if (!names_.insert(name).second) section.refuse("name", "relay.config.twice", {name});
    }

    void read_mail(Section& section) {
        auto& mail = settings_.mail.emplace();
        mail.site = settings_.site;
        name(section, "mail");
        section.require({"server", "from"});
        if (text(section, "server", mail.server) && !mail.server.starts_with("smtp://") &&
            !mail.server.starts_with("smtps://"))
            section.refuse("server", "relay.config.server", {mail.server});
        if (const auto tls = section.one_of("tls", {"required", "off"})) mail.tls = *tls == 0;
        path(section, "ca_file", mail.ca_file);
        text(section, "user", mail.user);
        secret(section, "password_file", mail.password);
        if (!mail.tls && !mail.password.empty() && !mail.server.starts_with("smtps://"))
            section.refuse("tls", "relay.config.plain_password");
        std::string from;
        if (text(section, "from", from)) {
            const auto address = parse_mail_address(from);
            if (address)
                mail.from = *address;
            else
                section.refuse("from", "relay.config.address", {from});
        }
        if (text(section, "reply_to", mail.reply_to) && !parse_mail_address(mail.reply_to))
            section.refuse("reply_to", "relay.config.address", {mail.reply_to});
        parallel(section, mail.parallel);
        span(section, "timeout", mail.timeout);
    }

    static void parallel(Section& section, int& into) {
        constexpr int most = 64;
        if (const auto found = section.integer("parallel", 1, most)) into = static_cast<int>(*found);
    }

    void read_http(Section& section) {
        section.require({"name", "preset"});
        HttpSettings http;
        std::string preset;
        if (text(section, "name", http.name)) name(section, http.name);
        if (!text(section, "preset", preset)) return;
        const auto* variables = file_.root()["http"][settings_.http.size()]["set"].as_table();
        section.section("set", [&](Section& set) { read_variables(set, variables, http); });
        std::filesystem::path token;
        path(section, "token_file", token);
        const auto file = presets_ / (preset + ".toml");
        read_preset(client::read_config_file(file), file.string(), http);
        if (http.token) http.token->file = token;
        parallel(section, http.parallel);
        span(section, "timeout", http.timeout);
        for (const auto& variable : variables_of(http))
            if (!http.set.contains(variable)) section.refuse("preset", "relay.config.variable", {variable});
        settings_.http.push_back(std::move(http));
    }

    void read_variables(Section& set, const toml::table* variables, HttpSettings& http) {
        if (variables == nullptr) return;
        for (const auto& [key, node] : *variables) {
            const std::string variable{key.str()};
            std::string value;
            // "key_file" reads the value of "key" from a file: a secret has no place in a configuration.
            constexpr std::string_view in_file = "_file";
            if (variable.ends_with(in_file)) {
                secret(set, variable.c_str(), value);
                http.set[variable.substr(0, variable.size() - in_file.size())] = value;
            } else if (text(set, variable.c_str(), value)) {
                http.set[variable] = value;
            }
        }
    }

    void read_webhook(Section& section) {
        section.require({"name", "url"});
        WebhookSettings webhook;
        webhook.site = settings_.site;
        if (text(section, "name", webhook.name)) name(section, webhook.name);
        if (text(section, "url", webhook.url) && !is_http(webhook.url))
            section.refuse("url", "relay.config.url", {webhook.url});
        secret(section, "secret_file", webhook.secret);
        for (const auto& one : section.texts("agencies").value_or(std::vector<Section::Text>{}))
            webhook.agencies.push_back(one.value);
        for (const auto& one : section.texts("kinds").value_or(std::vector<Section::Text>{}))
            webhook.kinds.push_back(one.value);
        parallel(section, webhook.parallel);
        span(section, "timeout", webhook.timeout);
        settings_.webhooks.push_back(std::move(webhook));
    }

    void read_watch(Section& section) {
        auto& watch = settings_.watch;
        if (text(section, "ping", watch.ping) && !is_http(watch.ping))
            section.refuse("ping", "relay.config.url", {watch.ping});
        path(section, "touch", watch.touch);
        path(section, "metrics", watch.metrics);
        span(section, "every", watch.every);
        span(section, "late", watch.late);
    }

    TomlFile& file_;
    std::filesystem::path folder_, presets_;
    Settings settings_;
    std::set<std::string> names_;
};

}  // namespace

Settings read_settings(const std::filesystem::path& file, const std::filesystem::path& presets) {
    TomlFile toml{client::read_config_file(file), file.string()};
    for (const auto& over : client::files_over(file))
        toml.lay_over(client::read_config_file(over), over.string());
    return SettingsReader{toml, file.parent_path(), presets}.read();
}

std::vector<std::unique_ptr<Channel>> make_channels(const Settings& settings) {
    std::vector<std::unique_ptr<Channel>> channels;
    if (settings.mail) channels.push_back(make_mail_channel(*settings.mail));
    for (const auto& http : settings.http) channels.push_back(make_http_channel(http));
    for (const auto& webhook : settings.webhooks) channels.push_back(make_webhook(webhook));
    return channels;
}

}  // namespace dondoc::relay
