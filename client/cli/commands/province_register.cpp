// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/province_register.h"

#include <algorithm>
#include <string_view>

#include "cli/commands/register_source.h"
#include "cli/frame/values.h"
#include "lib/shipped_files.h"

namespace dondoc::cli {
namespace {

// "tỉnh Thái Nguyên", "thai-nguyen" -> "thai nguyen"
std::string place_name(const std::string& said) {
    auto name = folded(said);
    std::ranges::replace(name, '-', ' ');
    for (const std::string_view kind : {"tinh ", "thanh pho ", "tp. ", "tp "})
        if (name.starts_with(kind)) return name.substr(kind.size());
    return name;
}

}  // namespace

std::vector<ProvinceRegister> province_registers() {
    std::vector<ProvinceRegister> known;
    const auto folder = client::find_shipped("agencies/nation");
    if (!folder) return known;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        if (entry.path().extension() != ".toml") continue;
        const auto stem = entry.path().stem().string();
        auto name = read_register(entry.path().string()).province;
        if (!name.empty()) known.push_back({entry.path(), stem.substr(0, stem.find('-')), std::move(name)});
    }
    std::ranges::sort(known, {}, &ProvinceRegister::number);
    return known;
}

std::optional<ProvinceRegister> find_province(const std::vector<ProvinceRegister>& known,
                                              const std::string& said) {
    const auto wanted = place_name(said);
    std::optional<ProvinceRegister> found;
    for (const auto& one : known) {
        if (one.number == said || place_name(one.name) == wanted) return one;
        if (wanted.empty() || place_name(one.name).find(wanted) == std::string::npos) continue;
        if (found) return std::nullopt;
        found = one;
    }
    return found;
}

}  // namespace dondoc::cli
