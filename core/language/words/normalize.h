// SPDX-License-Identifier: Apache-2.0
// Text as people and scanners write it -> text that can be compared.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::language {

// NFC, one kind of space (runs collapsed, ends trimmed), no soft hyphens or zero-width characters; bytes that
// are not UTF-8 become U+FFFD. For comparing and showing.
std::string normalize(std::string_view text);

// normalize + lower case + one kind of dash, for looking up. Keeps diacritics.
std::string fold(std::string_view text);

}  // namespace dondoc::language
