// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens by which programs come instead of a person: for the API, and in the address of a calendar. Shown
// once, kept as their digest, listed and revoked by their person.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/session/database.h"

namespace dondoc::web {

struct Token {
    enum class Kind { Api, Calendar };
    std::int64_t id = 0;
    std::uint64_t person = 0;
    Kind kind = Kind::Api;
    std::string name;  // what its person calls it
    sys_seconds made_at{};
    std::optional<sys_seconds> used_at;  // the last time, to an hour
};

class Tokens {
  public:
    static constexpr int most = 20;  // of a person

    // The database must outlive it.
    Tokens(Database& database, std::function<sys_seconds()> now);

    // Throws UserError "web.token.many".
    std::string make(std::uint64_t person, Token::Kind kind, const std::string& name);
    std::optional<Token> find(std::string_view token, Token::Kind kind);
    std::vector<Token> of(std::uint64_t person);  // the newest first
    void revoke(std::uint64_t person, std::int64_t id);
    void revoke_all(std::uint64_t person);

  private:
    Database& database_;
    std::function<sys_seconds()> now_;
};

}  // namespace dondoc::web
