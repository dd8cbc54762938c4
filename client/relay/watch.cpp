// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/watch.h"

#include <algorithm>
#include <chrono>
#include <exception>

#include <spdlog/spdlog.h>

#include "figures/families.h"
#include "lib/files.h"
#include "relay/http_try.h"
#include "wire/time.h"

namespace dondoc::relay {
namespace {

constexpr std::chrono::seconds ping_timeout{10};
constexpr std::chrono::minutes alarms_worked_off{5};

// One recipient's server may put off what it likes; that nothing else was accepted since is everybody's
// trouble.
bool is_silent(const Outbox::Backlog& backlog, sys_seconds now, std::chrono::seconds late) {
    const bool nothing_left = !backlog.last_sent || *backlog.last_sent < backlog.since;
    return (backlog.untried_since && now - *backlog.untried_since > late) ||
           (nothing_left && now - backlog.since > late);
}

}  // namespace

std::string trouble_on(const Road& road, sys_seconds now, std::chrono::seconds late) {
    const auto& status = road.status;
    if (!status.storage().trouble().empty()) return "storage: " + status.storage().trouble();
    const auto daemon_now = wire::to_instant(status.now());
    const auto alarm = wire::to_instant(status.next_alarm());
    if (status.has_next_alarm() && alarm + alarms_worked_off < daemon_now) return "alarms are not worked off";
    if (status.last_event() > road.followed_to)
        return "stream: " + std::to_string(status.last_event() - road.followed_to) + " events behind";
    for (const auto& [channel, is_down] : road.down)
        if (is_down) return "channel " + channel + " is down";
    for (const auto& backlog : road.backlogs)
        if (is_silent(backlog, now, late))
            return "channel " + backlog.channel + ": messages wait since " + iso_instant(backlog.since);
    if (!road.probed) return "no mail server was reached";
    return {};
}

std::string figures_of(const Road& road, const std::string& trouble, sys_seconds last_good, sys_seconds now) {
    const auto seconds = [](sys_seconds at) { return static_cast<double>(at.time_since_epoch().count()); };
    const auto followed = std::min(road.followed_to, road.status.last_event());
    figures::Families out;
    out.begin("dondoc_relay_info", "The version of dondoc-relay.");
    out.add(1, {{"version", DONDOC_VERSION}});
    out.gauge("dondoc_relay_clock_seconds", "Its time.", seconds(now));
    out.gauge("dondoc_relay_round_good", "1 when the last round of the whole road was good.",
              trouble.empty());
    out.gauge("dondoc_relay_last_good_round_seconds",
              "When a round was good last; or the first, if none was.", seconds(last_good));
    out.gauge("dondoc_relay_followed_event", "Id of the newest event that is in the outbox.",
              static_cast<double>(followed));
    out.gauge("dondoc_relay_behind_events", "Events that are not in the outbox yet.",
              static_cast<double>(road.status.last_event() - followed));
    auto oldest = now;
    for (const auto& backlog : road.backlogs) oldest = std::min(oldest, backlog.since);
    out.gauge("dondoc_relay_oldest_unsent_seconds", "How long the oldest message waits that is due.",
              static_cast<double>((now - oldest).count()));
    out.begin("dondoc_relay_channel_down", "1 while a channel takes nothing.");
    for (const auto& [channel, is_down] : road.down) out.add(is_down ? 1 : 0, {{"channel", channel}});
    if (road.counts.empty()) return out.text();
    out.begin("dondoc_relay_outbox_messages",
              "Messages of the outbox: due now, put off until another try, due later, sent, refused for "
              "good, dropped.");
    for (const auto& count : road.counts)
        out.add(static_cast<double>(count.messages), {{"channel", count.channel}, {"state", count.standing}});
    return out.text();
}

void Watch::tell(const Road& road, sys_seconds now) {
    const auto trouble = trouble_on(road, now, settings_.late);
    if (trouble.empty() || !last_good_) last_good_ = now;
    if (!trouble.empty()) spdlog::warn("event=silence reason=\"{}\"", trouble);
    if (!settings_.ping.empty()) ping(trouble);
    if (trouble.empty()) touch();
    write_figures(figures_of(road, trouble, *last_good_, now));
}

void Watch::touch() const {
    if (settings_.touch.empty()) return;
    try {
        client::write_file(settings_.touch, "", client::Replace::Yes);
    } catch (const std::exception& error) {
        spdlog::warn("event=touch_failed file={} reason=\"{}\"", settings_.touch.string(), error.what());
    }
}

void Watch::write_figures(const std::string& text) const {
    if (settings_.metrics.empty()) return;
    try {
        figures::write_for_collector(settings_.metrics, text);
    } catch (const std::exception& error) {
        spdlog::warn("event=metrics_failed file={} reason=\"{}\"", settings_.metrics.string(), error.what());
    }
}

void Watch::ping(const std::string& trouble) const {
    const auto url = trouble.empty() ? settings_.ping : settings_.ping + "/fail";
    HttpTry attempt{url, "POST", trouble, {{"Content-Type", "text/plain"}}, ping_timeout, judged_by_status};
    const auto outcome = attempt.outcome(curl_easy_perform(attempt.handle()));
    if (outcome.kind != Outcome::Kind::Sent) spdlog::warn("event=ping_failed reason=\"{}\"", outcome.reason);
}

}  // namespace dondoc::relay
