// SPDX-License-Identifier: GPL-3.0-or-later
// Channels over HTTP: a webhook that gets each event as JSON, and gateways (SMS, ntfy, Zalo) described by a
// preset.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "relay/channel.h"

namespace dondoc::relay {

// Gets every event once, as JSON without what is secret. Each POST carries
//   Idempotency-Key: <site>/<lineage>/<id>
//   X-Dondoc-Time: seconds since 1970
//   X-Dondoc-Signature: v1=<hex of HMAC-SHA256 of "<time>.<body>">
struct WebhookSettings {
    std::string name, url, secret, site;
    std::vector<std::string> agencies;  // codes; empty: all
    std::vector<std::string> kinds;     // names of v1::EventKind; empty: all
    int parallel = 2;
    std::chrono::seconds timeout{30};
};
std::unique_ptr<Channel> make_webhook(WebhookSettings settings);

std::string signature(const std::string& secret, const std::string& time, const std::string& body);

// An access token that ends and is renewed with one that can be used once. The file is JSON with
// access_token, refresh_token and expires_at (seconds since 1970); it is replaced as a whole, and nothing is
// replaced by an answer that has no new tokens.
struct TokenSettings {
    std::filesystem::path file;
    std::string url, body;  // form; may use {refresh_token}
    std::map<std::string, std::string> headers;
};

struct HttpSettings {
    enum class Address { Phone, Email, Nobody };
    enum class Escape { Json, Form };

    std::string name, url, method = "POST", body;
    Escape escape = Escape::Json;
    Address address = Address::Phone;
    bool international = false;  // numbers as 84912345678 instead of 0912345678
    std::map<std::string, std::string> headers;
    std::map<std::string, std::string> set;  // values of the preset's own variables
    std::size_t most_bytes = 300;            // of {text}
    // Of an answer with a JSON body; empty: the status says all.
    std::string result_field;                     // "error"
    std::vector<std::string> good, later, renew;  // values of it: sent; not now; the token has ended
    std::optional<TokenSettings> token;
    int parallel = 2;
    std::chrono::seconds timeout{30};
};
std::unique_ptr<Channel> make_http_channel(HttpSettings settings);

// "{phone}" and the like replaced, each escaped; what has no value stays as it is.
std::string filled(const std::string& text, const std::map<std::string, std::string>& values,
                   std::string (*escape)(const std::string&));
std::string json_escaped(const std::string& text);
std::string url_escaped(const std::string& text);

}  // namespace dondoc::relay
