// SPDX-License-Identifier: GPL-3.0-or-later
// What became of an event for a person, in words.
#pragma once

#include <string>

#include "dondoc/v1/request.pb.h"
#include "text/catalogue.h"

namespace dondoc::words {

std::string state_word(text::Lang lang, v1::Delivery::State state);

// "Nguyễn Văn An"; of a person who may not be named the number; of a program that it is one.
std::string recipient_text(text::Lang lang, const v1::Delivery& delivery);

// Whether somebody looked, and who was reached: "rồi: Nguyễn Văn An, 12/06/2025 08:10", "chưa; đã gửi Lê Thị
// Chi (mail)".
std::string reached_text(text::Lang lang, const v1::AlertRecord& alert);

}  // namespace dondoc::words
