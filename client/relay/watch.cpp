// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/watch.h"

#include <chrono>
#include <utility>

#include <spdlog/spdlog.h>

#include "lib/files.h"
#include "relay/http_try.h"

namespace dondoc::relay {
namespace {

constexpr std::chrono::seconds ping_timeout{10};
constexpr std::chrono::minutes alarms_worked_off{5};

}  // namespace

std::string trouble_on(const Road& road, sys_seconds now, std::chrono::seconds late) {
    const auto& status = road.status;
    if (!status.storage().trouble().empty()) return "storage: " + status.storage().trouble();
    const sys_seconds daemon_now{std::chrono::seconds{status.now().seconds()}};
    const sys_seconds alarm{std::chrono::seconds{status.next_alarm().seconds()}};
    if (status.has_next_alarm() && alarm + alarms_worked_off < daemon_now) return "alarms are not worked off";
    if (status.last_event() > road.followed_to)
        return "stream: " + std::to_string(status.last_event() - road.followed_to) + " events behind";
    if (!road.channel_down.empty()) return "channel " + road.channel_down + " is down";
    if (road.waiting_since && now - *road.waiting_since > late)
        return "messages wait since " + iso_instant(*road.waiting_since);
    if (!road.probed) return "no mail server was reached";
    return {};
}

void Watch::tell(const std::string& trouble) const {
    if (!trouble.empty()) spdlog::warn("event=silence reason=\"{}\"", trouble);
    if (!settings_.ping.empty()) ping(trouble);
    if (!settings_.touch.empty() && trouble.empty()) {
        try {
            client::write_file(settings_.touch, "", client::Replace::Yes);
        } catch (const std::exception& error) {
            spdlog::warn("event=touch_failed file={} reason=\"{}\"", settings_.touch.string(), error.what());
        }
    }
}

void Watch::ping(const std::string& trouble) const {
    const auto url = trouble.empty() ? settings_.ping : settings_.ping + "/fail";
    HttpTry attempt{url, "POST", trouble, {{"Content-Type", "text/plain"}}, ping_timeout, judged_by_status};
    const auto outcome = attempt.outcome(curl_easy_perform(attempt.handle()));
    if (outcome.kind != Outcome::Kind::Sent) spdlog::warn("event=ping_failed reason=\"{}\"", outcome.reason);
}

}  // namespace dondoc::relay
