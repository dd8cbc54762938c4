// SPDX-License-Identifier: GPL-3.0-or-later
// `part` is unique by source, person and channel: what makes sending at most once. A part belongs to a
// message; a message that is not sealed takes more parts. Sealed before its first try, it says the same at
// every try. `version` of a part counts its changes, so that a report that the daemon has taken does not hide
// a newer one.
#include "relay/outbox.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "domain/message.h"

namespace dondoc::relay {
namespace {

constexpr int application = 0x44445258;  // "DDRX"
constexpr int newest_version = 1;
constexpr int busy_ms = 30'000;  // another thread writes

constexpr auto schema = R"sql(
CREATE TABLE message (
    id        INTEGER PRIMARY KEY,
    person    INTEGER NOT NULL,
    channel   TEXT NOT NULL,
    key       TEXT NOT NULL,
    urgent    INTEGER NOT NULL,
    sealed    INTEGER NOT NULL,
    state     INTEGER NOT NULL,          -- v1::Delivery.State
    made_at   INTEGER NOT NULL,
    ready_at  INTEGER NOT NULL,
    tries     INTEGER NOT NULL,
    first_try INTEGER
);
CREATE INDEX message_ready ON message (channel, ready_at) WHERE state = 1;
CREATE INDEX message_open ON message (person, channel) WHERE sealed = 0;
CREATE TABLE part (
    id       INTEGER PRIMARY KEY,
    origin   INTEGER NOT NULL,
    lineage  TEXT NOT NULL,
    number   INTEGER NOT NULL,
    person   INTEGER NOT NULL,
    channel  TEXT NOT NULL,
    message  INTEGER NOT NULL REFERENCES message,
    body     BLOB NOT NULL,              -- empty when it is done with
    state    INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    tries    INTEGER NOT NULL,
    next_try INTEGER,
    reason   TEXT NOT NULL,
    wish     TEXT NOT NULL,              -- that was carried out and is not reported yet
    version  INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    UNIQUE (origin, lineage, number, person, channel)
);
CREATE INDEX part_message ON part (message);
CREATE INDEX part_unreported ON part (id) WHERE version > reported;
CREATE INDEX part_done ON part (at) WHERE state <> 1;
CREATE TABLE position (one INTEGER PRIMARY KEY CHECK (one = 1), last INTEGER NOT NULL, lineage TEXT NOT NULL);
CREATE TABLE reached (lineage TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
)sql";

std::int64_t seconds(sys_seconds at) {
    return at.time_since_epoch().count();
}
sys_seconds instant(const SQLite::Column& column) {
    return sys_seconds{std::chrono::seconds{column.getInt64()}};
}

template <typename Statement>
void bind_maybe(Statement& statement, int index, const std::optional<sys_seconds>& at) {
    if (at)
        statement.bind(index, seconds(*at));
    else
        statement.bind(index);
}

std::string blob(const SQLite::Column& column) {
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

SQLite::Database open(const std::filesystem::path& file) {
    try {
        return SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_ms};
    } catch (const SQLite::Exception& error) {
        throw UserError("relay.outbox.unusable", {error.what()}, file.string());
    }
}

}  // namespace

std::string key_of(const Source& source, std::uint64_t person) {
    const auto to = "." + std::to_string(person);
    switch (source.origin) {
        case Origin::Event:
            return "event." + (source.lineage.empty() ? "0" : source.lineage) + "." +
                   std::to_string(source.number) + to;
        case Origin::Daily:
            return "daily." + std::to_string(source.number) + to;
        case Origin::Test:
            return "test." + std::to_string(source.number) + to;
    }
    throw std::logic_error("no such origin");
}

Outbox::Outbox(const std::filesystem::path& file) : db_(open(file)), file_(file) {
    try {
        migrate();
    } catch (const SQLite::Exception& error) {
        throw UserError("relay.outbox.unusable", {error.what()}, file.string());
    }
}

void Outbox::migrate() {
    db_.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    SQLite::Transaction transaction{db_, SQLite::TransactionBehavior::IMMEDIATE};
    const int version = db_.execAndGet("PRAGMA user_version").getInt();
    const bool is_new = db_.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (!is_new && db_.execAndGet("PRAGMA application_id").getInt() != application)
        throw UserError("relay.outbox.foreign", {}, file_.string());
    if (version > newest_version) throw UserError("relay.outbox.newer", {}, file_.string());
    if (is_new) {
        db_.exec(schema);
        db_.exec("PRAGMA application_id = " + std::to_string(application));
        db_.exec("PRAGMA user_version = " + std::to_string(newest_version));
    }
    transaction.commit();
}

Outbox::Running Outbox::statement(const char* sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) found = statements_.try_emplace(sql, db_, sql).first;
    found->second.clearBindings();
    return Running{found->second};
}

