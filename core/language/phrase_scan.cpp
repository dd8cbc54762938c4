#include "language/phrase_scan.h"

#include <algorithm>
#include <utility>

#include "language/period_words.h"
#include "language/rule_words.h"

namespace dondoc::language {
namespace {

const Phrases before_words{"trước", "xong trước", "trước thời điểm"};
const Phrases inclusive_words{
    "trước hoặc trong", "trước và trong", "chậm nhất",  "muộn nhất",     "không quá", "không muộn hơn",
    "không chậm hơn",   "không trễ hơn",  "hết",        "đến hết",       "đến",       "tới",
    "cho đến",          "cho tới",        "từ nay đến", "từ nay đến hết"};
const Phrases until_words{"đến", "đến hết", "tới", "cho đến", "tới hết"};
const Phrases from_words{"từ", "kể từ", "bắt đầu", "bắt đầu từ", "tính từ"};
const Phrases after_words{"sau", "không trước", "không sớm hơn", "sớm nhất"};
const Phrases open_end_words{"trở đi", "và các năm tiếp theo", "và những năm tiếp theo", "và các năm sau"};
const Phrases list_words{"và", "hoặc", "cùng"};
const Phrases or_word{"hoặc", "hay"};
const Phrases time_words{"tháng", "quý", "tuần", "tuần thứ", "quí", "thế kỷ"};
// Years that do not end with December, or that are told from another one.
const Phrases other_years{"năm học",   "năm tài chính", "năm ngân sách", "niên độ",   "niên khóa",
                          "năm trước", "năm sau",       "năm tới",       "quý trước", "quý sau"};
const Phrases ongoing_words{"thường xuyên",      "liên tục",          "hằng ngày",
                            "hàng ngày",         "hằng tuần",         "hàng tuần",
                            "định kỳ hằng tuần", "định kỳ hàng tuần", "hàng giờ"};
const Phrases event_words{"khi",       "sau khi",          "ngay sau khi", "ngay khi",
                          "trước khi", "đến khi",          "cho đến khi",  "kể từ khi",
                          "từ khi",    "trong trường hợp", "nếu"};
const Phrases assigned_words{"theo"};
const Phrases result_words{"hoàn thành", "xong", "kết thúc"};
const Phrases document_words{"kế hoạch", "quyết định", "nghị quyết", "nghị định",    "công văn",
                             "thông tư", "chỉ thị",    "văn bản",    "chương trình", "thông báo",
                             "luật",     "đề án",      "báo cáo",    "tờ trình",     "hướng dẫn"};
const Phrase number_word{"số"};
const Phrases hour_word{"h", "giờ", "g"};
const Phrases minute_word{"phút", "p"};
// Words that say nothing about which day it is.
const Phrases quiet_words{
    "hoàn thành",    "thực hiện", "xong",       "thời gian", "thời hạn", "hạn",     "hạn cuối",
    "hạn cuối cùng", "là",        "vào",        "trong",     "của",      "cả",      "suốt",
    "ngày",          "vào ngày",  "báo cáo",    "trình",     "ban hành", "gửi",     "kết thúc",
    "định kỳ",       "dự kiến",   "phải",       "nhất",      "và",       "cho",     "tại",
    "khoảng",        "thời điểm", "triển khai", "tổ chức",   "tối đa",   "toàn bộ", "cụ thể",
    "lần",           "một lần",   "các",        "quy định",  "tối thiểu"};

class Scanner {
  public:
    explicit Scanner(const Words& words) : words_(words), tokens_(words.tokens) {}

    PhraseScan take() {
        while (at_ < tokens_.size()) step();
        end_other();
        refuse_days_without_period();
        return std::move(scan_);
    }

  private:
    void step() {
        if (skip_document()) return;
        if (read_further_period() || read_period() || read_rule()) return;
        if (read_status()) return;
        if (read_time_of_day()) return;
        if (read_day() || read_day_alone()) return;
        if (accept(other_years)) {
            scan_.unsupported = true;
            return;
        }
        if (read_bound()) return;
        if (read_separator()) return;
        if (accept(quiet_words))
            restated_ = true;
        else
            note_other();
    }

