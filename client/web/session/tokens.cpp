// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/session/tokens.h"

#include <chrono>
#include <utility>

#include "domain/message.h"
#include "web/session/random_token.h"

namespace dondoc::web {
namespace {

constexpr std::chrono::hours used_precision{1};  // so that not every request writes
const std::string token_columns = "SELECT id, person, kind, name, made_at, used_at FROM token ";

const char* kind_name(Token::Kind kind) {
    return kind == Token::Kind::Api ? "api" : "calendar";
}

Token read_token(SQLite::Statement& row) {
    Token token;
    token.id = row.getColumn(0).getInt64();
    token.person = static_cast<std::uint64_t>(row.getColumn(1).getInt64());
    token.kind = row.getColumn(2).getString() == "api" ? Token::Kind::Api : Token::Kind::Calendar;
    token.name = row.getColumn(3).getString();
    token.made_at = instant_of(row.getColumn(4));
    if (row.getColumn(5).getInt64() != 0) token.used_at = instant_of(row.getColumn(5));
    return token;
}

}  // namespace

Tokens::Tokens(Database& database, std::function<sys_seconds()> now)
    : database_(database), now_(std::move(now)) {}

std::string Tokens::make(std::uint64_t person, Token::Kind kind, const std::string& name) {
    auto token = random_token();
    const auto digest = token_digest(token);
    Database::Held held{database_};
    if (of(person).size() >= most) throw UserError("web.token.many", {std::to_string(most)});
    held.run("INSERT INTO token (digest, person, kind, name, made_at, used_at) VALUES (?, ?, ?, ?, ?, 0)",
             Digest{digest}, person, kind_name(kind), name, now_());
    return token;
}

std::optional<Token> Tokens::find(std::string_view token, Token::Kind kind) {
    if (token.empty()) return std::nullopt;
    const auto digest = token_digest(token);
    Database::Held held{database_};
    auto select =
        held.query(token_columns + "WHERE digest = ? AND kind = ?", Digest{digest}, kind_name(kind));
    if (!select.executeStep()) return std::nullopt;
    const auto found = read_token(select);
    const auto now = now_();
    if (!found.used_at || now - *found.used_at >= used_precision)
        held.run("UPDATE token SET used_at = ? WHERE id = ?", now, found.id);
    return found;
}

std::vector<Token> Tokens::of(std::uint64_t person) {
    std::vector<Token> tokens;
    Database::Held held{database_};
    auto select = held.query(token_columns + "WHERE person = ? ORDER BY id DESC", person);
    while (select.executeStep()) tokens.push_back(read_token(select));
    return tokens;
}

void Tokens::revoke(std::uint64_t person, std::int64_t id) {
    Database::Held held{database_};
    held.run("DELETE FROM token WHERE person = ? AND id = ?", person, id);
}

void Tokens::revoke_all(std::uint64_t person) {
    Database::Held held{database_};
    held.run("DELETE FROM token WHERE person = ?", person);
}

}  // namespace dondoc::web
