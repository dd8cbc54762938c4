// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that are handed out once and kept as their digest.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::web {

std::string random_token();  // 32 random bytes as 43 letters that may stand in an address
std::string token_digest(std::string_view token);  // BLAKE2b, 32 bytes
// In a time that does not depend on where they differ.
bool is_same_secret(std::string_view one, std::string_view other);

}  // namespace dondoc::web
