// SPDX-License-Identifier: Apache-2.0
// Text inside HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::text {

// What is visible of a text (domain/plain_text.h), as it stands between tags and in attributes.
std::string as_markup(std::string_view text);

}  // namespace dondoc::text
