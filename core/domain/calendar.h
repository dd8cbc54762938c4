// SPDX-License-Identifier: Apache-2.0
// The working calendar of public bodies: weekends, holidays, substitute days, swapped days. Which weekdays
// are off and which Saturdays are worked is decided year by year (Bộ luật Lao động 2019, Điều 111-112;
// decisions on swaps), so it is data; a year without data has only its weekends and says so.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/civil.h"

namespace dondoc {

struct SpecialDay {
    enum class Kind { Holiday, Substitute, SwappedOff, MadeUp };  // nghỉ lễ, nghỉ bù, hoán đổi, làm bù
    Kind kind;
    std::string name;
    std::string document = {};  // its own decision, as swaps have; empty: the year's
};

std::string_view name_of(SpecialDay::Kind kind);  // "swapped_off", as in calendar files

struct CalendarYear {
    bool official = false;  // false: provisional, the deciding document is not there yet
    std::string document;   // what decided it
    std::map<local_days, SpecialDay> days;
};

bool is_weekend(local_days day);  // Saturday or Sunday

class Calendar {
  public:
    void set(date::year year, CalendarYear data) { years_[year] = std::move(data); }
    const CalendarYear* find(date::year year) const;
    const std::map<date::year, CalendarYear>& years() const { return years_; }

    bool is_working_day(local_days day) const;
    std::string name_of(local_days day) const;                  // of a special day; empty: an ordinary one
    int working_days(local_days first, local_days last) const;  // both included
    local_days last_working_day_on_or_before(local_days day) const;
    local_days first_working_day_on_or_after(local_days day) const;
    // The n-th working day after (n > 0) or before (n < 0) `day`, which itself is not counted (Bộ luật Dân sự
    // 2015, Điều 147.2). n == 0 is the day itself.
    local_days add_working_days(local_days day, int n) const;
    bool is_declared(date::year year) const;  // there is an official table of that year

  private:
    std::map<date::year, CalendarYear> years_;
};

}  // namespace dondoc