    // A day that only belongs to a document's name: "Kế hoạch số 188/KH-UBND ngày 24/12/2022".
    bool skip_document() {
        const auto name = document_words.match(tokens_, at_);
        auto at = at_ + name;
        const auto says_number = number_word.match(tokens_, at);
        if (!name && !says_number) return false;
        at += says_number;
        if (at + 2 >= tokens_.size() || !tokens_[at].is_number()) return false;
        if (!tokens_[at + 1].is('/') && !tokens_[at + 1].is('-')) return false;
        while (at < tokens_.size() && (!tokens_[at].spaced || tokens_[at].is('/') || tokens_[at].is_number()))
            ++at;
        Moment moment;
        at += read_moment(tokens_, at, moment);
        end_other();
        at_ = at;
        return true;
    }

    bool read_period() {
        if (at_ > 0 && day_word.match(tokens_, at_ - 1)) return false;  // "ngày 15 năm sau" counts nothing
        Period period;
        const auto count = language::read_period(tokens_, at_, period);
        if (!count) return false;
        end_other();
        at_ += count;
        if (!scan_.period) scan_.period = period;
        if (period.anchor == Period::Anchor::Event) swallow_ = true;
        bound_ = Bound::None;
        return true;
    }

    bool read_rule() {
        std::vector<Rule> rules;
        const auto count = read_rules(tokens_, at_, rules);
        if (!count) return false;
        for (auto at = at_; at < at_ + count; ++at)  // "hằng tháng hoặc hằng quý"
            scan_.either = scan_.either || or_word.match(tokens_, at);
        take_rules(rules, count);
        return true;
    }

    // "Hằng quý (...), 6 tháng (...), năm (...)": only the first says "hằng".
    bool read_further_period() {
        Rule rule;
        if (!listed_ || scan_.rules.empty()) return false;
        const auto count = language::read_further_period(tokens_, at_, rule);
        if (count) take_rules({rule}, count);
        return count > 0;
    }

    bool read_day_alone() {
        Rule rule;
        const bool follows = (listed_ && !scan_.rules.empty() && !scan_.rules.back().is_name()) ||
                             (at_ > 0 && day_word.match(tokens_, at_ - 1));
        const auto count = language::read_day_alone(tokens_, at_, follows || bound_ != Bound::None, rule);
        if (!count || (swallow_ && bound_ == Bound::None && !result_)) return false;
        if (day_alone_.empty()) day_alone_ = words_.slice(at_, at_ + count);
        take_rules({rule}, count);
        return true;
    }

    void take_rules(const std::vector<Rule>& rules, std::size_t count) {
        const bool says_day = day_word.match(tokens_, at_);
        end_other();
        at_ += count;
        for (auto rule : rules) {
            const auto* previous = scan_.rules.empty() ? nullptr : &scan_.rules.back();
            if (!rule.is_name()) {
                rule.bound = clock_ && bound_ == Bound::Before ? Bound::By : bound_;
                if (previous && !previous->is_name()) {
                    rule.ends_range = range_;
                    scan_.either = scan_.either || either_;
                    // "Trước ngày 10 và 20 hằng tháng"
                    if (listed_ && bound_ == Bound::None && !says_day && !restated_)
                        rule.bound = previous->bound;
                }
            } else if (previous && either_) {
                scan_.either = true;
            }
            scan_.rules.push_back(rule);
        }
        bound_ = Bound::None;
        listed_ = either_ = range_ = clock_ = restated_ = false;
    }

    // "Ngày 20", "cuối tháng" and nothing that says of which period.
    void refuse_days_without_period() {
        auto& rules = scan_.rules;
        if (std::any_of(rules.begin(), rules.end(),
                        [](const Rule& rule) { return rule.every || rule.month; }))
            return;
        if (!day_alone_.empty() && scan_.not_a_time.empty())
            scan_.not_a_time = day_alone_;
        else if (!rules.empty())
            scan_.unsupported = true;
        rules.clear();
    }

