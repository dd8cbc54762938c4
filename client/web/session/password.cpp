// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/session/password.h"

#include <sodium.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <semaphore>
#include <set>
#include <stdexcept>

namespace dondoc::web {
namespace {

constexpr std::size_t fewest_letters = 5;  // different ones
std::counting_semaphore<2> at_once{2};
constexpr std::chrono::seconds longest_wait{3};

// What stands at the head of every list of passwords that were guessed, here and elsewhere.
constexpr auto guessed = std::to_array<std::string_view>(
    {"123456789", "987654321", "password", "matkhau", "mật khẩu", "mậtkhẩu", "qwerty", "iloveyou", "anhyeuem",
     "abc123", "admin123", "dondoc", "đôn đốc", "vietnam", "việt nam", "ubndtinh"});

std::string composed(std::string_view text, int options) {
    std::string copy{text};
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(copy.data()), static_cast<utf8proc_ssize_t>(copy.size()),
        &made, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned{made, &std::free};
    if (size < 0) return copy;
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
}

std::string folded(std::string_view text) {
    return composed(text, UTF8PROC_CASEFOLD);
}

class Turn {
  public:
    Turn() {
        if (!at_once.try_acquire_for(longest_wait)) throw UserError("web.sign_in.busy");
    }
    ~Turn() { at_once.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

}  // namespace

std::optional<Message> password_fault(std::string_view password, const std::vector<std::string>& about) {
    const auto text = folded(password);
    const auto letters =
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (static_cast<std::size_t>(letters) < shortest_password)
        return Message{"web.password.short", {std::to_string(shortest_password)}};
    if (password.size() > longest_password)
        return Message{"web.password.long", {std::to_string(longest_password)}};
    if (std::set<char>{text.begin(), text.end()}.size() < fewest_letters)
        return Message{"web.password.simple", {}};
    for (const auto word : guessed)
        if (text.find(word) != std::string::npos && text.size() < word.size() + shortest_password)
            return Message{"web.password.guessed", {}};
    for (const auto& known : about)
        if (!known.empty() && text.find(folded(known)) != std::string::npos &&
            text.size() < known.size() + shortest_password)
            return Message{"web.password.about", {}};
    return std::nullopt;
}

std::string password_hash(std::string_view password) {
    const Turn turn;
    const auto text = composed(password, 0);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), text.data(), text.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("no memory for a password");
    return hash.data();
}

bool is_password(std::string_view password, const std::string& hash) {
    const Turn turn;
    const auto text = composed(password.substr(0, longest_password), 0);
    return crypto_pwhash_str_verify(hash.c_str(), text.data(), text.size()) == 0;
}

void pass_time(std::string_view password) {
    static const std::string nobodys = password_hash("nobody has this one");
    is_password(password, nobodys);
}

}  // namespace dondoc::web
