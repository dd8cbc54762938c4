// SPDX-License-Identifier: Apache-2.0
// The verbs that duties begin with: what is done stands behind who does it.
#pragma once

#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

// How many tokens from `at` on begin a duty; 0: none. They are written small: "Ban Tổ chức", "Ban Chỉ đạo"
// are names.
std::size_t begins_duty(const std::vector<Token>& tokens, std::size_t at);

// As begins_duty, for verbs that names of agencies have in them, too ("dự án đầu tư xây dựng"): they begin a
// duty only where the name before them is whole.
std::size_t begins_duty_behind_name(const std::vector<Token>& tokens, std::size_t at);

}  // namespace dondoc::language
