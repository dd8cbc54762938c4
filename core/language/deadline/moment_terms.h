// SPDX-License-Identifier: Apache-2.0
// What days, months, quarters and years mean together: one term, a stretch of time, a list, or a period and
// the day inside it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/deadline/term_maker.h"

namespace dondoc::language {

class MomentTerms : public TermMaker {
  public:
    using TermMaker::TermMaker;

  protected:
    void read_moments();
    // Which of the times were taken after periods that only head them were dropped.
    void say_header();
    void no_such_day(const Moment& moment);
    // In a leap year, where the moment names none.
    static bool exists(const Moment& moment) { return days_of(moment, 2024).has_value(); }

  private:
    using Spans = std::vector<YearedSpan>;

    const Moment& missing_day() const;
    // "Quý II các năm 2026, 2027", "tháng 6, 12 (2026 - 2028)": how many periods stand before their years; 0:
    // not so.
    std::size_t periods_of_each_year() const;
    void read_each_year(std::size_t periods);
    // "Trước 15/12/2026; các năm sau: trước 15/11": what has a last day is no start of all that follows.
    bool names_last_day() const;
    // "Bắt đầu từ 15/6 và kết thúc trước 31/8", "từ 01/4 đến 30/9, báo cáo chậm nhất 12/10": a stretch of
    // time, and then the day of the result.
    bool is_window(const Spans& spans) const;
    // "Quý III, IV": two neighbours that are listed are one stretch of time; more are several terms.
    bool is_range() const;
    void read_one(const BoundMoment& term, const YearedSpan& span);
    void read_range(const Spans& spans);
    // "Quý IV, trước 15/11/2023": the narrower one decides, and is to be checked.
    void read_nested(const Spans& spans);
    void read_list(const Spans& spans);
    void doubt_list(const Spans& spans);
};

}  // namespace dondoc::language
