// SPDX-License-Identifier: Apache-2.0
// One walk over the tokens. What states a term is copied; a description is passed over up to where the term
// is resumed: behind a comma or "và", with a bound ("trước", "chậm nhất") or a word of result ("hoàn thành",
// "gửi") before its day. A bounded day that is passed over is kept, so that its row can be marked.
#include "language/deadline/phrase_parts.h"

#include <algorithm>
#include <chrono>

#include "language/deadline/brackets.h"
#include "language/deadline/clock_words.h"
#include "language/deadline/further_terms.h"
#include "language/deadline/period_words.h"
#include "language/deadline/phrase_scan.h"
#include "language/deadline/rule_words.h"
#include "language/deadline/scan_words.h"
#include "language/deadline/term_words.h"

namespace dondoc::language {
namespace {

const Phrases event_words{"khi",           "sau khi",       "ngay sau khi",   "ngay khi", "trước khi",
                          "đến khi",       "cho đến khi",   "kể từ khi",      "từ khi",   "trong trường hợp",
                          "nếu",           "sau thời điểm", "tính từ khi",    "đến lúc",  "sau ngày",
                          "ngay sau ngày", "ngay sau",      "trong quá trình"};
// What they are done with has its own time, whatever comes again in its name.
const Phrases together_words{"cùng thời điểm", "cùng với thời điểm", "đồng thời với", "cùng kỳ với"};
const Phrases instant_words{"ngày", "thời điểm", "lúc", "khi", "mốc"};
const Phrases surely_from{"kể từ", "tính từ", "tính kể từ", "bắt đầu kể từ"};
const Phrases signing_words{"ban hành", "ký", "ký ban hành", "được ban hành", "được ký"};
const Phrases document_itself{"kế hoạch này",     "văn bản này",  "quyết định này", "chỉ thị này",
                              "chương trình này", "công văn này", "kế hoạch"};
const Phrases as_assigned{"theo"};
const Phrases schedules{"tiến độ",  "thời gian",    "thời hạn",   "kế hoạch",  "lộ trình",  "yêu cầu",
                        "chỉ đạo",  "hướng dẫn",    "quy định",   "văn bản",   "phân công", "nhiệm vụ",
                        "lịch",     "nghị quyết",   "quyết định", "nghị định", "thông tư",  "luật",
                        "công văn", "đề án",        "thông báo",  "kết luận",  "chỉ thị",   "chương trình",
                        "phân kỳ",  "đúng tiến độ", "số",         "tình hình", "ý kiến",    "từng nhiệm vụ"};
// Which form is to be filled in says nothing of when.
const Phrases forms{"theo mẫu",
                    "theo biểu mẫu",
                    "theo đề cương",
                    "theo mẫu gửi kèm",
                    "theo mẫu kèm theo",
                    "theo biểu mẫu kèm theo",
                    "theo mẫu đính kèm",
                    "theo mẫu quy định",
                    "theo biểu mẫu quy định",
                    "theo đề cương gửi kèm",
                    "theo đề cương kèm theo"};
const Phrases form_number{"số"};
const Phrases purpose_words{"để",         "nhằm",         "phục vụ", "làm cơ sở",
                            "làm căn cứ", "chuẩn bị cho", "bảo đảm", "đảm bảo"};
const Phrases data_words{"số liệu",
                         "kỳ số liệu",
                         "dữ liệu",
                         "lấy số liệu",
                         "chốt số liệu",
                         "thời gian lấy số liệu",
                         "thời gian chốt số liệu",
                         "thời điểm chốt số liệu",
                         "thời điểm lấy số liệu",
                         "kỳ báo cáo",
                         "kỳ tính",
                         "tính đến",
                         "lũy kế",
                         "lũy kế đến",
                         "niên độ"};
const Phrases lunar_words{"âm lịch", "lịch âm", "tháng giêng", "tháng chạp", "rằm"};
const Phrases clause_joints{"và", "nhưng", "song", "đồng thời"};
const Phrases passed_over{"là", "vào", "trong", "chậm", "về", "cho", "tại", "phải", "được", "lúc", "vào lúc"};
const Phrases standing_words{"thường xuyên", "liên tục"};
const Phrases labels{"lần", "đợt", "kỳ"};

class Parter {
  public:
    explicit Parter(Words words) : words_(std::move(words)), tokens_(words_.tokens) {
        parts_.stated.text = words_.text;
    }

    PhraseParts take() {
        while (at_ < tokens_.size()) step();
        return std::move(parts_);
    }

  private:
    enum class Sign { Needed, Free };  // must a bound or a word of result stand before the day?

