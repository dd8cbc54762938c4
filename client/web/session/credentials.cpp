// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/session/credentials.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include "web/session/password.h"
#include "web/session/random_token.h"

namespace dondoc::web {
namespace {

constexpr unsigned period = 30;  // seconds of a code
constexpr std::size_t window = 1;
constexpr std::size_t secret_bytes = 20;

using Memory = std::unique_ptr<char, decltype(&std::free)>;

// The period whose code it is; nullopt: it fits none now.
std::optional<std::int64_t> period_of(const std::string& secret, const std::string& code, sys_seconds now) {
    char* bytes = nullptr;
    std::size_t size = 0;
    if (oath_base32_decode(secret.data(), secret.size(), &bytes, &size) != OATH_OK) return std::nullopt;
    const Memory owned{bytes, &std::free};
    int moved = 0;
    std::uint64_t counter = 0;
    const auto result = oath_totp_validate4(bytes, size, static_cast<time_t>(seconds_of(now)), period, 0,
                                            window, &moved, &counter, 0, code.c_str());
    if (result < 0) return std::nullopt;
    return static_cast<std::int64_t>(counter);
}

}  // namespace

Credentials::Credentials(Database& database, std::function<sys_seconds()> now)
    : database_(database), now_(std::move(now)) {}

bool Credentials::has_anybody() {
    Database::Held held{database_};
    return held.query("SELECT 1 FROM credential LIMIT 1").executeStep();
}

void Credentials::set_password(std::uint64_t person, const std::string& password) {
    const auto hash = password_hash(password);
    Database::Held held{database_};
    held.run(
        "INSERT INTO credential (person, password, set_at) VALUES (?, ?, ?) ON CONFLICT (person) DO UPDATE "
        "SET password = excluded.password, set_at = excluded.set_at",
        person, hash, now_());
}

bool Credentials::is_password(std::uint64_t person, const std::string& password) {
    std::string hash;
    {
        Database::Held held{database_};
        auto select = held.query("SELECT password FROM credential WHERE person = ?", person);
        if (select.executeStep()) hash = select.getColumn(0).getString();
    }
    if (!hash.empty()) return web::is_password(password, hash);
    pass_time(password);
    return false;
}

void Credentials::forget(std::uint64_t person) {
    Database::Held held{database_};
    held.run("DELETE FROM credential WHERE person = ?", person);
}

std::string Credentials::new_totp_secret() {
    std::array<char, secret_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    char* text = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &size) != OATH_OK)
        throw std::runtime_error("no secret could be made");
    const Memory owned{text, &std::free};
    return {text, size};
}

std::string Credentials::totp_secret(std::uint64_t person) {
    Database::Held held{database_};
    auto select = held.query("SELECT totp FROM credential WHERE person = ?", person);
    return select.executeStep() ? select.getColumn(0).getString() : std::string{};
}

bool Credentials::has_totp(std::uint64_t person) {
    return !totp_secret(person).empty();
}

bool Credentials::begin_totp(std::uint64_t person, const std::string& secret, const std::string& code) {
    const auto counter = period_of(secret, code, now_());
    if (!counter) return false;
    Database::Held held{database_};
    return held.run("UPDATE credential SET totp = ?, totp_last = ? WHERE person = ?", secret, *counter,
                    person) == 1;
}

void Credentials::end_totp(std::uint64_t person) {
    Database::Held held{database_};
    held.run("UPDATE credential SET totp = '' WHERE person = ?", person);
}

bool Credentials::is_totp(std::uint64_t person, const std::string& code) {
    const auto secret = totp_secret(person);
    const auto counter = secret.empty() ? std::nullopt : period_of(secret, code, now_());
    if (!counter) return false;
    Database::Held held{database_};
    return held.run("UPDATE credential SET totp_last = ?1 WHERE person = ?2 AND totp_last < ?1", *counter,
                    person) == 1;
}

std::string Credentials::new_first_link(sys_seconds ends) {
    auto token = random_token();
    const auto digest = token_digest(token);
    end_first_link();
    Database::Held held{database_};
    held.run("INSERT INTO first_user (digest, ends_at) VALUES (?, ?)", Digest{digest}, ends);
    return token;
}

bool Credentials::is_first_link(const std::string& token) {
    const auto digest = token_digest(token);
    Database::Held held{database_};
    auto select =
        held.query("SELECT 1 FROM first_user WHERE digest = ? AND ends_at > ?", Digest{digest}, now_());
    return select.executeStep() && !has_anybody();
}

void Credentials::end_first_link() {
    Database::Held held{database_};
    held.run("DELETE FROM first_user");
}

}  // namespace dondoc::web
