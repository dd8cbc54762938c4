// SPDX-License-Identifier: Apache-2.0
// One walk over the tokens of what states a term (phrase_parts.h). Each step takes the longest thing that
// stands there; a word or a mark that has no meaning here is noted, and then the row is marked.
#include "language/deadline/phrase_scan.h"

#include <algorithm>
#include <utility>

#include "language/deadline/near_time.h"
#include "language/deadline/scan_words.h"
#include "language/deadline/term_words.h"
#include "language/deadline/time_scan.h"

namespace dondoc::language {
namespace {

class Scanner : public TimeScan {
  public:
    explicit Scanner(const Words& words) : TimeScan(words) {}

    PhraseScan take() {
        while (at_ < tokens_.size()) step();
        end_other();
        end_clock();
        end_weekdays();
        end_ground_breaking();
        settle_days_without_period();
        // One round of several, and no word on the others.
        const bool beside_rule =
            !scan_.rules.empty() && !scan_.moments.empty();  // "lần đầu 20/4, hằng tháng"
        if (!round_.empty() && (beside_rule || scan_.moments.size() + scan_.rules.size() < 2))
            add_other(round_);
        return std::move(scan_);
    }

    bool states_only_time() {
        while (at_ < tokens_.size()) step();
        end_other();
        const bool says_time = !scan_.moments.empty() || !scan_.rules.empty();
        return says_time && scan_.other.empty() && scan_.not_a_time.empty() && !scan_.period &&
               !scan_.unsupported && !scan_.other_year && scan_.times.empty();
    }

  private:
    void step() {
        if (skip_document()) return;
        if (read_further_of_list() || read_further_period() || read_period() || read_rule()) return;
        if (read_status() || read_times() || read_hour()) return;
        if (skip_round() || read_weekday() || read_day() || read_day_alone()) return;
        if (read_other_year() || read_bound() || skip_unfilled() || read_separator()) return;
        if (accept_quiet()) return;
        note_other();
    }

    bool skip_document() {
        const auto count = read_document(tokens_, at_);
        if (!count) return false;
        end_other();
        at_ += count;
        return true;
    }

    bool read_status() {
        if (const bool onward = onward_words.match(tokens_, at_) > 0; accept(open_end_words)) {
            scan_.open_end = true;
            scan_.later_years = scan_.later_years || !onward;
        } else if (const bool daily = daily_words.match(tokens_, at_) > 0; accept(ongoing_words)) {
            scan_.ongoing = true;
            scan_.often = scan_.often || daily;
        } else if (accept(weekly_words)) {
            weekly_ = true;
        } else {
            return false;
        }
        end_other();
        bound_ = Bound::None;
        return true;
    }

    bool read_times() {
        const auto count = language::read_times(tokens_, at_);
        if (!count) return false;
        end_other();
        scan_.times = words_.slice(at_, at_ + count);
        at_ += count;
        return true;
    }

    bool read_bound() {
        if (done_words.match(tokens_, at_)) work_ = Work::Done;  // "xong trước"
        if (finishing_words.match(tokens_, at_)) finishes_ = true;
        const bool until = stands_until();
        const bool ground = ground_words.match(tokens_, at_) > 0;
        if (accept(after_words)) {
            scan_.unsupported = true;
        } else if (follows_day() && !listed_ && until_words.match(tokens_, at_)) {
            accept(until_words);
            range_ = true;
            dash_ = false;
            until_ = true;
        } else if (accept(inclusive_words)) {
            bound_ = Bound::By;
            until_ = until;
        } else if (accept(before_words)) {
            bound_ = Bound::Before;
        } else if (accept(from_words)) {
            bound_ = Bound::From;
            ground_ = ground;
        } else {
            return false;
        }
        end_other();
        return true;
    }

    bool read_separator() {
        const auto& token = tokens_[at_];
        if (token.kind == Token::Kind::Break || is_separator(token)) {
            end_other();
            apart_ = apart_ || token.kind == Token::Kind::Break || token.is(';') || token.is('(') ||
                     token.is(')') || token.is(':');
            if (token.is('-') && follows_day() && !listed_)
                range_ = dash_ = true;
            else if (token.kind == Token::Kind::Break || token.is(',') || token.is(';') || token.is('&') ||
                     token.is('+'))
                listed_ = true;
            ++at_;
            return true;
        }
        if (or_word.match(tokens_, at_)) either_ = true;
        if (!accept(list_words)) return false;
        end_other();
        listed_ = true;
        return true;
    }

