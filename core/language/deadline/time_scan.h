// SPDX-License-Identifier: Apache-2.0
// What a scan has found so far, and how it reads the times of a phrase: periods, rules, days, hours and days
// of the week. The words around them are phrase_scan.cpp's.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

class TimeScan {
  public:
    explicit TimeScan(const Words& words) : words_(words), tokens_(words.tokens) {}

  protected:
    // Each reads what stands at `at_` and moves on; false: it does not stand there.
    bool read_period();
    bool counts_at_least() const;
    // "Các tháng 4; 10 hằng năm": a number of the list, before it is taken for a day of the period behind it.
    bool read_further_of_list();
    bool read_rule();
    // "Hằng quý (...), 6 tháng (...), năm (...)": only the first says "hằng".
    bool read_further_period();
    bool read_day_alone();
    // "Trước 17h00 ngày 20": up to that hour of the day itself, and at 0h00 of the day before.
    Bound bound_with_clock() const;
    void take_rules(const std::vector<Rule>& rules, std::size_t count);
    // "Trong tháng 3 (trước ngày 25)": of that month, of each that is named.
    bool give_months_to_days();
    // "Ngày 20", "cuối tháng" and nothing that says of which period is refused.
    void settle_days_without_period();
    // "17 giờ 00", "17h00'": of the day that stands beside it.
    bool read_hour();
    void take_clock();
    // "Ngày 05/3/2026, trước 17h00": the hour stands behind the day.
    void end_clock();
    bool read_weekday();
    bool weekly_day_word() const;
    // A weekday is of every week, or of the day beside it, which it has to fit.
    void end_weekdays();
    bool read_day();
    // With all that was met since the day before it.
    BoundMoment term_of(const Moment& moment, bool within) const;
    void forget_what_led_here();
    void note_order(char what);  // 'm': a moment, 'd': a day without its month
    // "Trước ngày 15/6 và 15/12": the bound of the first holds for the second. Where that says "ngày" anew,
    // or stands apart, it may hold or not, and a person decides.
    // Within a period of its own, "và trong tháng 12", no "trước" of another day holds.
    void carry_bound(BoundMoment& term, bool within);
    std::size_t read_moment_here(Moment& moment) const;
    // "Khởi công quý II" is a term of its own where nothing is said of the end of the work.
    void end_ground_breaking();
    void end_other();
    void add_other(std::string_view words);
    template <typename Pattern>
    bool accept(const Pattern& pattern) {
        const auto count = pattern.match(tokens_, at_);
        at_ += count;
        return count > 0;
    }

    const Words& words_;
    const std::vector<Token>& tokens_;
    PhraseScan scan_;
    std::size_t at_ = 0;
    std::size_t other_begin_ = 0;
    std::size_t other_end_ = 0;
    Bound bound_ = Bound::None;
    std::string day_alone_;           // the first "ngày 20" that names no month
    std::string order_;               // of moments and days alone, each run once: "md"
    bool reports_day_alone_ = false;  // "báo cáo" and the like stand between a month and such a day
    bool listed_ = false;             // a separator was met since the last moment
    bool either_ = false;             // "hoặc" was met since the last moment
    bool range_ = false;              // "đến" or "-" was met since the last moment
    bool restated_ = false;  // "hoàn thành" and the like since the last moment: its bound does not carry on
    Work work_ = Work::None;
    bool dash_ = false;                          // of range_
    bool rule_since_ = false;                    // a rule was met since the last moment
    bool until_ = false;                         // "đến" and the like set bound_, or range_
    bool finishes_ = false;                      // "hoàn thành" and the like since the last moment
    bool round_since_ = false;                   // "đợt 2" was met since the last moment
    bool ground_ = false;                        // "khởi công" set bound_
    bool apart_ = false;                         // ";", ":" or a bracket since the last moment
    bool session_ = false;                       // a session or a conference since the last moment
    bool weekly_ = false;                        // "hằng tuần" was met
    bool weekday_range_ = false;                 // "thứ Hai đến thứ Sáu"
    std::string round_;                          // "đợt 1" was met
    std::optional<std::chrono::minutes> clock_;  // a time of day was met, and its day was not
    std::optional<int> weekday_;                 // likewise
};

}  // namespace dondoc::language
