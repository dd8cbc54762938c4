// SPDX-License-Identifier: Apache-2.0
// Scanners lose spaces: "Trongnăm 2023", "Trướcngày 15".
#pragma once

#include <string>
#include <string_view>

namespace dondoc::language {

// The phrase with spaces between time words that stand glued together; other words are left alone.
std::string part_glued_words(std::string_view phrase);

}  // namespace dondoc::language
