// SPDX-License-Identifier: GPL-3.0-or-later
// What the configuration file of dondoc-web says, with the defaults of what it does not say.
// config/dondoc-web.toml explains every key.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/message.h"
#include "web/http/server.h"

namespace dondoc::web {

struct Config {
    std::filesystem::path profile = "/etc/dondoc/web-profile.toml";  // with a key of the role gateway
    std::filesystem::path data_dir = "/var/lib/dondoc-web";
    std::string url;  // how people reach it, "https://dondoc.example.vn": without a stroke at the end
    std::string office = "Văn phòng UBND tỉnh";  // as pages and reports are headed
    ServerOptions server;
    std::filesystem::path certificate, key;  // of the server's own TLS

    std::chrono::minutes idle{8 * 60};   // a session without a request ends
    std::chrono::hours longest{7 * 24};  // and any after this
    std::chrono::hours invitation{72};   // of the first user's link
    std::string sign_on_header;  // a trusted proxy says in it who has signed in: a mail address; empty: none
    std::filesystem::path central;  // configuration of dondoc-central on this machine; empty: there is none
    // Forms and scoring tables of the office's own, beside those that come with dondoc; they need not be
    // there.
    std::filesystem::path reports = "/etc/dondoc/reports", scoring = "/etc/dondoc/scoring";
    std::filesystem::path evidence;  // where files of evidence are looked for; empty: nowhere
    std::vector<std::string> metrics_from{"127.0.0.1", "::1"};  // addresses that may read /metrics

    bool is_secure() const { return url.starts_with("https://"); }
};

// Throws UserError with the file and line as its place, for the first mistake.
Config load_config(const std::filesystem::path& file);
// Every mistake, in the order of the file; empty: there is none.
std::vector<UserError> check_config(const std::filesystem::path& file);

}  // namespace dondoc::web
