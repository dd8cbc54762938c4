// SPDX-License-Identifier: Apache-2.0
#include "domain/public_holidays.h"

#include "domain/lunar.h"

namespace dondoc {
namespace {

constexpr int second_national_day_since = 2021;  // Điều 112.1.đ of the code of 2019

}  // namespace

std::vector<PublicHoliday> public_holidays(date::year of_year) {
    const int year{of_year};
    if (year < first_law_year || year > last_law_year) return {};
    const auto tet = new_year_day(year);
    const auto hung_kings = *civil_day({year, 3, 10});
    const date::days one{1};
    const auto second_national = year < second_national_day_since
                                     ? std::vector<local_days>{}
                                     : std::vector{civil(year, 9, 1), civil(year, 9, 3)};
    return {
        {Holiday::NewYear, {civil(year, 1, 1)}, {}},
        // One day of the old year and four of the new one, or two and three.
        {Holiday::Tet, {tet - one, tet, tet + one, tet + 2 * one}, {tet - 2 * one, tet + 3 * one}},
        {Holiday::HungKings, {hung_kings}, {}},
        {Holiday::Victory, {civil(year, 4, 30)}, {}},
        {Holiday::Labour, {civil(year, 5, 1)}, {}},
        {Holiday::National, {civil(year, 9, 2)}, second_national},
    };
}

std::string word_key(Holiday holiday) {
    switch (holiday) {
        case Holiday::NewYear:
            return "holiday.new_year";
        case Holiday::Tet:
            return "holiday.tet";
        case Holiday::HungKings:
            return "holiday.hung_kings";
        case Holiday::Victory:
            return "holiday.victory";
        case Holiday::Labour:
            return "holiday.labour";
        case Holiday::National:
            break;
    }
    return "holiday.national";
}

}  // namespace dondoc
