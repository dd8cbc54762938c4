// SPDX-License-Identifier: Apache-2.0
// Lists of texts in one column, separated by U+001F.
#pragma once

#include <string>
#include <vector>

namespace dondoc::store {

std::string join(const std::vector<std::string>& parts);
std::vector<std::string> split(const std::string& joined);

}  // namespace dondoc::store
