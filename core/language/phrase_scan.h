// A deadline phrase taken apart: which days it names and how, before anything is computed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/moment.h"

namespace dondoc::language {

enum class Bound { None, By, Before, From };  // "", "chậm nhất", "trước", "từ"

struct BoundMoment {
    Bound bound = Bound::None;
    Moment moment;
    bool ends_range = false;  // "... đến X", "... - X": together with the one before it
    bool listed = false;      // a comma, "và" or ";" stands between it and the one before it
    bool clock = false;       // "trước 17 giờ ngày X": the day itself still counts
};

// "ngày 12 tháng cuối quý", "hằng quý", "ngày 20 hằng tháng", or a part of that, whose rest stands elsewhere
// in the phrase: "ngày 20", "ngày 20 tháng cuối kỳ".
struct Rule {
    enum class Every { Month, Quarter, HalfYear, NineMonths, Year };
    std::optional<Every> every = {};  // nothing: not said here
    std::optional<int> month = {};  // of the period, 1 the first; 0: the last. Of a month 1: the one after it
    std::optional<int> day = {};    // 0: the last of the month
    Bound bound = Bound::None;
    bool ends_range = false;  // "từ ngày 20 đến ngày 25": together with the one before it

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

struct PhraseScan {
    std::vector<BoundMoment> moments;
    std::vector<Rule> rules;
    std::optional<Period> period;
    bool ongoing = false;      // "thường xuyên"
    bool event = false;        // "khi có ..."
    bool assigned = false;     // "theo tiến độ ..."
    bool open_end = false;     // "... trở đi"
    bool unsupported = false;  // says something that turns the meaning: "không trước", "sau ngày"
    bool either = false;       // "hoặc" between two days or periods: which one counts is not said
    std::string not_a_time;    // a number or a word of time that names none: "tháng 13", "32"
    std::string other;         // words that were not understood
};

PhraseScan scan_phrase(const Words& words);

}  // namespace dondoc::language