    void step() {
        if (opens_bracket(at_)) return pass_bracket();
        if (const auto count = lunar_words.match(tokens_, at_)) {
            parts_.lunar = words_.slice(at_, at_ + count);
            at_ += count;
            return;
        }
        if (keep_time()) return;
        if (const auto count = opens_data()) {
            parts_.data = true;
            return describe(count, Sign::Needed);
        }
        if (const auto count = opens_event()) {
            parts_.event = true;
            return describe(count, Sign::Free, true);
        }
        if (from_issue()) return;
        if (as_assigned.match(tokens_, at_)) return pass_theo();
        if (const auto count = purpose_words.match(tokens_, at_); count && has_time())
            return pass_purpose(count);
        keep(1);
    }

    // "Quý II để trình, quý III để ban hành" are two steps, and no stretch of time.
    void pass_purpose(std::size_t opening) {
        describe(opening, Sign::Free);
        if (at_ >= tokens_.size() || !tokens_[at_].is(',')) return;
        keep(1);
        parts_.stated.tokens.back().key = ";";
    }

    void keep(std::size_t count) {
        for (; count > 0; --count) parts_.stated.tokens.push_back(tokens_[at_++]);
    }

    // Whole, so that no word inside opens a description: "ngày 20 tháng cuối kỳ báo cáo".
    bool keep_time() {
        Period period;
        const bool behind_day = at_ > 0 && day_word.match(tokens_, at_ - 1);
        if (const auto count = behind_day ? 0 : read_period(tokens_, at_, period)) {
            keep(count);
            if (period.anchor == Period::Anchor::Event) {
                describe(0, Sign::Free, true);
                // Its "kể từ", "sau" must not stand last: "02 năm sau" alone is no period.
                if (at_ == tokens_.size()) push_comma(parts_.stated.tokens.back());
            }
            return true;
        }
        if (const auto count = read_hours(tokens_, at_)) {
            static const Phrases counted{"kể từ", "sau", "tính từ", "từ khi", "trước khi"};
            keep(count);
            if (counted.match(tokens_, at_)) {
                static const Phrases lead_in{"chậm",  "nhất", "sau", "trong", "vòng",
                                             "không", "quá",  "là",  "tối",   "đa"};
                parts_.event = true;
                auto& stated = parts_.stated.tokens;
                stated.resize(stated.size() - count);
                while (!stated.empty() && lead_in.match(stated, stated.size() - 1)) stated.pop_back();
                describe(0, Sign::Free);
            }
            return true;
        }
        std::vector<Rule> rules;
        if (const auto count = read_rules(tokens_, at_, rules)) return keep(count), true;
        Moment moment;
        if (const auto count = read_moment(tokens_, at_, moment)) return keep(count), true;
        return false;
    }

    std::size_t opens_data() const {
        const auto count = data_words.match(tokens_, at_);
        if (!count || before_words.match(tokens_, at_ + count)) return 0;
        return count;
    }

    bool names_date(std::size_t at) const {
        Moment moment;
        return read_moment(tokens_, at, moment) > 0;
    }
    bool time_stands(std::size_t at) const { return language::time_stands(tokens_, at); }

    // "kể từ ngày trúng đấu giá": an instant, and no day of the calendar.
    std::size_t opens_event() const {
        if (const auto count = together_words.match(tokens_, at_)) return names_date(at_ + count) ? 0 : count;
        const auto event = event_words.match(tokens_, at_);
        const bool is_issue =
            from_words.match(tokens_, at_) && opens_issue(at_ + event);  // "từ khi ký đến ..."
        if (event && !is_issue) {
            const bool names_day = day_word.match(tokens_, at_ + event - 1) > 0;
            return time_stands(at_ + event) || (names_day && time_stands(at_ + event - 1)) ? 0 : event;
        }
        const auto from = from_words.match(tokens_, at_);
        if (!from || time_stands(at_ + from)) return 0;
        const auto instant = instant_words.match(tokens_, at_ + from);
        const auto next = at_ + from + instant;
        if (next >= tokens_.size() || !tokens_[next].is_word() || time_stands(next)) return 0;
        if (!instant && !surely_from.match(tokens_, at_)) return 0;
        return opens_issue(next) ? 0 : from + instant;
    }

    std::size_t opens_issue(std::size_t at) const {
        const auto issue = signing_words.match(tokens_, at);
        if (!issue) return 0;
        const auto length = issue + document_itself.match(tokens_, at + issue);
        const auto end = at + length, until = until_words.match(tokens_, end);
        const bool ends = end >= tokens_.size() || !tokens_[end].is_word() ||
                          (until && (time_stands(end + until) || bounded_day(end + until)));
        return ends ? length : 0;
    }

