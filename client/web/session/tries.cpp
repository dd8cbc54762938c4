// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/session/tries.h"

#include <initializer_list>
#include <utility>

#include "web/session/random_token.h"

namespace dondoc::web {
namespace {

// Mail addresses are not kept for having been typed.
std::string hidden(const std::string& text) {
    return token_digest(text).substr(0, 16);
}
std::string of_pair(const std::string& account, const std::string& address) {
    return hidden("pair " + account + "\n" + address);
}
std::string of_account(const std::string& account) {
    return hidden("account " + account);
}
std::string of_address(const std::string& address) {
    return hidden("address " + address);
}

}  // namespace

Tries::Tries(Database& database, std::function<sys_seconds()> now)
    : database_(database), now_(std::move(now)) {}

int Tries::count(const std::string& whose) {
    Database::Held held{database_};
    auto select = held.query("SELECT count(*) FROM try WHERE whose = ? AND at > ?");
    bind_blob(select, 1, whose);
    select.bind(2, seconds_of(now_() - span));
    select.executeStep();
    return select.getColumn(0).getInt();
}

// Each stands there three times.
int Tries::count_all() {
    Database::Held held{database_};
    auto select = held.query("SELECT count(*) / 3 FROM try WHERE at > ?");
    select.bind(1, seconds_of(now_() - span));
    select.executeStep();
    return select.getColumn(0).getInt();
}

bool Tries::begin(const std::string& account, const std::string& address) {
    Database::Held held{database_};
    if (count(of_pair(account, address)) >= most_of_account ||
        count(of_account(account)) >= most_at_account || count(of_address(address)) >= most_of_address)
        return false;
    auto forget = held.query("DELETE FROM try WHERE at <= ?");
    forget.bind(1, seconds_of(now_() - span));
    forget.exec();
    for (const auto& whose : {of_pair(account, address), of_account(account), of_address(address)}) {
        auto insert = held.query("INSERT INTO try (whose, at) VALUES (?, ?)");
        bind_blob(insert, 1, whose);
        insert.bind(2, seconds_of(now_()));
        insert.exec();
    }
    return true;
}

void Tries::succeeded(const std::string& account, const std::string& address) {
    Database::Held held{database_};
    auto forget = held.query("DELETE FROM try WHERE whose = ?");
    bind_blob(forget, 1, of_pair(account, address));
    forget.exec();
    for (const auto& whose : {of_account(account), of_address(address)}) {
        auto take_back =
            held.query("DELETE FROM try WHERE rowid = (SELECT max(rowid) FROM try WHERE whose = ?)");
        bind_blob(take_back, 1, whose);
        take_back.exec();
    }
}

}  // namespace dondoc::web
