// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the outbox beside its work: wishes of people, how it stands, what is old.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "relay/outbox.h"

namespace dondoc::relay {

// The message of the part is tried as if for the first time, or what is left of it is dropped.
bool Outbox::carry_out(const v1::Delivery& wish, sys_seconds now) {
    auto found = statement(
        "SELECT id, message, length(body) FROM part WHERE origin = 0 AND lineage = ? AND number = ? AND "
        "person = ? "
        "AND channel = ? AND state IN (1, 3)");
    found.bind(1, wish.lineage());
    found.bind(2, static_cast<std::int64_t>(wish.event()));
    found.bind(3, static_cast<std::int64_t>(wish.person()));
    found.bind(4, wish.channel());
    if (!found.next()) return false;
    const auto part = found.column(0).getInt64();
    const auto message = found.column(1).getInt64();
    const bool drops = wish.wish() == "drop" || found.column(2).getInt64() == 0;
    const auto at = now.time_since_epoch().count();
    auto change = statement(
        "UPDATE part SET state = ?2, at = ?3, next_try = NULL, wish = ?4, version = version + 1, body = "
        "CASE WHEN ?2 = 4 THEN x'' ELSE body END WHERE id = ?1");
    change.bind(1, part);
    change.bind(2, drops ? 4 : 1);
    change.bind(3, at);
    change.bind(4, wish.wish());
    change.exec();
    // A message goes on as long as one of its parts does.
    auto again = statement(
        "UPDATE message SET state = CASE WHEN EXISTS (SELECT 1 FROM part WHERE message = ?1 AND state = 1) "
        "THEN 1 ELSE 4 END, ready_at = ?2, first_try = NULL WHERE id = ?1");
    again.bind(1, message);
    again.bind(2, at);
    again.exec();
    return true;
}

void Outbox::refuse(const Source& source, const std::string& reason, sys_seconds now) {
    auto found = statement(
        "SELECT DISTINCT message FROM part WHERE origin = ? AND lineage = ? AND number = ? AND state = 1");
    found.bind(1, static_cast<int>(source.origin));
    found.bind(2, source.lineage);
    found.bind(3, static_cast<std::int64_t>(source.number));
    std::vector<std::int64_t> messages;
    while (found.next()) messages.push_back(found.column(0).getInt64());
    for (const auto message : messages) note(message, {v1::Delivery::refused, now, {}, reason});
}

std::int64_t Outbox::count(State state) {
    auto row = statement("SELECT count(*) FROM part WHERE state = ?1 AND (?1 <> 1 OR tries > 0)");
    row.bind(1, static_cast<int>(state));
    row.next();
    return row.column(0).getInt64();
}

std::vector<Outbox::Count> Outbox::counts(sys_seconds now) {
    std::vector<Count> counts;
    auto rows = statement(
        "SELECT channel, CASE state WHEN 2 THEN 'sent' WHEN 3 THEN 'refused' WHEN 4 THEN 'dropped' ELSE "
        "CASE WHEN ready_at <= ?1 THEN 'due' WHEN made_at <= ?1 THEN 'put_off' ELSE 'later' END END AS "
        "standing, "
        "count(*) FROM message GROUP BY channel, standing");
    rows.bind(1, static_cast<std::int64_t>(now.time_since_epoch().count()));
    while (rows.next())
        counts.push_back({rows.column(0).getString(), rows.column(1).getString(), rows.column(2).getInt64()});
    return counts;
}

std::vector<Outbox::Backlog> Outbox::backlogs(sys_seconds now) {
    const auto instant = [](const SQLite::Column& column) {
        return sys_seconds{std::chrono::seconds{column.getInt64()}};
    };
    std::vector<Backlog> backlogs;
    auto waiting = statement(
        "SELECT channel, min(due), min(iif(tries = 0, due, NULL)) FROM "
        "(SELECT channel, min(made_at, ready_at) AS due, tries FROM message WHERE state = 1) WHERE due <= ? "
        "GROUP BY channel");
    waiting.bind(1, static_cast<std::int64_t>(now.time_since_epoch().count()));
    while (waiting.next()) {
        Backlog backlog{waiting.column(0).getString(), instant(waiting.column(1)), {}, {}};
        if (!waiting.column(2).isNull()) backlog.untried_since = instant(waiting.column(2));
        backlogs.push_back(std::move(backlog));
    }
    for (auto& backlog : backlogs) {
        auto sent = statement(
            "SELECT at FROM part WHERE state <> 1 AND state = 2 AND channel = ? ORDER BY at DESC LIMIT 1");
        sent.bind(1, backlog.channel);
        if (sent.next()) backlog.last_sent = instant(sent.column(0));
    }
    return backlogs;
}

void Outbox::forget_before(sys_seconds at) {
    auto parts = statement("DELETE FROM part WHERE state <> 1 AND at < ? AND version = reported");
    parts.bind(1, static_cast<std::int64_t>(at.time_since_epoch().count()));
    parts.exec();
    statement(
        "DELETE FROM message WHERE state <> 1 AND NOT EXISTS (SELECT 1 FROM part WHERE message = message.id)")
        .exec();
}

}  // namespace dondoc::relay
