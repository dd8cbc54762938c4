// SPDX-License-Identifier: GPL-3.0-or-later
// The file is locked from before the refresh token is used until the new ones are on disk: two that use it at
// once would spend it twice, and what was answered and not written would be lost.
#include "relay/token.h"

#include <fcntl.h>
#include <google/protobuf/struct.pb.h>
#include <sys/file.h>

#include <charconv>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <spdlog/spdlog.h>

#include "lib/files.h"
#include "lib/json.h"
#include "relay/http_try.h"

namespace dondoc::relay {
namespace {

constexpr std::chrono::minutes holds_at_least{5};
constexpr std::chrono::seconds renewal_timeout{30};

std::chrono::sys_seconds by_the_clock() {
    return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
}

// A text or a number, as text; empty: neither.
std::string field_of(const google::protobuf::Struct& json, const std::string& name) {
    const auto found = json.fields().find(name);
    if (found == json.fields().end()) return {};
    if (found->second.has_string_value()) return found->second.string_value();
    if (!found->second.has_number_value()) return {};
    return std::to_string(static_cast<std::int64_t>(found->second.number_value()));
}

std::int64_t number_of(const std::string& text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

Token::Token(TokenSettings settings, std::map<std::string, std::string> set)
    : settings_(std::move(settings)), set_(std::move(set)) {}

const std::string& Token::get() {
    if (access_.empty() || by_the_clock() + holds_at_least >= expires_at_) renew();
    return access_;
}

void Token::read() {
    std::ifstream file{settings_.file};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    google::protobuf::Struct json;
    if (!client::from_json(text, json)) throw ChannelDown("token file unreadable");
    access_ = field_of(json, "access_token");
    refresh_ = field_of(json, "refresh_token");
    expires_at_ = std::chrono::sys_seconds{std::chrono::seconds{number_of(field_of(json, "expires_at"))}};
    if (refresh_.empty()) throw ChannelDown("no refresh token");
}

void Token::renew() {
    const bool was_refused = !access_.empty() && expires_at_ == std::chrono::sys_seconds{};
    const client::Descriptor lock{
        ::open((settings_.file.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    if (!lock || ::flock(lock.get(), LOCK_EX) != 0) throw ChannelDown("token file locked");
    const auto refused = access_;
    read();  // another may have renewed it meanwhile
    const bool is_the_refused = was_refused && access_ == refused;
    if (!access_.empty() && !is_the_refused && by_the_clock() + holds_at_least < expires_at_) return;

    auto values = set_;
    values["refresh_token"] = refresh_;
    std::map<std::string, std::string> headers{{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : settings_.headers)
        headers[name] = filled(value, values, [](const std::string& text) { return text; });
    HttpTry attempt{settings_.url, "POST",          filled(settings_.body, values, url_escaped),
                    headers,       renewal_timeout, judged_by_status};
    const auto outcome = attempt.outcome(curl_easy_perform(attempt.handle()));
    if (outcome.kind != Outcome::Kind::Sent) throw ChannelDown("token: " + outcome.reason);
    google::protobuf::Struct json;
    if (!client::from_json(attempt.answer().body, json)) throw ChannelDown("token: no JSON");
    const auto access = field_of(json, "access_token"), refresh = field_of(json, "refresh_token");
    // An error may come as a success: without both tokens the ones that there are stay.
    if (access.empty() || refresh.empty()) {
        const auto code = field_of(json, "error");
        throw ChannelDown("token refused" + (code.empty() ? "" : " " + code.substr(0, 20)));
    }
    const auto lasts = number_of(field_of(json, "expires_in"));
    access_ = access;
    refresh_ = refresh;
    expires_at_ = by_the_clock() + std::chrono::seconds{lasts > 0 ? lasts : 3600};
    keep();
    spdlog::info("event=token_renewed file={}", settings_.file.string());
}

void Token::keep() {
    google::protobuf::Struct json;
    auto& fields = *json.mutable_fields();
    fields["access_token"].set_string_value(access_);
    fields["refresh_token"].set_string_value(refresh_);
    fields["expires_at"].set_string_value(std::to_string(expires_at_.time_since_epoch().count()));
    client::write_private_file(settings_.file, client::to_json_line(json) + "\n", client::Replace::Yes);
}

}  // namespace dondoc::relay
