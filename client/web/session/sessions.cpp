// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/session/sessions.h"

#include <utility>

#include "web/session/random_token.h"

namespace dondoc::web {
namespace {

constexpr std::size_t longest_browser = 200;       // bytes of a User-Agent that are kept
constexpr std::chrono::minutes seen_precision{1};  // so that not every request writes

const std::string columns =
    "SELECT id, person, form_token, begun_at, seen_at, address, browser FROM session ";

Session read_session(SQLite::Statement& row) {
    return {row.getColumn(0).getInt64(),  static_cast<std::uint64_t>(row.getColumn(1).getInt64()),
            row.getColumn(2).getString(), instant_of(row.getColumn(3)),
            instant_of(row.getColumn(4)), row.getColumn(5).getString(),
            row.getColumn(6).getString()};
}

}  // namespace

Sessions::Sessions(Database& database, Ends ends, std::function<sys_seconds()> now)
    : database_(database), ends_(ends), now_(std::move(now)) {}

std::string Sessions::begin(std::uint64_t person, const std::string& address, const std::string& browser) {
    auto cookie = random_token();
    const auto digest = token_digest(cookie);
    const auto now = seconds_of(now_());
    Database::Held held{database_};
    auto insert = held.query(
        "INSERT INTO session (digest, person, form_token, begun_at, seen_at, address, browser) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    bind_blob(insert, 1, digest);
    insert.bind(2, static_cast<std::int64_t>(person));
    insert.bind(3, random_token());
    insert.bind(4, now);
    insert.bind(5, now);
    insert.bind(6, address);
    insert.bind(7, browser.substr(0, longest_browser));
    insert.exec();
    auto make_room = held.query(
        "DELETE FROM session WHERE person = ?1 AND id NOT IN "
        "(SELECT id FROM session WHERE person = ?1 ORDER BY id DESC LIMIT ?2)");
    make_room.bind(1, static_cast<std::int64_t>(person));
    make_room.bind(2, most);
    make_room.exec();
    return cookie;
}

std::optional<Session> Sessions::find(std::string_view cookie) {
    if (cookie.empty()) return std::nullopt;
    const auto digest = token_digest(cookie);
    const auto now = now_();
    Database::Held held{database_};
    auto select = held.query(columns + "WHERE digest = ?");
    bind_blob(select, 1, digest);
    if (!select.executeStep()) return std::nullopt;
    auto session = read_session(select);
    if (now >= session.seen_at + ends_.idle || now >= session.begun_at + ends_.longest) {
        end(session.person, session.id);
        return std::nullopt;
    }
    if (now - session.seen_at >= seen_precision) {
        auto touch = held.query("UPDATE session SET seen_at = ? WHERE id = ?");
        touch.bind(1, seconds_of(now));
        touch.bind(2, session.id);
        touch.exec();
    }
    return session;
}

std::vector<Session> Sessions::of(std::uint64_t person) {
    forget_ended();
    std::vector<Session> sessions;
    Database::Held held{database_};
    auto select = held.query(columns + "WHERE person = ? ORDER BY id DESC");
    select.bind(1, static_cast<std::int64_t>(person));
    while (select.executeStep()) sessions.push_back(read_session(select));
    return sessions;
}

void Sessions::end(std::uint64_t person, std::int64_t id) {
    Database::Held held{database_};
    auto forget = held.query("DELETE FROM session WHERE person = ? AND id = ?");
    forget.bind(1, static_cast<std::int64_t>(person));
    forget.bind(2, id);
    forget.exec();
}

void Sessions::end_all(std::uint64_t person, std::int64_t but) {
    Database::Held held{database_};
    auto forget = held.query("DELETE FROM session WHERE person = ? AND id <> ?");
    forget.bind(1, static_cast<std::int64_t>(person));
    forget.bind(2, but);
    forget.exec();
}

void Sessions::forget_ended() {
    const auto now = now_();
    Database::Held held{database_};
    auto forget = held.query("DELETE FROM session WHERE seen_at <= ? OR begun_at <= ?");
    forget.bind(1, seconds_of(now - ends_.idle));
    forget.bind(2, seconds_of(now - ends_.longest));
    forget.exec();
}

}  // namespace dondoc::web
