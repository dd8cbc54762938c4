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

// "ngày 12 tháng cuối quý", "hằng quý", "ngày 20 hằng tháng"
struct Rule {
    enum class Every { Month, Quarter, HalfYear, NineMonths, Year };
    Every every;
    int month = 0;  // of a quarter: 1 to 3; 0: the last
    int day = 0;    // 0: the last of the month
    Bound bound = Bound::None;
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
    bool yearly = false;       // "15/12 hằng năm"
    bool ongoing = false;      // "thường xuyên"
    bool event = false;        // "khi có ..."
    bool assigned = false;     // "theo tiến độ ..."
    bool open_end = false;     // "... trở đi"
    bool unsupported = false;  // says something that turns the meaning: "không trước", "sau ngày"
    bool either = false;       // "hoặc" between two days: which one counts is not said
    std::string not_a_time;    // a number or a word of time that names none: "tháng 13", "32"
    std::string other;         // words that were not understood
};

PhraseScan scan_phrase(const Words& words);

}  // namespace dondoc::language
