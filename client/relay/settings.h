// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of dondoc-relay: a TOML file and those laid over it, read strictly, with the presets it
// names.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "relay/channel.h"
#include "relay/http.h"
#include "relay/mail.h"

namespace dondoc::relay {

struct Timing {
    std::chrono::minutes digest{7 * 60 + 45};  // of the day: what can wait goes out then, in one
    std::chrono::seconds gather{120};          // later in the day: what comes within it goes out in one
    std::chrono::seconds give_up_after{std::chrono::hours{72}};
};

struct WatchSettings {
    std::string ping;               // URL of Healthchecks' protocol; empty: none
    std::filesystem::path touch;    // a file; empty: none
    std::filesystem::path metrics;  // a file for the textfile collector of Prometheus; empty: none
    std::chrono::seconds every{300};
    std::chrono::seconds late{900};  // something that waits for longer is no good round
};

struct Settings {
    std::filesystem::path profile = "/etc/dondoc/relay-key.toml";
    std::filesystem::path outbox = "/var/lib/dondoc-relay/outbox.db";
    std::string consumer = "relay";
    std::string site = "dondoc";
    std::string link;  // to a task, with {task} and {event}; empty: there is no page
    std::string lang = "vi";
    bool office_line = true;  // each working morning, also when there is nothing to tell
    Timing timing;
    std::optional<MailSettings> mail;
    std::vector<HttpSettings> http;
    std::vector<WebhookSettings> webhooks;
    WatchSettings watch;
};

// What lies in the folder beside it is laid over (lib/laid_over.h). Presets are looked for in `presets`.
// Throws UserError with file and line: the first of what is wrong.
Settings read_settings(const std::filesystem::path& file, const std::filesystem::path& presets);

std::vector<std::unique_ptr<Channel>> make_channels(const Settings& settings);

}  // namespace dondoc::relay
