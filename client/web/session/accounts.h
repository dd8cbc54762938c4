// SPDX-License-Identifier: GPL-3.0-or-later
// All that dondoc-web keeps of those who log in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "web/session/credentials.h"
#include "web/session/database.h"
#include "web/session/sessions.h"
#include "web/session/tokens.h"
#include "web/session/tries.h"

namespace dondoc::web {

struct Accounts {
    Accounts(const std::filesystem::path& file, Sessions::Ends ends, const std::function<sys_seconds()>& now)
        : database(file),
          sessions(database, ends, now),
          credentials(database, now),
          tokens(database, now),
          tries(database, now) {}

    // The person may not log in any more.
    void forget(std::uint64_t person) {
        sessions.end_all(person);
        tokens.revoke_all(person);
        credentials.forget(person);
    }

    struct Counts {
        int users, sessions, failed;  // failed: log-ins within the span of Tries
    };
    Counts count() {
        sessions.forget_ended();
        Database::Held held{database};
        return {held.number("SELECT count(*) FROM credential"), held.number("SELECT count(*) FROM session"),
                tries.count_all()};
    }

    Database database;
    Sessions sessions;
    Credentials credentials;
    Tokens tokens;
    Tries tries;
};

}  // namespace dondoc::web
