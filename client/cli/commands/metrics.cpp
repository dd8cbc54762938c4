// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/metrics.h"

#include <algorithm>
#include <cstdint>

#include "figures/families.h"

namespace dondoc::cli {
namespace {

using figures::Families;

void add_assignment_counts(Families& out, const v1::StatusReply& status) {
    const auto& counts = status.counts();
    out.begin("dondoc_assignments", "Assignments by how they stand today.");
    const auto add = [&](const char* name, std::uint64_t count) {
        out.add(static_cast<double>(count), {{"class", name}});
    };
    add("in_time", counts.in_time());
    add("due_soon", counts.due_soon());
    add("due_today", counts.due_today());
    add("overdue", counts.overdue());
    add("waiting", counts.waiting());
    add("no_deadline", counts.no_deadline());
    add("completed_on_time", counts.completed_on_time());
    add("completed_late", counts.completed_late());
    add("completed_no_deadline", counts.completed_no_deadline());
    add("withdrawn", counts.withdrawn());
    out.gauge("dondoc_documents", "Documents that are tracked.", static_cast<double>(status.documents()));
    out.gauge("dondoc_agencies", "Agencies of the register.", static_cast<double>(status.agencies()));
    if (status.agency_counts().empty()) return;
    out.begin("dondoc_agency_overdue", "Overdue assignments of the agencies that are pressed most.");
    for (const auto& agency : status.agency_counts())
        out.add(static_cast<double>(agency.counts().overdue()), {{"agency", agency.code()}});
}

void add_daemon(Families& out, const v1::StatusReply& status) {
    const auto now = status.now().seconds();
    out.gauge("dondoc_clock_seconds", "The daemon's time.", static_cast<double>(now));
    out.gauge("dondoc_warnings", "Warnings that dondoc status shows.",
              static_cast<double>(status.warnings_size()));
    if (!status.has_sessions()) return;
    const auto late =
        status.has_next_alarm() ? std::max<std::int64_t>(now - status.next_alarm().seconds(), 0) : 0;
    out.gauge("dondoc_alarm_late_seconds", "How long the oldest alarm waits to be worked off.",
              static_cast<double>(late));
    out.counter("dondoc_events_total", "Events decided since the database was made.",
                static_cast<double>(status.last_event()));
    out.gauge("dondoc_sessions", "Listeners that are connected.", static_cast<double>(status.sessions()));
    const auto& away = status.turned_away();
    out.gauge("dondoc_connections", "Connections that are open.", static_cast<double>(away.open()));
    out.begin("dondoc_turned_away_total", "What was refused since the daemon was started.",
              prometheus::MetricType::Counter);
    out.add(static_cast<double>(away.connections()), {{"what", "connections"}});
    out.add(static_cast<double>(away.frames()), {{"what", "frames"}});
    out.add(static_cast<double>(away.requests()), {{"what", "requests"}});
}

void add_storage_figures(Families& out, const v1::StatusReply& status) {
    if (!status.has_storage()) return;
    const auto& storage = status.storage();
    out.gauge("dondoc_storage_trouble", "1 while the database cannot be written.",
              storage.trouble().empty() ? 0 : 1);
    out.gauge("dondoc_storage_free_bytes", "Free space beside the database.",
              static_cast<double>(storage.free_bytes()));
    if (storage.has_last_backup())
        out.gauge("dondoc_backup_age_seconds", "Age of the last good backup.",
                  static_cast<double>(status.now().seconds() - storage.last_backup().seconds()));
}

void add_consumers(Families& out, const v1::StatusReply& status, const v1::ConsumerListReply& list) {
    if (list.consumers().empty()) return;
    out.begin("dondoc_consumer_behind_events", "Events that a listener has not acknowledged.");
    for (const auto& one : list.consumers())
        out.add(static_cast<double>(one.head() - std::min(one.head(), one.acknowledged())),
                {{"agency", one.agency()}, {"consumer", one.name()}});
    out.begin("dondoc_consumer_silent_seconds", "Since a listener acknowledged last.");
    for (const auto& one : list.consumers())
        out.add(static_cast<double>(status.now().seconds() - one.time().seconds()),
                {{"agency", one.agency()}, {"consumer", one.name()}});
}

// Of each agency the oldest event that nobody there has acknowledged, whichever listener it was handed to.
void add_unseen(Families& out, const v1::StatusReply& status, const v1::UnseenListReply& list) {
    if (list.rows().empty()) return;
    const auto now = status.now().seconds();
    out.begin("dondoc_unacknowledged_events", "Events that nobody of an agency has acknowledged.");
    for (const auto& row : list.rows())
        out.add(static_cast<double>(row.delivered() + row.waiting()), {{"agency", row.agency()}});
    out.begin("dondoc_unacknowledged_oldest_seconds", "Since the oldest of them was decided.");
    for (const auto& row : list.rows()) {
        auto since = now;
        if (row.has_delivered_since()) since = std::min(since, row.delivered_since().seconds());
        if (row.has_waiting_since()) since = std::min(since, row.waiting_since().seconds());
        out.add(static_cast<double>(now - since), {{"agency", row.agency()}});
    }
}

void add_clock(Families& out, const v1::ClockReply& clock) {
    if (clock.mode() != "system") return;
    out.gauge("dondoc_clock_doubted", "1 while the machine's clock is doubted and alerts are held.",
              clock.held() ? 1 : 0);
    out.gauge("dondoc_clock_synchronised", "1 while the machine's clock follows a time source.",
              clock.synchronised() ? 1 : 0);
}

}  // namespace

std::string metrics_text(const Answers& answers) {
    const auto& status = answers.status;
    Families out;
    out.begin("dondoc_info", "The version of the daemon.");
    out.add(1, {{"version", status.version()}, {"clock", status.clock()}});
    add_assignment_counts(out, status);
    add_daemon(out, status);
    add_storage_figures(out, status);
    add_consumers(out, status, answers.consumers);
    add_unseen(out, status, answers.unseen);
    add_clock(out, answers.clock);
    return out.text();
}

}  // namespace dondoc::cli
