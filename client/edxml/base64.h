// SPDX-License-Identifier: GPL-3.0-or-later
// Base64 as messages carry it: white space does not count.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dondoc::edxml {

std::optional<std::string> from_base64(std::string_view text);  // nullopt: it is none
std::string to_base64(std::string_view bytes);

}  // namespace dondoc::edxml