    // "ngày ... tháng 6": somebody was to write the day.
    bool skip_unfilled() {
        static const Phrases units{"ngày", "tháng", "quý", "năm"};
        static const Phrases behind_blank{"tháng", "quý", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý"};
        if (day_word.match(tokens_, at_) && behind_blank.match(tokens_, at_ + 1)) {  // "ngày    tháng 6"
            end_other();
            add_other(words_.slice(at_, at_ + 1));
            ++at_;
            return true;
        }
        if (at_ == 0 || !units.match(tokens_, at_ - 1)) return false;
        auto end = at_;
        while (end < tokens_.size() && (tokens_[end].is('.') || tokens_[end].key == "…")) ++end;
        if (end == at_ || (end == at_ + 1 && tokens_[at_].is('.'))) return false;
        end_other();
        add_other(words_.slice(at_ - 1, end));
        at_ = end;
        return true;
    }

    // "Đợt I trong tháng 5, đợt II trong tháng 11": which of several, and no part of the day.
    bool skip_round() {
        const auto count = read_round(tokens_, at_);
        if (!count) return false;
        end_other();
        if (!scan_.moments.empty() || !scan_.rules.empty()) {
            apart_ = listed_ = round_since_ = true;
            range_ = false;  // "lần 1: 28/02 - lần 2: 31/8"
        }
        round_ = words_.slice(at_, at_ + count);
        at_ += count;
        return true;
    }

    bool read_other_year() {
        OtherYear kind{};
        const auto count = language::read_other_year(tokens_, at_, kind);
        if (!count) return false;
        end_other();
        if (kind == OtherYear::School)
            add_other(words_.slice(at_, at_ + count));
        else
            scan_.unsupported = true;
        scan_.other_year = true;
        at_ += count;
        bound_ = Bound::None;
        return true;
    }

    bool accept_quiet() {
        if (week_of_range.match(tokens_, at_) && opens_range(at_ + week_of_range.match(tokens_, at_)))
            return accept(week_of_range);
        const bool leads = leading_words.match(tokens_, at_) > 0;
        const auto work = work_at(at_);
        const bool finishes = finishing_words.match(tokens_, at_) > 0;
        if (!accept(quiet_words)) return false;
        finishes_ = finishes_ || finishes;
        restated_ = restated_ || !leads;
        work_ = std::max(work_, work);
        return true;
    }
    Work work_at(std::size_t at) const {
        static const Phrases report{"báo cáo"};
        static const Phrases going_on{"thực hiện", "triển khai", "tổ chức"};
        if (done_words.match(tokens_, at)) return Work::Done;
        if (report.match(tokens_, at)) return Work::Reported;
        return going_on.match(tokens_, at) ? Work::GoesOn : Work::None;
    }
    bool opens_range(std::size_t at) const {
        if (at < tokens_.size() && tokens_[at].is('(')) ++at;
        const auto from = from_words.match(tokens_, at);
        Moment moment;
        return from && (read_moment(tokens_, at + from, moment) > 0 ||
                        read_day_number(tokens_, at + from, moment) > 0);
    }

    // "đến", "từ nay đến hết"; "hết", "chậm nhất" end nothing.
    bool stands_until() const {
        static const Phrases from_now{"từ nay đến", "từ nay đến hết"};
        return until_words.match(tokens_, at_) > 0 || from_now.match(tokens_, at_) > 0;
    }
    bool follows_day() const {
        return !scan_.moments.empty() || (!scan_.rules.empty() && !scan_.rules.back().is_name());
    }

    void note_other() {
        if (other_begin_ == other_end_) other_begin_ = at_;
        session_ = session_ || sessions.match(tokens_, at_) > 0;
        if (scan_.not_a_time.empty())
            scan_.not_a_time = words_.slice(at_, at_ + length_of_false_time(tokens_, at_));
        other_end_ = ++at_;
        // "Trước kỳ họp tháng 7": the term hangs on something that has no day here.
        if (names_day_ahead()) return;
        if (bound_ == Bound::Before) scan_.unsupported = true;
        bound_ = Bound::None;
        range_ = false;
    }

    // "Trước ngày Quốc khánh 02/9/2026": what the day is called stands before it.
    bool names_day_ahead() const {
        constexpr std::size_t longest_name = 6;  // words
        const auto named = other_begin_ > 0 && day_word.match(tokens_, other_begin_ - 1) > 0;
        auto at = at_;
        while (at < tokens_.size() && tokens_[at].is_word() && at - other_begin_ < longest_name &&
               !day_word.match(tokens_, at))
            ++at;
        Moment moment;
        return named && read_moment(tokens_, at, moment) > 0 && moment.unit == Moment::Unit::Day;
    }
};

}  // namespace

PhraseScan scan_phrase(const Words& words) {
    return Scanner(words).take();
}

bool states_only_time(const Words& words) {
    return Scanner(words).states_only_time();
}

}  // namespace dondoc::language
