// SPDX-License-Identifier: GPL-3.0-or-later
// The registers of provinces that come with dondoc.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dondoc::cli {

struct ProvinceRegister {
    std::filesystem::path file;
    std::string number;  // "19"
    std::string name;    // "tỉnh Thái Nguyên"
};
// By their numbers; empty where none are installed.
std::vector<ProvinceRegister> province_registers();

// `said`: "19", "Thái Nguyên", "tỉnh thái nguyên", "thai-nguyen". nullopt: none of them, or more than one.
std::optional<ProvinceRegister> find_province(const std::vector<ProvinceRegister>& known,
                                              const std::string& said);

}  // namespace dondoc::cli
