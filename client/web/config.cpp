// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/config.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <string_view>

#include "domain/reasons.h"
#include "language/files/toml_file.h"
#include "web/http/address.h"

namespace dondoc::web {
namespace {

using language::Section;

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) throw UserError("config.unreadable", {file.string(), system_reason(errno)});
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

bool is_url(std::string_view text) {
    const auto scheme = text.starts_with("https://") ? 8U : text.starts_with("http://") ? 7U : 0U;
    if (scheme == 0 || text.size() <= scheme) return false;
    return text.find('/', scheme) == std::string_view::npos &&
           std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
}

class Reader {
  public:
    Reader(language::TomlFile& file, const std::filesystem::path& folder) : file_(file), folder_(folder) {}

    Config read() {
        Section top{file_, file_.root(), ""};
        top.require({"url"});
        if (const auto url = top.text("url")) {
            config_.url = *url;
            if (!is_url(*url)) top.refuse("url", "config.bad_web", {*url});
        }
        if (const auto office = top.text("office")) config_.office = *office;
        path(top, "profile", config_.profile);
        path(top, "data_dir", config_.data_dir);
        top.section("listen", [this](Section& section) { read_listen(section); });
        top.section("proxy", [this](Section& section) { read_proxy(section); });
        top.section("session", [this](Section& section) { read_session(section); });
        top.section("limits", [this](Section& section) { read_limits(section); });
        top.section("central", [this](Section& section) { path(section, "config", config_.central); });
        top.section("forms", [this](Section& section) {
            path(section, "reports", config_.reports);
            path(section, "scoring", config_.scoring);
            path(section, "evidence", config_.evidence);
        });
        top.section("metrics",
                    [this](Section& section) { addresses(section, "from", config_.metrics_from); });
        top.refuse_unknown();
        config_.server.is_secure = config_.is_secure();
        return config_;
    }

  private:
    void path(Section& section, std::string_view key, std::filesystem::path& into) {
        if (const auto text = section.text(key)) into = folder_ / *text;
    }

    void read_listen(Section& section) {
        if (const auto address = section.text("address")) {
            config_.server.address = *address;
            if (!is_address(*address)) section.refuse("address", "config.bad_address", {*address});
        }
        if (const auto port = section.integer("port", 1, 65'535))
            config_.server.port = static_cast<std::uint16_t>(*port);
        path(section, "certificate", config_.certificate);
        path(section, "key", config_.key);
        if (section.has("certificate") != section.has("key"))
            section.refuse(section.has("key") ? "key" : "certificate", "config.half_tls");
    }

    void read_proxy(Section& section) {
        addresses(section, "trusted", config_.server.proxies);
        if (const auto header = section.text("sign_on_header")) {
            config_.sign_on_header = *header;
            std::ranges::transform(config_.sign_on_header, config_.sign_on_header.begin(),
                                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            if (config_.server.proxies.empty()) section.refuse("sign_on_header", "config.no_proxy");
        }
    }

    void addresses(Section& section, std::string_view key, std::vector<std::string>& into) {
        const auto texts = section.texts(key);
        if (!texts) return;
        into.clear();
        for (const auto& text : *texts) {
            into.push_back(text.value);
            if (!is_address(text.value)) section.refuse(key, *text.node, "config.bad_address", {text.value});
        }
    }

    void read_session(Section& section) {
        if (const auto minutes = section.integer("idle_minutes", 5, 7 * 24 * 60))
            config_.idle = std::chrono::minutes{*minutes};
        if (const auto hours = section.integer("longest_hours", 1, 90 * 24))
            config_.longest = std::chrono::hours{*hours};
    }

    void read_limits(Section& section) {
        if (const auto count = section.integer("connections", 10, 100'000))
            config_.server.connections = static_cast<unsigned>(*count);
        if (const auto count = section.integer("connections_per_address", 4, 100'000))
            config_.server.connections_per_address = static_cast<unsigned>(*count);
        if (const auto count = section.integer("workers", 1, 60))
            config_.server.workers = static_cast<unsigned>(*count);
        if (const auto seconds = section.integer("request_seconds", 2, 600))
            config_.server.request_time = std::chrono::seconds{*seconds};
    }

    language::TomlFile& file_;
    const std::filesystem::path& folder_;
    Config config_;
};

Config read_config(language::TomlFile& toml, const std::filesystem::path& file) {
    const auto folder = std::filesystem::absolute(file).parent_path();
    return Reader{toml, folder}.read();
}

}  // namespace

Config load_config(const std::filesystem::path& file) {
    language::TomlFile toml{content_of(file), file.filename().string()};
    auto config = read_config(toml, file);
    toml.throw_first();
    if (!config.certificate.empty()) {
        config.server.certificate = content_of(config.certificate);
        config.server.key = content_of(config.key);
    }
    return config;
}

std::vector<UserError> check_config(const std::filesystem::path& file) {
    try {
        language::TomlFile toml{content_of(file), file.filename().string()};
        const auto config = read_config(toml, file);
        auto mistakes = toml.errors();
        if (mistakes.empty()) load_config(file);
        return mistakes;
    } catch (const UserError& error) {
        return {error};
    }
}

}  // namespace dondoc::web
