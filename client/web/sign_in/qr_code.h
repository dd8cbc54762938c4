// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a picture that a telephone's camera reads.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::web {

// An SVG element, black on white whatever the page's colours are, with the quiet zone that readers need.
// `title` is what it is called for who does not see it. Empty where the text is too long for one picture.
std::string qr_code(const std::string& text, std::string_view title);

}  // namespace dondoc::web