    bool from_issue() {
        const auto from = from_words.match(tokens_, at_);
        if (!from) return false;
        const auto next = at_ + from + instant_words.match(tokens_, at_ + from);
        const auto issue = opens_issue(next);
        if (!issue) return false;
        at_ = next + issue;
        parts_.from_issue = !until_words.match(tokens_, at_);  // "từ ngày ký đến 30/6" has a day
        return true;
    }

    bool has_time() const {
        if (parts_.event) return true;
        const auto scan = scan_phrase(parts_.stated);
        return !scan.moments.empty() || !scan.rules.empty() || scan.period || scan.ongoing ||
               !scan.weekdays.empty();
    }

    void pass_theo() {
        if (const auto form = parts_.event || has_time() ? 0 : forms.match(tokens_, at_)) {
            at_ += form;
            at_ += form_number.match(tokens_, at_);
            if (at_ < tokens_.size() && tokens_[at_].is_number() && !names_date(at_)) ++at_;
            return;
        }
        static const Phrase next_one{"tiếp"};
        static const Phrase whole{"kế tiếp"};  // "năm kế tiếp theo quy định"
        const bool part_of_word =
            at_ > 0 && next_one.match(tokens_, at_ - 1) && (at_ < 2 || !whole.match(tokens_, at_ - 2));
        const auto noun = schedules.match(tokens_, at_ + 1);
        if (!part_of_word && (parts_.event || has_time())) {
            static const Phrases either{"hoặc", "hay"};  // "trước 20/5 hoặc theo yêu cầu của Bộ"
            parts_.assigned = parts_.assigned || (noun && at_ > 0 && either.match(tokens_, at_ - 1));
            return describe(1, Sign::Free);
        }
        if (part_of_word || !noun) return keep(1);
        parts_.assigned = true;
        describe(1 + noun, Sign::Free);
    }

    // What names a term beside its own words, or a day that is sent in, marks its row.
    void describe(std::size_t opening, Sign sign, bool is_event = false) {
        static const Phrases sent{"gửi", "nộp", "cung cấp"};
        const auto begin = at_;
        const bool is_sent = sign == Sign::Needed && begin > 0 && sent.match(tokens_, begin - 1) > 0;
        const auto body = begin + opening + (is_event && opening > 0 ? 1 : 0);
        bool day_inside = false;
        bool has_passed_time = false;
        at_ += opening;
        while (at_ < tokens_.size() && !resumes(sign)) {
            const bool told = has_passed_time || tokens_[at_ - 1].is(':');
            if (sign == Sign::Needed && told && late_day(at_)) break;
            day_inside = day_inside || (is_event && dates_event(tokens_, begin, at_)) ||
                         (sign == Sign::Needed ? told && names_further_day(tokens_, at_)
                          : opens_bracket(at_) ? names_any_time(inside(at_).tokens)
                                               : names_further_term(tokens_, begin, body, at_));
            Moment moment;
            if (const auto time = sign == Sign::Needed ? time_of_data(at_, moment) : 0) {
                day_inside = day_inside || (is_sent && moment.unit == Moment::Unit::Day && moment.day > 0);
                has_passed_time = true;
                at_ += time;
                continue;
            }
            at_ = opens_bracket(at_) ? end_of_bracket(at_) : at_ + length_in_description(tokens_, at_);
        }
        at_ = std::min(at_, tokens_.size());
        if (day_inside && parts_.day_inside.empty()) parts_.day_inside = words_.slice(begin, at_);
        if (at_ < tokens_.size() && tokens_[at_].is_word()) keep_separator();
    }

    // "quý II", "6 tháng": a period that data are from.
    std::size_t time_of_data(std::size_t at, Moment& moment) const {
        if (const auto time = read_moment(tokens_, at, moment)) return time;
        static const Phrases units{"tháng", "quý", "năm", "tuần"};
        const auto counted = at + (tokens_[at].is_number() ? 1 : 0);
        const auto unit = units.match(tokens_, counted);
        return unit ? counted + unit - at : 0;
    }

    // Between what stood before the description and what stands behind it.
    void keep_separator() { push_comma(tokens_[at_]); }
    void push_comma(Token comma) {
        comma.kind = Token::Kind::Mark;
        comma.key = ",";
        comma.end = comma.begin;
        parts_.stated.tokens.push_back(std::move(comma));
    }

    bool resumes(Sign sign) const {
        const auto& token = tokens_[at_];
        if (opens_bracket(at_)) return is_only_time(at_);
        if (token.kind == Token::Kind::Break || token.is(',') || token.is(';') || token.is('.') ||
            token.is('-'))
            return begins_term(at_ + 1, token.is('-') ? Sign::Needed : sign);
        if (const auto count = clause_joints.match(tokens_, at_))
            return begins_term(at_ + count, Sign::Needed);
        const auto result = result_words.match(tokens_, at_);
        return result && bounded_day(at_ + result);
    }

