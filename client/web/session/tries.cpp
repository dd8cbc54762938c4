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
    return held.number("SELECT count(*) FROM try WHERE whose = ? AND at > ?", Digest{whose}, now_() - span);
}

// Each stands there three times.
int Tries::count_all() {
    Database::Held held{database_};
    return held.number("SELECT count(*) / 3 FROM try WHERE at > ?", now_() - span);
}

bool Tries::begin(const std::string& account, const std::string& address) {
    Database::Held held{database_};
    if (count(of_pair(account, address)) >= most_of_account ||
        count(of_account(account)) >= most_at_account || count(of_address(address)) >= most_of_address)
        return false;
    held.run("DELETE FROM try WHERE at <= ?", now_() - span);
    for (const auto& whose : {of_pair(account, address), of_account(account), of_address(address)}) {
        held.run("INSERT INTO try (whose, at) VALUES (?, ?)", Digest{whose}, now_());
    }
    return true;
}

void Tries::succeeded(const std::string& account, const std::string& address) {
    Database::Held held{database_};
    held.run("DELETE FROM try WHERE whose = ?", Digest{of_pair(account, address)});
    for (const auto& whose : {of_account(account), of_address(address)}) {
        held.run("DELETE FROM try WHERE rowid = (SELECT max(rowid) FROM try WHERE whose = ?)", Digest{whose});
    }
}

}  // namespace dondoc::web
