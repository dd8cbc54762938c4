// SPDX-License-Identifier: GPL-3.0-or-later
#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "dondoc/v1/event.pb.h"
#include "lib/json.h"
#include "relay/http.h"
#include "relay/http_try.h"

namespace dondoc::relay {
namespace {

class Webhook final : public Channel {
  public:
    explicit Webhook(WebhookSettings settings) : settings_(std::move(settings)) {}
    const std::string& name() const override { return settings_.name; }
    int parallel() const override { return settings_.parallel; }
    bool is_for_programs() const override { return true; }

    std::unique_ptr<Try> prepare(const Outgoing& outgoing, std::string&) override {
        const auto& part = outgoing.message.parts.front();
        v1::Event event;
        if (!event.ParseFromString(part.body))
            throw std::runtime_error("an event of the outbox cannot be decoded");
        const auto body = client::to_json_line(event);
        const auto time = std::to_string(std::chrono::duration_cast<std::chrono::seconds>(
                                             std::chrono::system_clock::now().time_since_epoch())
                                             .count());
        std::map<std::string, std::string> headers{
            {"Content-Type", "application/json"},
            {"Idempotency-Key", settings_.site + "/" +
                                    (part.source.lineage.empty() ? "0" : part.source.lineage) + "/" +
                                    std::to_string(part.source.number)},
            {"X-Dondoc-Time", time}};
        if (!settings_.secret.empty())
            headers["X-Dondoc-Signature"] = "v1=" + signature(settings_.secret, time, body);
        return std::make_unique<HttpTry>(settings_.url, "POST", body, headers, settings_.timeout,
                                         judged_by_status);
    }

  private:
    WebhookSettings settings_;
};

}  // namespace

std::unique_ptr<Channel> make_webhook(WebhookSettings settings) {
    return std::make_unique<Webhook>(std::move(settings));
}

std::string signature(const std::string& secret, const std::string& time, const std::string& body) {
    const auto signed_text = time + "." + body;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(signed_text.data()),
                                  signed_text.size());
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
    crypto_auth_hmacsha256_final(&state, code.data());
    std::string hex(code.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), code.data(), code.size());
    hex.pop_back();
    return hex;
}

}  // namespace dondoc::relay
