// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a PDF that is there to be found and not to be seen: what a program recognised in a scanned picture.
#pragma once

#include <string_view>

namespace dondoc::plan {

// Some page's drawing shows text in the invisible mode ("3 Tr"). False also for files whose drawings cannot
// be unpacked: the library that reads the words has unpacked them otherwise.
bool has_invisible_text(std::string_view bytes);

}  // namespace dondoc::plan
