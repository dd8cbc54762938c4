// SPDX-License-Identifier: GPL-3.0-or-later
// The words of client/words as the commands use them, and the colours that go with them.
#pragma once

#include <cstdint>
#include <string>

#include "cli/terminal/table.h"
#include "words/wording.h"

namespace dondoc::cli {

using namespace dondoc::words;

std::string number(std::uint64_t value);
Tone tone_of(v1::Timeliness::Class timeliness);

}  // namespace dondoc::cli
