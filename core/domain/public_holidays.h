// SPDX-License-Identifier: Apache-2.0
// The public holidays that the law itself gives in a year, without what is decided year by year. Bộ luật Lao
// động 2019 (in force since 2021), Điều 112; before it Bộ luật Lao động 2012, Điều 115.
#pragma once

#include <string>
#include <vector>

#include "domain/civil.h"

namespace dondoc {

enum class Holiday { NewYear, Tet, HungKings, Victory, Labour, National };

struct PublicHoliday {
    Holiday which;
    std::vector<local_days> days;    // all of these are off
    std::vector<local_days> one_of;  // and one of these, as decided for the year; empty: no choice
};

// The years of which the law and the lunar calendar are known here.
inline constexpr int first_law_year = 2013;
inline constexpr int last_law_year = 2100;

// In the order of the year; empty outside those years.
std::vector<PublicHoliday> public_holidays(date::year year);

std::string word_key(Holiday holiday);  // of the catalogue: "holiday.tet"

}  // namespace dondoc
