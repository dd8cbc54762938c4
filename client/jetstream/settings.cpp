// SPDX-License-Identifier: GPL-3.0-or-later
#include "jetstream/settings.h"

#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "language/files/span.h"

namespace dondoc::jetstream {
namespace {

using language::Section;

bool is_server(const std::string& url) {
    return url.starts_with("nats://") || url.starts_with("tls://");
}

// A file that has to be there.
void file(Section& section, const std::filesystem::path& folder, const char* key,
          std::filesystem::path& into) {
    const auto found = section.text(key);
    if (!found) return;
    into = folder / *found;
    if (!std::ifstream{into}) section.refuse(key, "nats.config.file", {into.string()});
}

void read_identity(Section& section, const std::filesystem::path& folder, Settings& settings) {
    file(section, folder, "credentials", settings.credentials);
    settings.nkey = section.text("nkey").value_or("");
    file(section, folder, "nkey_seed", settings.nkey_seed);
    if (settings.nkey.empty() != settings.nkey_seed.empty())
        section.refuse("nkey_seed", "nats.config.both", {"nkey", "nkey_seed"});
    settings.user = section.text("user").value_or("");
    std::filesystem::path password;
    file(section, folder, "password_file", password);
    if (!password.empty()) {
        std::ifstream in{password};
        std::getline(in, settings.password);
        if (settings.password.empty())
            section.refuse("password_file", "nats.config.file", {password.string()});
    }
    const int said =
        int{!settings.credentials.empty()} + int{!settings.nkey.empty()} + int{!settings.user.empty()};
    if (said > 1) section.refuse("user", "nats.config.one_identity");
}

}  // namespace

Settings read_settings(Section& section, const std::filesystem::path& folder) {
    Settings settings;
    if (const auto servers = section.texts("servers")) {
        settings.servers.clear();
        for (const auto& server : *servers) {
            if (!is_server(server.value))
                section.refuse("servers", *server.node, "nats.config.server", {server.value});
            settings.servers.push_back(server.value);
        }
    }
    read_identity(section, folder, settings);
    file(section, folder, "ca_file", settings.ca_file);
    file(section, folder, "certificate", settings.certificate);
    file(section, folder, "key", settings.key);
    if (settings.certificate.empty() != settings.key.empty())
        section.refuse("key", "nats.config.both", {"certificate", "key"});
    settings.domain = section.text("domain").value_or("");
    constexpr int most_replicas = 5;
    settings.replicas = static_cast<int>(section.integer("replicas", 1, most_replicas).value_or(1));
    if (const auto keep = section.text("keep")) {
        if (const auto span = language::parse_span(*keep))
            settings.keep = *span;
        else
            section.refuse("keep", "config.duration", {*keep});
    }
    constexpr std::int64_t most_gib = 1'000'000, gib = 1LL << 30;
    if (const auto most = section.integer("max_gib", 1, most_gib)) settings.max_bytes = *most * gib;
    return settings;
}

}  // namespace dondoc::jetstream