    bool begins_term(std::size_t at, Sign sign) const {
        bool signed_so = sign == Sign::Free;
        bool signs = false;
        at += clause_joints.match(tokens_, at);
        if (standing_words.match(tokens_, at)) return true;
        for (std::size_t count = 1; count > 0;) {
            std::vector<Rule> rules;
            if (signs && read_rules(tokens_, at, rules)) return true;
            count = std::max({result_words.match(tokens_, at), before_words.match(tokens_, at),
                              inclusive_words.match(tokens_, at)});
            if (count)
                signs = true;
            else
                count = passed_over.match(tokens_, at);
            at += count;
            if (at < tokens_.size() && tokens_[at].is(':')) ++at;
        }
        signed_so = signed_so || signs;
        return signed_so && time_stands(at) && (signs || !read_lone_rule(at));
    }

    // A rule or a lone number behind a comma is the event's own, unless something resumes the term.
    bool read_lone_rule(std::size_t at) const {
        Moment moment;
        return read_moment(tokens_, at, moment) == 0;
    }

    bool bounded_day(std::size_t at) const { return bounded_time(tokens_, at); }

    // "Số liệu tháng 6 trước ngày 05/7", "kỳ báo cáo: trước 15/6": no period of data has such a bound.
    bool late_day(std::size_t at) const {
        static const Phrases late{"chậm nhất", "muộn nhất", "không quá", "hạn chót", "không muộn hơn"};
        static const Phrases until{"đến", "tới"};
        if (until.match(tokens_, at - 1)) return false;  // "số liệu từ 01/01 đến trước 30/6"
        const auto bound = std::max(before_words.match(tokens_, at), late.match(tokens_, at));
        return bound && time_stands(at + bound + passed_over.match(tokens_, at + bound));
    }

    bool opens_bracket(std::size_t at) const { return language::opens_bracket(tokens_, at); }
    std::size_t end_of_bracket(std::size_t at) const { return language::end_of_bracket(tokens_, at); }
    Words inside(std::size_t open) const { return inside_bracket(words_, open); }
    bool is_only_time(std::size_t open) const { return states_only_time(inside(open)); }

    // Days in brackets state the term, "(15/3, 15/6)"; the number of a round says nothing; all else is a
    // remark.
    void pass_bracket() {
        const auto end = end_of_bracket(at_);
        const auto content = inside(at_);
        constexpr std::size_t longest_number = 4;  // "05 (không năm) ngày"
        const bool glosses_number = at_ > 0 &&
                                    (tokens_[at_ - 1].is_number() || end - at_ <= longest_number) &&
                                    end < tokens_.size() && tokens_[end].is_word() &&
                                    content.tokens.size() <= longest_number && states_unit(end);
        if (glosses_number || states_only_time(content) || says_nothing(content)) return keep(end - at_);
        for (std::size_t i = 0; i < content.tokens.size(); ++i)
            if (const auto count = lunar_words.match(content.tokens, i); count && !has_solar_day())
                parts_.lunar = content.slice(i, i + count);
        if (data_words.match(content.tokens, 0) && !says_more_than_data(content.tokens)) {
            at_ = end;
            return;
        }
        if (!has_time() && at_ == 0) return keep(1);  // all of it stands in brackets
        if (!parts_.remark.empty()) parts_.remark += " ... ";
        parts_.remark += content.slice(0, content.tokens.size());
        at_ = end;
    }

    bool states_unit(std::size_t at) const {
        static const Phrases units{"ngày", "tháng", "tuần", "năm", "quý"};
        return units.match(tokens_, at) > 0;
    }
    // "Ngày 18/4/2026 (ngày 02/3 âm lịch)": the day of the calendar is told as well.
    bool has_solar_day() const {
        const auto scan = scan_phrase(parts_.stated);
        return std::any_of(scan.moments.begin(), scan.moments.end(),
                           [](const BoundMoment& term) { return term.moment.year.has_value(); });
    }
    // "(hoàn thành)", "(lần 1)", "()"
    static bool says_nothing(const Words& content) {
        if (content.tokens.empty()) return true;
        const auto whole = content.tokens.size();
        if (result_words.match(content.tokens, 0) == whole) return true;
        const auto label = labels.match(content.tokens, 0);
        return label && whole - label <= 2;
    }

    Words words_;
    const std::vector<Token>& tokens_;
    PhraseParts parts_;
    std::size_t at_ = 0;
};

}  // namespace

PhraseParts part_phrase(Words words) {
    return Parter(std::move(words)).take();
}

}  // namespace dondoc::language