    bool read_status() {
        if (accept(open_end_words)) {
            scan_.open_end = true;
        } else if (accept(ongoing_words)) {
            scan_.ongoing = true;
        } else if (accept(event_words)) {
            scan_.event = true;
            swallow_ = true;
        } else if (accept(assigned_words)) {
            scan_.assigned = true;
            swallow_ = true;
        } else {
            return false;
        }
        end_other();
        bound_ = Bound::None;
        return true;
    }

    // "17 giờ 00", "17h00'": only with a bound or a day beside it, so nothing is lost by stepping over it.
    bool read_time_of_day() {
        if (!tokens_[at_].is_number()) return false;
        const auto hour = hour_word.match(tokens_, at_ + 1);
        if (!hour) return false;
        at_ += 1 + hour;
        if (at_ < tokens_.size() && tokens_[at_].is_number()) ++at_;
        accept(minute_word);
        while (at_ < tokens_.size() &&
               (tokens_[at_].is('\'') || tokens_[at_].is(',') || tokens_[at_].is('-')))
            ++at_;
        clock_ = true;
        return true;
    }

    bool read_day() {
        BoundMoment term;
        const auto count = read_moment_here(term.moment);
        if (!count) return false;
        at_ += count;
        if (swallow_ && bound_ == Bound::None && !result_)
            return true;  // it belongs to the event's description
        end_other();
        const bool follows = !scan_.moments.empty();
        term.bound = bound_;
        term.listed = follows && listed_;
        term.ends_range = follows && range_;
        // "Trước ngày 15/6 và 15/12": the bound of the first holds for the second unless that says "ngày"
        // anew.
        if (follows && listed_ && bound_ == Bound::None && !term.moment.says_day && !restated_)
            term.bound = scan_.moments.back().bound;
        term.clock = clock_;
        // "Ngày 15 tháng 6 và tháng 12": the month's last day, or its 15th?
        if (term.listed && bound_ == Bound::None && !restated_ && term.moment.unit == Moment::Unit::Month &&
            scan_.moments.back().moment.says_day)
            scan_.either = true;
        scan_.moments.push_back(term);
        scan_.either = scan_.either || (follows && either_);
        bound_ = Bound::None;
        either_ = listed_ = range_ = clock_ = result_ = restated_ = false;
        return true;
    }

    std::size_t read_moment_here(Moment& moment) const {
        if (listed_ && !scan_.moments.empty())  // "tháng 6, 7 và 9/2023"
            if (const auto count = read_further(tokens_, at_, scan_.moments.back().moment.unit, moment))
                return count;
        if (const auto count = read_moment(tokens_, at_, moment)) return count;
        if (const auto count = read_day_number(moment)) return count;
        // "trong năm", "hết năm": of the document's year.
        if (at_ == 0 || !tokens_[at_ - 1].is_word() || !year_word.match(tokens_, at_)) return 0;
        if (at_ + 1 < tokens_.size() && (tokens_[at_ + 1].is_word() || tokens_[at_ + 1].is_number()))
            return 0;
        moment = {};
        moment.unit = Moment::Unit::Year;
        return 1;
    }

    // "01" in "từ ngày 01 đến ngày 15/6/2023": its month stands behind the next day.
    std::size_t read_day_number(Moment& moment) const {
        auto at = at_ + day_word.match(tokens_, at_);
        const int day = at < tokens_.size() ? small_number(tokens_[at]) : -1;
        if (day < 1 || day > 31) return 0;
        const auto end = ++at;
        if (at >= tokens_.size()) return 0;
        const auto until = until_words.match(tokens_, at);
        const auto joined = list_words.match(tokens_, at);
        at += until ? until : joined ? joined : tokens_[at].is('-') || tokens_[at].is(',') ? 1 : 0;
        Moment next;
        if (at == end || !read_moment(tokens_, at, next) || next.unit != Moment::Unit::Day) return 0;
        const bool says_day = end - at_ == 2;
        moment = next;
        moment.day = day;
        moment.says_day = says_day;
        return end - at_;
    }

