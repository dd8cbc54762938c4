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
    const auto now = now_();
    Database::Held held{database_};
    held.run(
        "INSERT INTO session (digest, person, form_token, begun_at, seen_at, address, browser) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        Digest{digest}, person, random_token(), now, now, address, browser.substr(0, longest_browser));
    held.run(
        "DELETE FROM session WHERE person = ?1 AND id NOT IN "
        "(SELECT id FROM session WHERE person = ?1 ORDER BY id DESC LIMIT ?2)",
        person, most);
    return cookie;
}

std::optional<Session> Sessions::find(std::string_view cookie) {
    if (cookie.empty()) return std::nullopt;
    const auto digest = token_digest(cookie);
    const auto now = now_();
    Database::Held held{database_};
    auto select = held.query(columns + "WHERE digest = ?", Digest{digest});
    if (!select.executeStep()) return std::nullopt;
    auto session = read_session(select);
    if (now >= session.seen_at + ends_.idle || now >= session.begun_at + ends_.longest) {
        end(session.person, session.id);
        return std::nullopt;
    }
    if (now - session.seen_at >= seen_precision)
        held.run("UPDATE session SET seen_at = ? WHERE id = ?", now, session.id);
    return session;
}

std::vector<Session> Sessions::of(std::uint64_t person) {
    forget_ended();
    std::vector<Session> sessions;
    Database::Held held{database_};
    auto select = held.query(columns + "WHERE person = ? ORDER BY id DESC", person);
    while (select.executeStep()) sessions.push_back(read_session(select));
    return sessions;
}

void Sessions::end(std::uint64_t person, std::int64_t id) {
    Database::Held held{database_};
    held.run("DELETE FROM session WHERE person = ? AND id = ?", person, id);
}

void Sessions::end_all(std::uint64_t person, std::int64_t but) {
    Database::Held held{database_};
    held.run("DELETE FROM session WHERE person = ? AND id <> ?", person, but);
}

void Sessions::forget_ended() {
    const auto now = now_();
    Database::Held held{database_};
    held.run("DELETE FROM session WHERE seen_at <= ? OR begun_at <= ?", now - ends_.idle,
             now - ends_.longest);
}

}  // namespace dondoc::web
