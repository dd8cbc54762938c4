// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "figures/families.h"
#include "web/feed/feeds.h"

namespace dondoc::web {
namespace {

bool daemon_answers(Context& context) {
    try {
        v1::Request request;
        request.mutable_clock_show();
        return !context.daemon.ask_itself(std::move(request)).has_error();
    } catch (const DaemonAway&) {
        return false;
    }
}

std::string metrics(Context& context, const ServerCounts& counts) {
    const auto people = context.accounts.count();
    const auto number = [](auto value) { return static_cast<double>(value); };
    figures::Families out;
    out.gauge("dondoc_web_daemon_up", "Whether the daemon answers.", daemon_answers(context) ? 1 : 0);
    out.counter("dondoc_web_requests_total", "Requests that were answered.", number(counts.requests));
    out.counter("dondoc_web_refused_total",
                "Connections and requests that were refused: too large, too slow, too many, malformed.",
                number(counts.refused));
    out.counter("dondoc_web_faults_total", "Requests in which the program failed.", number(counts.faults));
    out.gauge("dondoc_web_connections", "Connections that are open.", number(counts.connections));
    out.gauge("dondoc_web_event_streams", "Event streams that are open.", number(counts.streams));
    out.gauge("dondoc_web_sessions", "Sessions of persons who are signed in.", number(people.sessions));
    out.gauge("dondoc_web_users", "Persons who have a password.", number(people.users));
    out.gauge("dondoc_web_failed_sign_ins", "Sign-ins that failed in the last 15 minutes.",
              number(people.failed));
    return out.text();
}

}  // namespace

void add_health(Router& router, Context& context, std::function<ServerCounts()> counts) {
    router.get("/healthz", [](const Request&) { return plain("ok\n"); });
    router.get("/readyz", [&context](const Request&) {
        return daemon_answers(context) ? plain("ok\n") : plain("daemon away\n", 503);
    });
    router.get("/metrics", [&context, counts = std::move(counts)](const Request& request) {
        const auto& from = context.config.metrics_from;
        if (std::ranges::find(from, request.remote) == from.end()) return plain("403\n", 403);
        return plain(metrics(context, counts()))
            .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    });
}

}  // namespace dondoc::web