    bool read_bound() {
        if (!swallow_ && accept(after_words)) {
            scan_.unsupported = true;
        } else if (follows_day() && !listed_ && until_words.match(tokens_, at_)) {
            accept(until_words);
            range_ = true;
        } else if (accept(inclusive_words)) {
            bound_ = Bound::By;
        } else if (accept(before_words)) {
            bound_ = Bound::Before;
        } else if (accept(from_words)) {
            bound_ = Bound::From;
        } else if (swallow_ && accept(result_words)) {
            result_ = true;
        } else {
            return false;
        }
        end_other();
        return true;
    }

    bool read_separator() {
        const auto& token = tokens_[at_];
        if (token.kind == Token::Kind::Break || token.kind == Token::Kind::Mark) {
            end_other();
            if (token.is('-') && follows_day() && !listed_)
                range_ = true;
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

    bool follows_day() const {
        return !scan_.moments.empty() || (!scan_.rules.empty() && !scan_.rules.back().is_name());
    }

    void note_other() {
        if (other_begin_ == other_end_) other_begin_ = at_;
        note_time();
        other_end_ = ++at_;
        // "Trước kỳ họp tháng 7": the term hangs on something that has no day here.
        if (bound_ == Bound::Before && !swallow_) scan_.unsupported = true;
        bound_ = Bound::None;
        range_ = false;
    }

    static bool is_roman(const Token& token) {
        return token.is_word() && token.upper && token.key.find_first_not_of("ivx") == std::string::npos;
    }

    // "02 lần", "100%": no part of a date.
    bool counts_things() const {
        if (at_ + 1 >= tokens_.size()) return false;
        const auto& next = tokens_[at_ + 1];
        return next.is('%') || (next.is_word() && next.spaced && !time_words.match(tokens_, at_ + 1) &&
                                !day_word.match(tokens_, at_ + 1) && !year_word.match(tokens_, at_ + 1));
    }

    // What looks like a time and is none must not leave the rest of the phrase to be read as if it stood
    // alone: "tháng 13/2023" is not the year 2023.
    void note_time() {
        if (swallow_ || !scan_.not_a_time.empty()) return;
        const auto word = time_words.match(tokens_, at_);
        if (!word && !is_roman(tokens_[at_]) && (!tokens_[at_].is_number() || counts_things())) return;
        auto end = at_ + std::max<std::size_t>(1, word);
        const auto unit = word ? 0 : time_words.match(tokens_, end);  // "6 tháng đầu"
        if (unit && end + unit < tokens_.size() && tokens_[end + unit].is_word()) end += unit + 1;
        if (word && end < tokens_.size() && !tokens_[end].is_number() && tokens_[end].is_word()) ++end;
        while (end < tokens_.size() && (tokens_[end].is_number() || tokens_[end].is('/') ||
                                        tokens_[end].is('-') || tokens_[end].is('.')))
            ++end;
        while (end > at_ + 1 && tokens_[end - 1].kind == Token::Kind::Mark) --end;
        scan_.not_a_time = words_.slice(at_, end);
    }

    void end_other() {
        if (other_begin_ < other_end_ && !swallow_) {
            if (!scan_.other.empty()) scan_.other += " ... ";
            scan_.other += words_.slice(other_begin_, other_end_);
        }
        other_begin_ = other_end_ = 0;
    }

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
    std::string day_alone_;  // the first "ngày 20" that names no month
    bool listed_ = false;    // a separator was met since the last moment
    bool either_ = false;    // "hoặc" was met since the last moment
    bool range_ = false;     // "đến" or "-" was met since the last moment
    bool restated_ = false;  // "hoàn thành" and the like since the last moment: its bound does not carry on
    bool clock_ = false;     // a time of day was met
    bool swallow_ = false;   // inside the description of an event: its words and days mean nothing here
    bool result_ = false;    // "hoàn thành" after such a description: what follows counts again
};

}  // namespace

PhraseScan scan_phrase(const Words& words) {
    return Scanner(words).take();
}

}  // namespace dondoc::language
