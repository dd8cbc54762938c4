// SPDX-License-Identifier: Apache-2.0
// Where what was installed stands: where it was built for, else beside the program, of which the whole was
// moved.
#pragma once

#include <filesystem>

namespace dondoc::config {

std::filesystem::path installed_data();    // calendars, scoring tables: share/dondoc
std::filesystem::path installed_config();  // dondocd.toml, whether it is there or not

}  // namespace dondoc::config
