// SPDX-License-Identifier: GPL-3.0-or-later
// A succession in words.
#pragma once

#include <string>

#include "dondoc/v1/succession.pb.h"
#include "text/catalogue.h"

namespace dondoc::words {

std::string succession_word(const v1::Succession& succession);  // "@succession.merge", as an argument
// "sáp nhập từ 01/07/2025 theo NQ 202/2025/QH15: A, B → A".
std::string succession_text(text::Lang lang, const v1::Succession& succession);

}  // namespace dondoc::words
