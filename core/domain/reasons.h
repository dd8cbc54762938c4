// SPDX-License-Identifier: Apache-2.0
// Why the system, or a library, refused something, as an argument of a message: a word of the catalogue that
// is rendered in the reader's language. What the catalogue has no word for is said as the system says it, in
// English.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace dondoc {

// Of an errno: "@system.enoent".
std::string system_reason(int error);
// The same of an error of the generic or the system category.
std::string system_reason(const std::error_code& error);

// What the TOML reader was reading when it gave up, from its description ("Error while parsing string: ..."):
// "@toml.string".
std::string toml_reason(std::string_view description);

// All keys that the two give, without the "@": for the test that the catalogue has them.
std::span<const std::string_view> reason_keys();

}  // namespace dondoc