void Outbox::begin() {
    db_.exec("BEGIN IMMEDIATE");
}
void Outbox::commit() {
    db_.exec("COMMIT");
}
void Outbox::roll_back() {
    db_.exec("ROLLBACK");
}

std::optional<Outbox::Position> Outbox::position() {
    auto row = statement("SELECT last, lineage FROM position");
    if (!row.next()) return std::nullopt;
    Position position{static_cast<std::uint64_t>(row.column(0).getInt64()), row.column(1).getString(), {}};
    auto reached = statement("SELECT lineage, number FROM reached");
    while (reached.next())
        position.reached[reached.column(0).getString()] =
            static_cast<std::uint64_t>(reached.column(1).getInt64());
    return position;
}

void Outbox::keep(const Position& position) {
    auto row = statement(
        "INSERT INTO position (one, last, lineage) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET "
        "last = excluded.last, lineage = excluded.lineage");
    row.bind(1, static_cast<std::int64_t>(position.last));
    row.bind(2, position.lineage);
    row.exec();
    const auto reached = position.reached.find(position.lineage);
    if (reached == position.reached.end()) return;
    auto mark = statement(
        "INSERT INTO reached (lineage, number) VALUES (?, ?) ON CONFLICT (lineage) DO UPDATE SET "
        "number = max(number, excluded.number)");
    mark.bind(1, reached->first);
    mark.bind(2, static_cast<std::int64_t>(reached->second));
    mark.exec();
}

std::int64_t Outbox::message_for(const Part& part, const Recipient& recipient) {
    if (recipient.joins) {
        auto open = statement(
            "SELECT id FROM message WHERE person = ? AND channel = ? AND sealed = 0 AND urgent = ? AND state "
            "= 1 "
            "ORDER BY id LIMIT 1");
        open.bind(1, static_cast<std::int64_t>(recipient.person));
        open.bind(2, recipient.channel);
        open.bind(3, recipient.urgent ? 1 : 0);
        if (open.next()) {
            const auto id = open.column(0).getInt64();
            auto sooner = statement("UPDATE message SET ready_at = min(ready_at, ?) WHERE id = ?");
            sooner.bind(1, seconds(recipient.ready_at));
            sooner.bind(2, id);
            sooner.exec();
            return id;
        }
    }
    auto insert = statement(
        "INSERT INTO message (person, channel, key, urgent, sealed, state, made_at, ready_at, tries) VALUES "
        "(?1, ?2, ?3, ?4, ?5, 1, ?6, ?6, 0)");
    insert.bind(1, static_cast<std::int64_t>(recipient.person));
    insert.bind(2, recipient.channel);
    insert.bind(3, key_of(part.source, recipient.person));
    insert.bind(4, recipient.urgent ? 1 : 0);
    insert.bind(5, recipient.joins ? 0 : 1);
    insert.bind(6, seconds(recipient.ready_at));
    insert.exec();
    return db_.getLastInsertRowid();
}

bool Outbox::add(const Part& part, const Recipient& recipient) {
    auto known = statement(
        "SELECT 1 FROM part WHERE origin = ? AND lineage = ? AND number = ? AND person = ? AND channel = ?");
    const auto bind_key = [&](Running& to) {
        to.bind(1, static_cast<int>(part.source.origin));
        to.bind(2, part.source.lineage);
        to.bind(3, static_cast<std::int64_t>(part.source.number));
        to.bind(4, static_cast<std::int64_t>(recipient.person));
        to.bind(5, recipient.channel);
    };
    bind_key(known);
    if (known.next()) return false;
    const auto message = message_for(part, recipient);
    auto insert = statement(
        "INSERT INTO part (origin, lineage, number, person, channel, message, body, state, at, tries, "
        "reason, "
        "wish, version, reported) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, 0, '', '', 0, 0)");
    bind_key(insert);
    insert.bind(6, message);
    insert.bind(7, part.body.data(), static_cast<int>(part.body.size()));
    insert.bind(8, seconds(recipient.ready_at));
    insert.exec();
    return true;
}

