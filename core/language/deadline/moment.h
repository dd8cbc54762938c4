// SPDX-License-Identifier: Apache-2.0
// The days, months, quarters and years that a phrase names.
#pragma once

#include <optional>
#include <vector>

#include "domain/civil.h"
#include "language/words/words.h"

namespace dondoc::language {

struct Moment {
    enum class Unit { Day, Month, Quarter, Year };
    // đầu, giữa, cuối; thượng, trung, hạ tuần: ten days of a month, and the days behind its 20th
    enum class Part { Whole, Start, Middle, End, FirstTen, SecondTen, Rest };

    Unit unit = Unit::Day;
    Part part = Part::Whole;
    int day = 0;                    // of Unit::Day
    int first = 0;                  // month or quarter; of a run ("III-IV") the first
    int last = 0;                   // of a run the last, otherwise as `first`
    std::optional<int> year;        // of a run of years the last
    std::optional<int> first_year;  // of a run of years: "2021-2025"
    std::optional<int> years_on;    // "năm sau" is 1: from the year named before it, else the document's
    bool says_day = false;          // the word "ngày" stands before it
    bool in_figures = false;        // "15/3", and not "15 tháng 3"
    bool month_elsewhere = false;   // "6" of "6 và 7/3": it has that of the next one
    bool lists_months = false;      // months follow that have the same day: "ngày 15 các tháng 3, 6"

    bool tells_year() const { return year || years_on; }
    bool is_run() const { return first != last || first_year.has_value(); }
};

struct DaySpan {
    local_days first;
    local_days last;
};

// Nothing: there is no such day, "31/11/2023". `year` counts where the moment has none of its own.
std::optional<DaySpan> days_of(const Moment& moment, int year);

// A day of a month by its number alone: "15", "mùng 5", and behind "ngày" in words, "mười lăm", of two at
// least
// ("mỗi ngày hai lần"). How many tokens from `at` on; 0: none stands there.
std::size_t read_day_of_month(const std::vector<Token>& tokens, std::size_t at, bool behind_day_word,
                              int& day);

// How many tokens from `at` on name a moment, which is put into `moment`; 0: none stands there.
std::size_t read_moment(const std::vector<Token>& tokens, std::size_t at, Moment& moment);

// The same for a further month or quarter of a list, which does not repeat its word: "7" in "tháng 6,
// 7/2023".
std::size_t read_further(const std::vector<Token>& tokens, std::size_t at, Moment::Unit unit, Moment& moment);

// The same for a day whose month stands behind the next one: "01" in "từ ngày 01 đến ngày 15/6/2023".
std::size_t read_day_number(const std::vector<Token>& tokens, std::size_t at, Moment& moment);

// The same for a further month of a list behind one day: "6" in "ngày 15 các tháng 3, 6".
std::size_t read_month_of_list(const std::vector<Token>& tokens, std::size_t at, const Moment& previous,
                               Moment& moment);

// "tư", "mười hai" behind "tháng": how many tokens, and the month.
std::size_t read_month_name(const std::vector<Token>& tokens, std::size_t at, int& month);

// "hai", "tư" behind "quý" and before a year, or where the clause ends: how many tokens, and the quarter.
std::size_t read_quarter_name(const std::vector<Token>& tokens, std::size_t at, int& quarter);

// "6", "sáu" in "6 tháng đầu năm", past which `at` is moved; 0: neither stands there.
int read_month_count(const std::vector<Token>& tokens, std::size_t& at);

// Do further months of the same day stand at `at`? "6, 9, 12" of "ngày 20 tháng 3, 6, 9, 12" does, "10 và 12
// tháng 4" of "ngày 5 tháng 3, 10 và 12 tháng 4" does not.
bool months_follow(const std::vector<Token>& tokens, std::size_t at);

// Is "22.2", which stands from `day` up to `end`, a day? A word of time before it says so, or the rest of a
// range.
bool stands_dotted(const std::vector<Token>& tokens, std::size_t day, std::size_t end);

// 1 to 4, from "III" or "3"; 0: neither. Scanners take "I" for "l".
int quarter_number(const Token& token);

}  // namespace dondoc::language
