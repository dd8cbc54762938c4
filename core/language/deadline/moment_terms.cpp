// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/moment_terms.h"

#include <algorithm>

#include "language/deadline/headed_days.h"

namespace dondoc::language {
namespace {

bool is_whole_year(const Moment& moment) {
    return moment.unit == Moment::Unit::Year;
}

}  // namespace

void MomentTerms::no_such_day(const Moment& moment) {
    std::string day = std::to_string(moment.day) + "/" + std::to_string(moment.first);
    if (moment.year) day += "/" + std::to_string(*moment.year);
    set(Unread{}, {"deadline.not_read", {}});
    problem({"deadline.no_such_day", {day}});
}

const Moment& MomentTerms::missing_day() const {
    for (const auto& term : scan_.moments)
        if (!exists(term.moment)) return term.moment;
    return scan_.moments.front().moment;
}

void MomentTerms::say_header() {
    const auto spans = spans_of(scan_.moments, context_.issued);
    if (scan_.moments.size() > 1 || !spans) return problem({"deadline.headed", {}});
    problem({"deadline.several", {spoken_day(due_of(scan_.moments.front(), spans->front()))}});
}

void MomentTerms::read_moments() {
    if (const auto periods = periods_of_each_year()) return read_each_year(periods);
    const bool headed = drop_headers(scan_.moments, context_.issued, Headers::Any);
    const auto found = spans_of(scan_.moments, context_.issued);
    if (!found) return no_such_day(missing_day());
    const auto& spans = *found;
    if (headed) say_header();
    if (std::any_of(spans.begin(), spans.end(), [](const YearedSpan& span) { return span.next_year; }))
        problem({"deadline.year_assumed", {spoken_day(spans.front().days.last)}});
    if (scan_.open_end) {  // "năm 2026, 2027 và các năm tiếp theo"
        if (names_last_day()) return unread();
        const bool of_years = std::ranges::all_of(
            scan_.moments, [](const BoundMoment& term) { return is_whole_year(term.moment); });
        if (scan_.later_years && !of_years)
            add_once({"deadline.check_period", {}});  // "15/3/2026 và các năm sau"
        return read_from(spans.front());
    }
    if (spans.size() == 1) return read_one(scan_.moments.front(), spans.front());
    if (is_window(spans)) {
        const auto start = spans.size() == 2 ? std::optional{spans[0].days.first} : std::nullopt;
        return set_due(scan_.moments.back(), spans.back(), start);
    }
    if (spans.size() == 2 && is_range()) return read_range(spans);
    if (std::any_of(scan_.moments.begin(), scan_.moments.end(),
                    [](const BoundMoment& term) { return term.ends_range || term.bound == Bound::From; }))
        return unread();
    const bool listed = std::any_of(scan_.moments.begin() + 1, scan_.moments.end(),
                                    [](const BoundMoment& term) { return term.listed; });
    if (!listed || (spans.size() == 2 && (lies_in(spans[0], spans[1]) || lies_in(spans[1], spans[0]))))
        return read_nested(spans);
    read_list(spans);
}

std::size_t MomentTerms::periods_of_each_year() const {
    const auto& terms = scan_.moments;
    const auto is_period = [](const BoundMoment& term) {
        return !is_whole_year(term.moment) && !term.moment.tells_year() && term.bound != Bound::From &&
               !term.ends_range;
    };
    const auto years = std::find_if_not(terms.begin(), terms.end(), is_period);
    const bool are_years = std::all_of(years, terms.end(), [](const BoundMoment& term) {
        return is_whole_year(term.moment) && term.moment.year && term.bound == Bound::None &&
               !term.restated && !term.ends_range && term.moment.part == Moment::Part::Whole;
    });
    const auto count = terms.end() - years;
    const bool several = count > 1 || (count == 1 && years->moment.first_year);
    if (count > 0 && years->listed) return 0;  // "quý IV và các năm 2027, 2028"
    return are_years && several && !scan_.open_end ? static_cast<std::size_t>(years - terms.begin()) : 0;
}

void MomentTerms::read_each_year(std::size_t periods) {
    std::vector<local_days> days;
    for (std::size_t i = periods; i < scan_.moments.size(); ++i) {
        const auto& years = scan_.moments[i].moment;
        if (years.first_year) add_once({"deadline.years_of_period", {}});
        for (int year = years.first_year.value_or(*years.year); year <= *years.year; ++year)
            for (std::size_t period = 0; period < periods; ++period) {
                const auto& term = scan_.moments[period];
                const auto span = days_of(term.moment, year);
                if (!span) return no_such_day(term.moment);
                days.push_back(due_of(term, {*span, false}));
            }
    }
    take_clock(scan_.moments.front().clock);
    set_recurring(std::move(days));
}

bool MomentTerms::names_last_day() const {
    return std::any_of(scan_.moments.begin(), scan_.moments.end(), [](const BoundMoment& term) {
        return term.bound == Bound::Before || term.bound == Bound::By;
    });
}

bool MomentTerms::is_window(const Spans& spans) const {
    const auto& terms = scan_.moments;
    const auto& last = terms.back();
    const bool from_a_day = spans.size() == 2 && terms[0].bound == Bound::From && !last.ends_range;
    const bool after_range = spans.size() == 3 && terms[1].ends_range;
    const bool is_result =
        last.bound != Bound::From && (last.restated || (from_a_day && last.bound != Bound::None));
    return (from_a_day || after_range) && is_result && due_of(last, spans.back()) >= spans[0].days.first;
}

bool MomentTerms::is_range() const {
    const auto& first = scan_.moments[0];
    const auto& second = scan_.moments[1];
    if (second.ends_range) return true;
    if (second.apart) return false;
    const bool next_year =
        second.moment.years_on == 1 || (first.moment.year && second.moment.year == *first.moment.year + 1);
    if (second.listed && is_whole_year(first.moment) && next_year && is_whole_year(second.moment) &&
        first.bound == Bound::None && second.bound == Bound::None &&
        first.moment.part == Moment::Part::Whole && second.moment.part == Moment::Part::Whole)
        return true;
    // "6 tháng đầu năm, 6 tháng cuối năm"; "quý II trình, quý III ban hành" are two steps.
    if (first.moment.is_run() && second.moment.is_run()) return false;
    return second.listed && !second.restated && first.bound == Bound::None && second.bound == Bound::None &&
           first.moment.unit == second.moment.unit && first.moment.unit != Moment::Unit::Day &&
           first.moment.part == Moment::Part::Whole && second.moment.part == Moment::Part::Whole &&
           second.moment.first == first.moment.last + 1;
}

void MomentTerms::read_one(const BoundMoment& term, const YearedSpan& span) {
    if (term.bound == Bound::From && !term.moment.is_run()) return read_from(span);
    if (term.bound == Bound::Before && term.moment.is_run() && !is_whole_year(term.moment))
        return refuse({"deadline.which", {reading_.deadline.phrase}});  // "trước tháng 6 - 7"
    if (term.moment.part != Moment::Part::Whole && term.moment.unit == Moment::Unit::Quarter &&
        term.moment.part != Moment::Part::End)
        problem({"deadline.part_of_quarter", {spoken_day(span.days.last)}});
    set_due(term, span, std::nullopt);
}

void MomentTerms::read_range(const Spans& spans) {
    if (spans[1].days.last < spans[0].days.first) return unread();
    if (scan_.moments[0].bound == Bound::Before)  // "trước ngày 15 - 20/3": before which of them?
        return refuse({"deadline.which", {reading_.deadline.phrase}});
    // "Từ tháng 11 đến tháng 4" of a document of February: of which winter?
    const bool no_year = !scan_.moments[0].moment.tells_year() && !scan_.moments[1].moment.tells_year();
    const auto year_of = [](local_days day) { return date::year_month_day{day}.year(); };
    if (no_year && year_of(spans[0].days.first) < year_of(context_.issued))
        problem({"deadline.year_assumed", {spoken_day(spans[1].days.last)}});
    // "20/3 - 15/3/2026": a year less five days, or two figures that changed places?
    constexpr date::days doubtful{300};
    const auto& first = scan_.moments[0].moment;
    const auto& second = scan_.moments[1];
    if (first.unit == Moment::Unit::Day && !first.tells_year() &&
        spans[1].days.last - spans[0].days.first > doubtful)
        problem({"deadline.long_stretch", {spoken_day(spans[0].days.first), spoken_day(spans[1].days.last)}});
    // "Quý III/2026 - 2027"
    if (second.behind_dash && is_whole_year(second.moment) && !is_whole_year(first))
        problem({"deadline.years_of_period", {}});
    set_due(second, spans[1], spans[0].days.first);
}

void MomentTerms::read_nested(const Spans& spans) {
    std::size_t narrowest = 0;
    for (std::size_t i = 1; i < spans.size(); ++i)
        if (length(spans[i]) < length(spans[narrowest])) narrowest = i;
    for (std::size_t i = 0; i < spans.size(); ++i)  // "30/6/2023 30/9/2023"
        if (i != narrowest && length(spans[i]) == length(spans[narrowest]) &&
            spans[i].days.first != spans[narrowest].days.first)
            return refuse({"deadline.which", {reading_.deadline.phrase}});
    set_due(scan_.moments[narrowest], spans[narrowest], std::nullopt);
    problem({"deadline.several", {spoken_day(due_of(scan_.moments[narrowest], spans[narrowest]))}});
}

void MomentTerms::read_list(const Spans& spans) {
    doubt_list(spans);
    std::vector<local_days> days;
    for (std::size_t i = 0; i < spans.size(); ++i) days.push_back(due_of(scan_.moments[i], spans[i]));
    take_list_clock();
    set_recurring(std::move(days));
}

void MomentTerms::doubt_list(const Spans& spans) {
    const auto& terms = scan_.moments;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].moment.tells_year()) continue;
        const bool later = i + 1 < terms.size() && spans[i].days.first > spans[i + 1].days.first &&
                           terms[i].moment.unit == terms[i + 1].moment.unit;
        if (later)  // "15/12, 15/6"
            add_once({"deadline.year_assumed", {spoken_day(spans[i].days.last)}});
        else if (terms[i].moment.unit == Moment::Unit::Day && due_of(terms[i], spans[i]) < context_.issued)
            add_once({"deadline.passed", {spoken_day(spans[i].days.last), spoken_day(context_.issued)}});
    }
    for (std::size_t i = 1; i < terms.size(); ++i) {
        const auto& first = terms[i - 1];
        const auto& second = terms[i];
        const bool first_is_period = first.moment.unit != Moment::Unit::Day &&
                                     (first.bound == Bound::None || first.bound == Bound::By);
        const bool second_is_bounded = second.moment.unit == Moment::Unit::Day && second.bound != Bound::None;
        // "Trong quý I, trước ngày 15/4", "hết quý I, chậm nhất 05/4": two terms, or one?
        if (terms.size() == 2 && first_is_period && second_is_bounded && first.work != Work::Done)
            add_once({"deadline.all_taken", {}});
        // "Dự kiến 15/3, chậm nhất 30/3": one term with its last day, or two?
        if (terms.size() == 2 && second.bound == Bound::By && !second.shares_bound && !second.restated &&
            first.bound != Bound::By && spans[i - 1].days.last < spans[i].days.last)
            add_once({"deadline.all_taken", {}});
        // "Cuối tháng 8, đầu tháng 9": two terms, or the days around the turn of the month?
        if (second.moment.part == Moment::Part::Start &&
            spans[i - 1].days.last + date::days{1} == spans[i].days.first)
            add_once({"deadline.all_taken", {}});
        // "Tháng 6/2026, 2027": that month of both years?
        if (is_whole_year(second.moment) && second.bound == Bound::None && !second.restated &&
            !is_whole_year(first.moment))
            add_once({"deadline.years_of_period", {}});
    }
}

}  // namespace dondoc::language
