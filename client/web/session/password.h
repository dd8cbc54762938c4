// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords: what is good enough, and how they are kept (argon2id, libsodium).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"

namespace dondoc::web {

inline constexpr std::size_t shortest_password = 10;  // letters
inline constexpr std::size_t longest_password = 256;  // bytes

// What is wrong with it; nullopt: nothing. `about`: name, mail address and the like, which it must not be.
std::optional<Message> password_fault(std::string_view password, const std::vector<std::string>& about);

// The same letters are the same password, however a keyboard composes them. Takes a tenth of a second and 64
// MiB; only two at once, the others wait; for longer than three seconds
// nobody does: UserError "web.sign_in.busy".
std::string password_hash(std::string_view password);
bool is_password(std::string_view password, const std::string& hash);
// Takes as long as is_password(), so that nobody learns from the time that somebody is not known.
void pass_time(std::string_view password);

}  // namespace dondoc::web
