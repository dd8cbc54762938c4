// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/period_words.h"

#include "language/words/cursor.h"

namespace dondoc::language {
namespace {

const Phrase working_days{"ngày làm việc"};
const Phrase days{"ngày"};
const Phrase weeks{"tuần"};
const Phrase months{"tháng"};
const Phrase quarters{"quý"};
const Phrase years{"năm"};
const Phrase half{"nửa"};
const Phrases lead_in{"trong",    "trong vòng", "trong thời hạn", "trong thời gian", "không quá",
                      "sau",      "tối đa",     "chậm nhất",      "chậm nhất là",    "chậm nhất sau",
                      "thời hạn", "ít nhất",    "trước ít nhất"};
const Phrases counted_from{"kể từ",     "tính từ",    "từ",         "sau",
                           "kể từ sau", "tính kể từ", "bắt đầu từ", "bắt đầu kể từ"};
const Phrases counted_back{"trước"};
const Phrases issue_words{"ký", "ban hành", "ký ban hành", "ký, ban hành", "được ban hành", "được ký", "ra"};
const Phrases own_document{"kế hoạch", "văn bản", "quyết định", "chỉ thị", "chương trình", "công văn"};
const auto this_document = Phrases::of(
    "kế hoạch này | văn bản này | quyết định này | chỉ thị này | chương trình này | công văn này | kế hoạch "
    "| "
    "thông báo này | công điện này | nghị quyết này | kết luận này | hướng dẫn này | đề án này | "
    "phương án này | quy chế này");

bool accept_unit(Cursor& at, Period& period) {
    if (at.accept(working_days)) {
        period.unit = Period::Unit::WorkingDay;
    } else if (at.accept(days)) {
        period.unit = Period::Unit::Day;
    } else if (at.accept(weeks)) {
        period.unit = Period::Unit::Week;
    } else if (at.accept(months)) {
        period.unit = Period::Unit::Month;
    } else if (at.accept(quarters)) {
        period.unit = Period::Unit::Month;
        period.count *= 3;
    } else if (at.accept(years)) {
        period.unit = Period::Unit::Year;
    } else {
        return false;
    }
    return !at.stands_number();  // "15 tháng 01" is a day, not fifteen months
}

// "kể từ ngày ký và báo cáo ...", "... để tổng hợp"
bool ends_anchor(const Cursor& at) {
    static const Phrases goes_on{"và", "để", "nhằm", "phục vụ", "theo quy định"};
    return at.at_clause_end() || at.stands(goes_on);
}

// What the period is counted from; only the issue of this very document is known here.
Period::Anchor accept_anchor(Cursor& at, Moment& from) {
    if (at.accept_moment(from)) {  // "kể từ tháng 4/2026" does not say from which day
        const bool is_day = from.unit == Moment::Unit::Day || from.part == Moment::Part::Start ||
                            from.part == Moment::Part::Middle || from.part == Moment::Part::End;
        return is_day ? Period::Anchor::Moment : Period::Anchor::None;
    }
    static const Phrases instants{"ngày", "khi", "thời điểm", "lúc"};
    at.accept(instants);
    const auto before = at.position();
    if (at.accept(issue_words)) {
        if (ends_anchor(at)) return Period::Anchor::Issue;
        if (!at.accept(this_document)) at.accept(own_document);
        if (ends_anchor(at)) return Period::Anchor::Issue;
        at.back(before);  // of another document: "kể từ ngày ký Quyết định số ..."
        return Period::Anchor::Event;
    }
    if (at.accept(this_document) && at.accept(issue_words) && ends_anchor(at)) return Period::Anchor::Issue;
    return Period::Anchor::Event;
}

bool accept_half(Cursor& at, Period& period) {
    const auto before = at.position();
    if (!at.accept(half)) return false;
    if (at.accept(months)) {  // Bộ luật Dân sự 2015, Điều 146: nửa tháng là mười lăm ngày
        period = {15, Period::Unit::Day, Period::Anchor::None, {}, false};
    } else if (at.accept(years)) {
        period = {6, Period::Unit::Month, Period::Anchor::None, {}, false};
    } else {
        at.back(before);
        return false;
    }
    return true;
}

}  // namespace

std::size_t read_period(const std::vector<Token>& tokens, std::size_t at, Period& period) {
    Cursor cursor(tokens, at);
    cursor.accept(lead_in);
    if (!accept_half(cursor, period)) {
        period.count = accept_count(cursor);
        if (period.count < 1) return 0;
        if (!accept_unit(cursor, period)) return 0;
    }
    const auto after_unit = cursor.position();
    cursor.accept_mark(',');
    if (cursor.accept(counted_from)) {
        if (cursor.at_end()) return 0;  // "tháng 01, 02 năm sau"
        period.anchor = accept_anchor(cursor, period.from);
        static const Phrases until{"đến", "đến hết", "tới"};
        Moment end;
        if (period.anchor == Period::Anchor::Moment && cursor.accept(until) && cursor.accept_moment(end)) {
            period.anchor = Period::Anchor::None;  // "30 ngày, từ 01/3 đến 30/3" has a last day
            return after_unit - at;
        }
        return cursor.used();
    }
    if (cursor.accept(counted_back) && cursor.accept_moment(period.from) &&
        period.from.unit == Moment::Unit::Day) {
        period.anchor = Period::Anchor::Moment;
        period.backwards = true;
        return cursor.used();
    }
    cursor.back(after_unit);
    static const Phrases not_a_period{"đầu", "cuối", "lần", "một lần", "đầu năm", "cuối năm"};
    if (cursor.stands(not_a_period) || cursor.accept_mark('/')) return 0;
    if (period.unit == Period::Unit::Month && period.count == 6 && !cursor.at_end() &&
        cursor.accept_mark(','))
        return 0;  // "6 tháng, năm" is a list of reports
    return cursor.used();
}

}  // namespace dondoc::language
