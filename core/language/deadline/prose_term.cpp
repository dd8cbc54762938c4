// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/prose_term.h"

#include <chrono>

#include "language/deadline/clock_words.h"
#include "language/deadline/moment.h"
#include "language/deadline/period_words.h"
#include "language/deadline/rule_words.h"

namespace dondoc::language {
namespace {

// With a day, a month, a quarter or a year behind them these set a term wherever they stand.
const Phrases bounds{"trước",
                     "trước ngày",
                     "chậm nhất",
                     "chậm nhất là",
                     "chậm nhất trong",
                     "chậm nhất vào",
                     "muộn nhất",
                     "muộn nhất là",
                     "không quá",
                     "không muộn hơn",
                     "không chậm hơn",
                     "hết",
                     "đến hết",
                     "xong trước",
                     "xong trong",
                     "hoàn thành trước",
                     "hoàn thành trong",
                     "hoàn thành vào",
                     "hoàn thành",
                     "thời hạn",
                     "thời hạn hoàn thành",
                     "thời gian hoàn thành",
                     "thời gian thực hiện",
                     "hạn hoàn thành"};
// "trong quý III/2023" does only where the sentence ends behind it: "điểm đạt được trong năm 2022, ...".
const Phrases within{"trong", "vào", "từ", "từ ngày"};
const Phrases quiet{"là", "trong", "vào", "ngày", "trước", "hết"};
const Phrases going_on{"và", "đến", "đến hết", "đến ngày", "và trước", "và ngày", "và trước ngày"};
const Phrases yearly{"hằng năm", "hàng năm", "mỗi năm"};
const Phrases periodically{"định kỳ"};
const Phrases each_time{"hằng ngày", "hàng ngày", "mỗi ngày", "hằng tuần", "hàng tuần", "mỗi tuần"};

class TermReader {
  public:
    TermReader(const std::vector<Token>& tokens, std::size_t end) : tokens_(tokens), end_(end) {}

    // Where the term that begins at `at` ends; `at`: none does.
    std::size_t read(std::size_t at) const {
        if (const auto end = read_rule(at); end > at) return end;
        if (const auto end = read_standing(at); end > at) return end;
        if (const auto end = read_period(at); end > at) return end;
        static const Phrase time{"thời gian"};
        const auto label = time.match(tokens_, at);  // "; thời gian: 28/9/2026"
        if (label && at + label < end_ && tokens_[at + label].is(':'))
            return read_moments(at, at + label + 1);
        if (const auto bound = bounds.match(tokens_, at)) {
            auto next = at + bound;
            if (next < end_ && tokens_[next].is(':')) ++next;
            return read_moments(at, next);
        }
        if (const auto bound = within.match(tokens_, at)) {
            const auto end = read_moments(at, at + bound);
            if (end > at && ends_part(end)) return end;
        }
        return at;
    }

  private:
    bool ends_part(std::size_t at) const {
        return at >= end_ || tokens_[at].is('(') || tokens_[at].is(')') || tokens_[at].is(';');
    }

    // "trước ngày 20 tháng cuối quý", "định kỳ hằng quý"
    std::size_t read_rule(std::size_t at) const {
        auto from = at + bounds.match(tokens_, at);
        static const Phrases report{"báo cáo"};  // "hoàn thành báo cáo năm" names no year's end
        if (report.match(tokens_, from) || (from == at && !periodically.match(tokens_, at))) return at;
        std::vector<Rule> rules;
        auto count = read_rules(tokens_, from, rules);
        if (!count && from == at) {  // "định kỳ ngày 25 hằng tháng"
            from += periodically.match(tokens_, at);
            from += bounds.match(tokens_, from);
            rules.clear();
            count = read_rules(tokens_, from, rules);
        }
        if (!count || from + count > end_ || !rules.front().every) return at;
        return read_day_behind(from + count);
    }

