// SPDX-License-Identifier: GPL-3.0-or-later
// An event of an inbox as a person reads it: what, of which document, due when, how many days left or late.
#pragma once

#include <string>

#include "dondoc/v1/event.pb.h"
#include "text/catalogue.h"

namespace dondoc::cli {

// Several lines, each with its line break; a digest is a numbered list. Titles are cut to `width` columns.
std::string event_text(text::Lang lang, const v1::Event& event, std::size_t width = 100);
// One line: "Nhắc việc: 3 nhiệm vụ".
std::string event_summary(text::Lang lang, const v1::Event& event);

}  // namespace dondoc::cli
