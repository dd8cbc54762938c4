// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/headed_days.h"

#include <optional>

#include "language/deadline/occurrences.h"

namespace dondoc::language {
namespace {

bool names_a_day(const BoundMoment& term) {
    return term.moment.unit == Moment::Unit::Day;
}
bool is_bare_period(const BoundMoment& term) {
    return !names_a_day(term) && (term.bound == Bound::None || term.shares_bound) && !term.ends_range;
}
bool is_last_day(const BoundMoment& term) {
    return names_a_day(term) && (term.bound == Bound::Before || term.bound == Bound::By);
}

class HeaderPairs {
  public:
    HeaderPairs(const std::vector<BoundMoment>& moments, const std::vector<YearedSpan>& spans, Headers which)
        : moments_(moments), spans_(spans), which_(which) {}

    // Which of `at` and the one behind it only says of which period the other is.
    std::optional<std::size_t> header_at(std::size_t at) const {
        const auto& second = moments_[at + 1];
        const bool of_range = moments_[at].ends_range || second.ends_range ||
                              (at + 2 < moments_.size() && moments_[at + 2].ends_range);
        if (of_range) return std::nullopt;
        if (names_period(at) && (second.listed ? goes_before(at) : heads(at))) return at;
        if (names_a_day(moments_[at]) && names_period(at + 1) && !second.listed)
            return at + 1;  // "15/3 (quý I)"
        return std::nullopt;
    }

  private:
    bool names_period(std::size_t at) const {
        const bool years = moments_[at].moment.unit == Moment::Unit::Year;
        return is_bare_period(moments_[at]) && !(years && which_ == Headers::InsideYear);
    }
    // "Quý I: trước 15/3", "Năm 2026: quý II"
    bool heads(std::size_t at) const {
        return names_a_day(moments_[at + 1]) || lies_in(spans_[at + 1], spans_[at]);
    }
    // "Quý IV, trước 15/11", "báo cáo tháng 6, gửi trước 05/7", "trong quý I và hoàn thành trước 15/4"
    bool goes_before(std::size_t at) const {
        const auto& first = moments_[at];
        const auto& second = moments_[at + 1];
        const bool is_result = second.work >= Work::Reported;
        if (is_last_day(second) && lies_in(spans_[at + 1], spans_[at])) return true;
        if (is_last_day(second) && is_result && first.work == Work::Reported) return true;
        if (moments_.size() > 2 || !is_result) return false;
        const bool follows = spans_[at].days.first < spans_[at + 1].days.last;
        return follows && (is_last_day(second) ? first.work != Work::Done : first.work == Work::GoesOn);
    }

    const std::vector<BoundMoment>& moments_;
    const std::vector<YearedSpan>& spans_;
    const Headers which_;
};

// "Năm 2026: trước 30/6, trước 30/9; năm 2027: trước 31/3"
void hand_years_down(std::vector<BoundMoment>& moments) {
    for (std::size_t at = 0; at + 1 < moments.size(); ++at) {
        const auto& header = moments[at];
        if (!header.moment.year || header.moment.unit != Moment::Unit::Year || !is_bare_period(header))
            continue;
        if (moments[at + 1].listed || moments[at + 1].ends_range) continue;
        for (auto to = at + 1; to < moments.size() && !moments[to].moment.tells_year(); ++to)
            moments[to].moment.year = header.moment.year;
    }
}

// Of a day that names no year: the header's, or of what is reported the first that is not over.
int year_under(const BoundMoment& header, const YearedSpan& day, local_days issued) {
    const int year{date::year_month_day{day.days.first}.year()};
    return header.work == Work::Reported && day.days.last < issued ? year + 1 : year;
}

}  // namespace

bool drop_headers(std::vector<BoundMoment>& moments, local_days issued, Headers which) {
    if (moments.size() < 2) return false;
    auto dated = moments;
    hand_years_down(dated);
    const auto spans = spans_of(dated, issued);
    if (!spans) return false;
    const HeaderPairs pairs(moments, *spans, which);
    std::vector<BoundMoment> kept;
    std::size_t at = 0;
    while (at < moments.size()) {
        const auto header = at + 1 < moments.size() ? pairs.header_at(at) : std::nullopt;
        if (!header) {
            kept.push_back(dated[at++]);
            continue;
        }
        const auto day = *header == at ? at + 1 : at;
        auto term = moments[day];
        term.listed = moments[at].listed;
        if (moments[*header].moment.tells_year() && !term.moment.tells_year())
            term.moment.year = year_under(moments[*header], (*spans)[day], issued);
        kept.push_back(term);
        at += 2;
    }
    if (kept.size() == moments.size()) return false;
    moments = std::move(kept);
    return true;
}

}  // namespace dondoc::language
