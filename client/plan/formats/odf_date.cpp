// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/odf_date.h"

namespace dondoc::plan {

std::string odf_date(std::string_view value, const std::string& shown) {
    constexpr std::size_t day_length = 10;
    if (value.size() < day_length || value[4] != '-' || value[7] != '-') return shown;
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto digit = [&](std::size_t at) { return shown[at] >= '0' && shown[at] <= '9'; };
        numbers += digit(i) && (i == 0 || !digit(i - 1)) ? 1 : 0;
    }
    const auto day = std::string(value.substr(8, 2)), month = std::string(value.substr(5, 2)),
               year = std::string(value.substr(0, 4));
    if (numbers == 2) return shown.ends_with(year) ? month + "/" + year : day + "/" + month;
    if (numbers < 2) return shown;
    auto text = day + "/" + month + "/" + year;
    const auto time = value.substr(day_length);
    if (time.size() >= 6 && !time.starts_with("T00:00")) text += " " + std::string(time.substr(1, 5));
    return text;
}

}  // namespace dondoc::plan
