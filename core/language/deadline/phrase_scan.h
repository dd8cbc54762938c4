// SPDX-License-Identifier: Apache-2.0
// A deadline phrase taken apart: which days it names and how, before anything is computed.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/deadline/moment.h"

namespace dondoc::language {

enum class Bound { None, By, Before, From };  // "", "chậm nhất", "trước", "từ"

// What stands before a day says of the work: it goes on, it is reported, it is done.
enum class Work { None, GoesOn, Reported, Done };

struct BoundMoment {
    Bound bound = Bound::None;
    Moment moment;
    bool ends_range = false;  // "... đến X", "... - X": together with the one before it
    bool listed = false;      // a comma, "và" or ";" stands between it and the one before it
    bool restated = false;    // "hoàn thành", "gửi" stand before it: it is the term of the work
    // "trước 17 giờ ngày X": the day itself still counts, up to that time; 0:00 is the end of the day before.
    std::optional<std::chrono::minutes> clock = std::nullopt;
    std::optional<int> weekday = std::nullopt;  // "thứ Sáu, ngày 05/6/2026": 1 is Monday
    Work work = Work::None;
    bool shares_bound = false;   // the bound of the one before it holds for it, too
    bool behind_dash = false;    // a range with "-" in place of "đến"
    bool breaks_ground = false;  // "khởi công": where work begins, or the work itself
    bool until = false;          // "đến" stands between it and a rule: what comes again ends with it
    bool finishes = false;       // "hoàn thành", "kết thúc" stand before it
    bool beside_rule = false;    // a comma or "và" joins it to a rule, and no "trong": a report like others
    bool apart = false;          // "đợt 2", ";", ":" or a bracket stands between it and the one before it
};

// "ngày 12 tháng cuối quý", "hằng quý", "ngày 20 hằng tháng", or a part of that, whose rest stands elsewhere
// in the phrase: "ngày 20", "ngày 20 tháng cuối kỳ".
struct Rule {
    enum class Every { Month, Quarter, HalfYear, NineMonths, Year };
    std::optional<Every> every = {};  // nothing: not said here
    std::optional<int> month = {};  // of the period, 1 the first; 0: the last. Of a month 1: the one after it
    std::optional<int> day = {};    // 0: the last of the month
    bool following = false;         // "tháng sau", "quý sau": after the period that is reported on
    Bound bound = Bound::None;
    bool ends_range = false;     // "từ ngày 20 đến ngày 25": together with the one before it
    bool behind_day = false;     // "... và hằng năm": a comma or "và" joins it to a day
    bool only_reported = false;  // "báo cáo 9 tháng": each one, or the one of a day that stands beside it

    // "hằng quý": names the period and no day in it.
    bool is_name() const { return every && !month && !day; }
};

// "15 ngày làm việc kể từ ..."
struct Period {
    enum class Unit { Day, WorkingDay, Week, Month, Year };
    enum class Anchor { None, Moment, Issue, Event };
    int count = 0;
    Unit unit = Unit::Day;
    Anchor anchor = Anchor::None;
    Moment from;
    bool backwards = false;  // "5 ngày trước ngày ..."
};

// "trước thứ Tư hằng tuần"
struct DayOfWeek {
    int weekday;  // 1 is Monday
    Bound bound;
};

struct PhraseScan {
    std::vector<BoundMoment> moments;
    std::vector<Rule> rules;
    std::vector<DayOfWeek> weekdays;  // of every week
    std::optional<Period> period;
    std::optional<std::chrono::minutes> clock;  // of the rules and weekdays, or said behind all days
    bool ongoing = false;                       // "thường xuyên"
    bool open_end = false;                      // "... trở đi"
    bool later_years = false;                   // of it "và các năm sau"
    bool unsupported = false;     // says something that turns the meaning: "không trước", "sau ngày"
    bool either = false;          // "hoặc" between two days or periods: which one counts is not said
    bool bound_in_doubt = false;  // "trước ngày A và ngày B": B, or before B?
    bool further_period = false;  // a second "15 ngày kể từ ..."
    bool often = false;           // "hằng ngày", "hằng tuần", and no day of the week
    bool other_year = false;      // a school or budget year, which has no last day here
    std::string times;            // "03 lần trong năm": how often, and not when
    std::string not_a_time;       // a number or a word of time that names none: "tháng 13", "32"
    std::string other;            // words that were not understood
};

PhraseScan scan_phrase(const Words& words);

// Days, months, rules and their bounds, and nothing else: "(trước 15/6 và 15/12)".
bool states_only_time(const Words& words);

}  // namespace dondoc::language