std::vector<Message> Outbox::take(const std::string& channel, sys_seconds now, int limit,
                                  const std::vector<std::int64_t>& busy) {
    std::vector<Message> messages;
    auto ready = statement(
        "SELECT id, person, key, urgent, made_at, tries, first_try FROM message WHERE state = 1 AND channel "
        "= ? "
        "AND ready_at <= ? ORDER BY urgent DESC, ready_at, id LIMIT ?");
    ready.bind(1, channel);
    ready.bind(2, seconds(now));
    ready.bind(3, limit + static_cast<int>(busy.size()));
    while (ready.next() && static_cast<int>(messages.size()) < limit) {
        const auto id = ready.column(0).getInt64();
        if (std::ranges::find(busy, id) != busy.end()) continue;
        Message message;
        message.id = id;
        message.person = static_cast<std::uint64_t>(ready.column(1).getInt64());
        message.channel = channel;
        message.key = ready.column(2).getString();
        message.urgent = ready.column(3).getInt() != 0;
        message.made_at = instant(ready.column(4));
        message.tries = ready.column(5).getInt();
        if (!ready.column(6).isNull()) message.first_try = instant(ready.column(6));
        messages.push_back(std::move(message));
    }
    for (auto& message : messages) {
        auto seal = statement("UPDATE message SET sealed = 1 WHERE id = ? AND sealed = 0");
        seal.bind(1, message.id);
        seal.exec();
    }
    for (auto& message : messages) {
        auto parts = statement(
            "SELECT origin, lineage, number, body FROM part WHERE message = ? AND state = 1 ORDER BY id");
        parts.bind(1, message.id);
        while (parts.next())
            message.parts.push_back(
                {{static_cast<Origin>(parts.column(0).getInt()), parts.column(1).getString(),
                  static_cast<std::uint64_t>(parts.column(2).getInt64())},
                 blob(parts.column(3))});
    }
    return messages;
}

void Outbox::note(std::int64_t message, const Result& result) {
    const int tries = result.counts ? 1 : 0;
    auto update = statement(
        "UPDATE message SET state = ?2, ready_at = ?3, tries = tries + ?4, first_try = "
        "CASE WHEN ?4 THEN coalesce(first_try, ?5) ELSE first_try END WHERE id = ?1");
    update.bind(1, message);
    update.bind(2, static_cast<int>(result.state));
    update.bind(3, seconds(result.next_try.value_or(result.at)));
    update.bind(4, tries);
    update.bind(5, seconds(result.at));
    update.exec();
    auto parts = statement(
        "UPDATE part SET state = ?2, at = ?3, tries = tries + ?4, next_try = ?5, reason = ?6, "
        "version = version + 1, body = CASE WHEN ?2 IN (2, 4) THEN x'' ELSE body END "
        "WHERE message = ?1 AND state = 1");
    parts.bind(1, message);
    parts.bind(2, static_cast<int>(result.state));
    parts.bind(3, seconds(result.at));
    parts.bind(4, tries);
    bind_maybe(parts, 5, result.next_try);
    parts.bind(6, result.reason);
    parts.exec();
}

void Outbox::hand_on(const Message& message, const Recipient& next) {
    for (const auto& part : message.parts) add(part, next);
}

std::vector<Outbox::Report> Outbox::unreported(int limit) {
    std::vector<Report> reports;
    auto rows = statement(
        "SELECT id, version, origin, lineage, number, person, channel, state, at, tries, next_try, reason, "
        "wish "
        "FROM part WHERE version > reported ORDER BY id LIMIT ?");
    rows.bind(1, limit);
    while (rows.next()) {
        Report report{rows.column(0).getInt64(), rows.column(1).getInt64(), {}};
        auto& wire = report.delivery;
        const auto number = static_cast<std::uint64_t>(rows.column(4).getInt64());
        const auto origin = static_cast<Origin>(rows.column(2).getInt());
        if (origin == Origin::Event) wire.set_event(number);
        if (origin == Origin::Test) wire.set_test(number);
        wire.set_lineage(rows.column(3).getString());
        wire.set_person(static_cast<std::uint64_t>(rows.column(5).getInt64()));
        wire.set_channel(rows.column(6).getString());
        wire.set_state(static_cast<State>(rows.column(7).getInt()));
        wire.mutable_time()->set_seconds(rows.column(8).getInt64());
        wire.set_tries(static_cast<std::uint32_t>(rows.column(9).getInt()));
        if (!rows.column(10).isNull()) wire.mutable_next_try()->set_seconds(rows.column(10).getInt64());
        wire.set_reason(rows.column(11).getString());
        wire.set_wish(rows.column(12).getString());
        reports.push_back(std::move(report));
    }
    return reports;
}

void Outbox::told(const std::vector<Report>& reports) {
    for (const auto& report : reports) {
        auto row = statement(
            "UPDATE part SET reported = ?2, wish = CASE WHEN version = ?2 THEN '' ELSE wish END WHERE id = "
            "?1");
        row.bind(1, report.row);
        row.bind(2, report.version);
        row.exec();
    }
}

}  // namespace dondoc::relay
