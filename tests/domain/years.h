// SPDX-License-Identifier: Apache-2.0
// The working calendar of 2023 to 2026 as the rules' test vectors assume it, swaps included.
#pragma once

#include <initializer_list>

#include "domain/calendar.h"

namespace dondoc {

struct YearTable {
    int year;
    std::initializer_list<local_days> off;      // weekdays
    std::initializer_list<local_days> made_up;  // Saturdays
};

inline Calendar vietnam_calendar() {
    const std::initializer_list<YearTable> tables{
        {2023,
         {civil(2023, 1, 2), civil(2023, 1, 20), civil(2023, 1, 23), civil(2023, 1, 24), civil(2023, 1, 25),
          civil(2023, 1, 26), civil(2023, 5, 1), civil(2023, 5, 2), civil(2023, 5, 3), civil(2023, 9, 1),
          civil(2023, 9, 4)},
         {}},
        {2024,
         {civil(2024, 1, 1), civil(2024, 2, 8), civil(2024, 2, 9), civil(2024, 2, 12), civil(2024, 2, 13),
          civil(2024, 2, 14), civil(2024, 4, 18), civil(2024, 4, 29), civil(2024, 4, 30), civil(2024, 5, 1),
          civil(2024, 9, 2), civil(2024, 9, 3)},
         {civil(2024, 5, 4)}},
        {2025,
         {civil(2025, 1, 1), civil(2025, 1, 27), civil(2025, 1, 28), civil(2025, 1, 29), civil(2025, 1, 30),
          civil(2025, 1, 31), civil(2025, 4, 7), civil(2025, 4, 30), civil(2025, 5, 1), civil(2025, 5, 2),
          civil(2025, 9, 1), civil(2025, 9, 2)},
         {civil(2025, 4, 26)}},
        {2026,
         {civil(2026, 1, 1), civil(2026, 1, 2), civil(2026, 2, 16), civil(2026, 2, 17), civil(2026, 2, 18),
          civil(2026, 2, 19), civil(2026, 2, 20), civil(2026, 4, 27), civil(2026, 4, 30), civil(2026, 5, 1),
          civil(2026, 8, 31), civil(2026, 9, 1), civil(2026, 9, 2)},
         {civil(2026, 1, 10), civil(2026, 8, 22)}},
    };
    Calendar calendar;
    for (const auto& table : tables) {
        CalendarYear data;
        data.official = true;
        for (const auto day : table.off)
            data.days.emplace(day, SpecialDay{SpecialDay::Kind::Holiday, "nghỉ"});
        for (const auto day : table.made_up)
            data.days.emplace(day, SpecialDay{SpecialDay::Kind::MadeUp, "làm bù"});
        calendar.set(date::year{table.year}, std::move(data));
    }
    return calendar;
}

}  // namespace dondoc