    // "trước 16h00 hằng ngày", "vào thứ Bảy hằng tuần", "ngày 25 hằng tháng"
    std::size_t read_standing(std::size_t at) const {
        auto from = at + bounds.match(tokens_, at);
        from += from == at ? within.match(tokens_, at) : 0;
        from += periodically.match(tokens_, from);
        auto next = behind_hour(from);
        int weekday = 0;
        next += language::read_weekday(tokens_, next, weekday);
        if (next > from)
            if (const auto every = each_time.match(tokens_, next)) return std::min(next + every, end_);
        static const Phrase day{"ngày"};
        std::vector<Rule> rules;
        const auto count = day.match(tokens_, from) ? read_rules(tokens_, from, rules) : 0;
        return count && from + count <= end_ && rules.front().every ? from + count : at;
    }

    // "định kỳ hằng tháng, trước ngày 20": the day stands behind its period.
    std::size_t read_day_behind(std::size_t begin) const {
        auto at = begin;
        if (at < end_ && tokens_[at].is(',')) ++at;
        const auto bound = bounds.match(tokens_, at);
        at += bound;
        static const Phrase day{"ngày"};
        if (bound && day.match(tokens_, at - 1)) --at;  // "trước ngày" is one of the bounds
        std::vector<Rule> rules;
        Rule rule;
        auto count = read_rules(tokens_, at, rules);
        if (!count) count = read_day_alone(tokens_, at, bound > 0, rule);
        return count && at + count <= end_ ? at + count : begin;
    }

    // Up to the end of the event that it is counted from.
    std::size_t read_period(std::size_t at) const {
        static const Phrases lead_in{"trong",     "trong vòng",   "trong thời hạn",
                                     "chậm nhất", "chậm nhất là", "không quá"};
        if (!lead_in.match(tokens_, at)) return at;
        Period period;
        auto end = at + language::read_period(tokens_, at, period);
        if (end == at || period.anchor == Period::Anchor::None) return at;
        if (period.anchor != Period::Anchor::Event) return std::min(end, end_);
        while (end < end_ && (tokens_[end].is_word() || tokens_[end].is_number() || tokens_[end].is('/')))
            ++end;
        return std::min(end, end_);
    }

    // "15/6 và 15/12 hằng năm", "01/6/2023 đến ngày 30/9/2023"
    std::size_t read_moments(std::size_t begin, std::size_t at) const {
        auto end = read_one(at);
        if (end == at) return begin;
        for (;;) {
            auto next = end;
            if (next < end_ && (tokens_[next].is(',') || tokens_[next].is('-'))) ++next;
            next += going_on.match(tokens_, next);
            if (next == end) break;
            const auto further = read_one(next);
            if (further == next) break;
            end = further;
        }
        end += yearly.match(tokens_, end);
        return std::min(end, end_);
    }

    std::size_t read_one(std::size_t at) const {
        auto from = behind_hour(at);
        if (!read_at(from)) from += quiet.match(tokens_, from);
        Moment moment;
        const auto count = from < end_ ? read_moment(tokens_, from, moment) : 0;
        return count && from + count <= end_ ? from + count : at;
    }
    // "17 giờ 30 phút", "10 giờ đêm" of "trước 16h00 ngày 05/3/2026".
    std::size_t behind_hour(std::size_t at) const {
        std::chrono::minutes time{};
        const auto hour = at < end_ ? read_clock(tokens_, at, time) : 0;
        const auto next = at + hour;
        return hour && next < end_ && tokens_[next].is(',') ? next + 1 : next;
    }
    bool read_at(std::size_t at) const {
        Moment moment;
        return at < end_ && read_moment(tokens_, at, moment) > 0;
    }

    const std::vector<Token>& tokens_;
    std::size_t end_;
};

}  // namespace

std::vector<TermPlace> find_terms(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
    const TermReader reader(tokens, end);
    std::vector<TermPlace> terms;
    for (auto at = begin; at < end;) {
        const auto last = reader.read(at);
        if (last > at) terms.push_back({at, last});
        at = std::max(last, at + 1);
    }
    return terms;
}

}  // namespace dondoc::language
