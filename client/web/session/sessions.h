// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in where. A session is known by the digest of its cookie; each has a token of its own for
// forms.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/session/database.h"

namespace dondoc::web {

struct Session {
    std::int64_t id = 0;
    std::uint64_t person = 0;
    std::string form_token;
    sys_seconds begun_at{}, seen_at{};  // seen: to a minute
    std::string address, browser;
};

class Sessions {
  public:
    struct Ends {
        std::chrono::minutes idle;   // without a request
        std::chrono::hours longest;  // whatever happens
    };
    // Of one person; the oldest makes room.
    static constexpr int most = 20;

    // The database must outlive it.
    Sessions(Database& database, Ends ends, std::function<sys_seconds()> now);

    // What the cookie is to say. It is always new: nothing that a browser brought along becomes a session.
    std::string begin(std::uint64_t person, const std::string& address, const std::string& browser);
    // nullopt: there is none, or it has ended.
    std::optional<Session> find(std::string_view cookie);
    std::vector<Session> of(std::uint64_t person);  // the newest first
    void end(std::uint64_t person, std::int64_t id);
    // All of a person's, but for one.
    void end_all(std::uint64_t person, std::int64_t but = 0);
    void forget_ended();

  private:
    Database& database_;
    Ends ends_;
    std::function<sys_seconds()> now_;
};

}  // namespace dondoc::web
