// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/deadline_reader.h"

#include <algorithm>
#include <string>

#include "language/deadline/headed_days.h"
#include "language/deadline/literal_check.h"
#include "language/deadline/moment_terms.h"
#include "language/deadline/occurrences.h"
#include "language/deadline/period_end.h"
#include "language/deadline/phrase_parts.h"
#include "language/deadline/phrase_scan.h"
#include "language/deadline/recurrence.h"
#include "language/deadline/scan_slips.h"
#include "language/words/glued_words.h"
#include "language/words/normalize.h"

namespace dondoc::language {
namespace {

constexpr std::size_t longest_phrase = 2000;  // bytes; the longest known has about 120

class Interpreter : public MomentTerms {
  public:
    Interpreter(std::string phrase, const ReadingContext& context, PhraseParts parts)
        : MomentTerms(std::move(phrase), context, scan_phrase(parts.stated)), parts_(std::move(parts)) {}

    DeadlineReading take() {
        if (!parts_.lunar.empty())
            refuse({"deadline.lunar", {parts_.lunar}});
        else if (names_no_time())
            refuse({"deadline.not_a_time", {scan_.not_a_time, reading_.deadline.phrase}});
        else if (scan_.either)
            refuse({"deadline.which", {reading_.deadline.phrase}});
        else if (scan_.unsupported)
            unread();
        else
            read();
        if (is_read()) say_doubts();
        return std::move(reading_);
    }

  private:
    void read() {
        if (reports_of_days()) {
            scan_.rules.clear();
            for (std::size_t i = 1; i < scan_.moments.size(); ++i) scan_.moments[i].listed = true;
        }
        const bool has_days = !scan_.moments.empty() && !(scan_.ongoing && only_spans());
        if (scan_.other_year && !has_bounded_day())
            unread();
        else if (scan_.period && !lasts_between_days())
            read_period();
        else if (!scan_.weekdays.empty())
            read_weekly();
        else if (!scan_.rules.empty())
            read_rules();
        else if (has_days)
            read_moments();
        else if (scan_.ongoing || !scan_.times.empty())
            set(Ongoing{}, {"deadline.ongoing", {}});
        else if (parts_.event)
            set(OnEvent{}, {"deadline.event", {}});
        else if (parts_.assigned)
            set(AsAssigned{}, {"deadline.as_assigned", {}});
        else if (parts_.from_issue)
            set(From{context_.issued}, {"deadline.from", {spoken_day(context_.issued)}});
        else if (parts_.data)
            refuse({"deadline.only_data", {reading_.deadline.phrase}});
        else
            unread();
    }

    // "Báo cáo 9 tháng trước 08/10/2026": whose day names its year comes once.
    bool reports_of_days() const {
        const bool all_reported = std::all_of(scan_.rules.begin(), scan_.rules.end(),
                                              [](const Rule& rule) { return rule.only_reported; });
        const bool all_dated =
            std::all_of(scan_.moments.begin(), scan_.moments.end(), [](const BoundMoment& term) {
                return term.moment.unit == Moment::Unit::Day && term.moment.year && !term.ends_range &&
                       (term.bound == Bound::Before || term.bound == Bound::By);
            });
        return !scan_.moments.empty() && scan_.moments.size() == scan_.rules.size() && all_reported &&
               all_dated;
    }

    // "03 tháng (từ 01/4 đến 30/6)": the last day is told.
    bool lasts_between_days() const {
        return scan_.period->anchor == Period::Anchor::None && scan_.rules.empty() &&
               scan_.moments.size() == 2 && scan_.moments[1].ends_range;
    }

    // Beside a school year only a day that the phrase bounds is its term: "Năm học 2026-2027, trước
    // 28/5/2027".
    bool has_bounded_day() const {
        return std::any_of(scan_.moments.begin(), scan_.moments.end(), [](const BoundMoment& term) {
            return term.bound != Bound::None || term.restated || term.moment.unit == Moment::Unit::Day;
        });
    }

    // What was passed over, or could be meant in another way.
    void say_doubts() {
        const auto days = due_days(reading_.deadline.term);
        const bool waits = scan_.ongoing || parts_.event || parts_.assigned || parts_.from_issue;
        if (waits && !days.empty() && !scan_.period &&
            !std::holds_alternative<Recurring>(reading_.deadline.term))
            problem({"deadline.day_taken", {}});
        if (parts_.event && std::holds_alternative<Recurring>(reading_.deadline.term))
            problem({"deadline.day_taken", {}});
        if (scan_.often && std::holds_alternative<Recurring>(reading_.deadline.term) &&
            scan_.weekdays.empty())
            problem({"deadline.day_taken", {}});
        if (scan_.later_years && !scan_.rules.empty()) add_once({"deadline.check_period", {}});
        const bool names_more =
            scan_.further_period || !scan_.moments.empty() || !scan_.rules.empty() || !scan_.weekdays.empty();
        if (scan_.period && names_more) problem({"deadline.beside_period", {}});
        if (!scan_.times.empty()) problem({"deadline.times", {scan_.times}});
        if (scan_.bound_in_doubt) add_once({"deadline.check_bound", {}});
        if (scan_.clock && days.empty()) problem({"deadline.hour_alone", {clock_text(*scan_.clock)}});
        if (!scan_.other.empty()) problem({"deadline.other_words", {scan_.other}});
        if (!parts_.remark.empty()) problem({"deadline.remark", {parts_.remark}});
        if (!parts_.day_inside.empty()) problem({"deadline.day_inside", {parts_.day_inside}});
        check_weekdays();
        warn_if_passed();
    }

    void check_weekdays() {
        const auto spans = spans_of(scan_.moments, context_.issued);
        for (std::size_t i = 0; spans && i < scan_.moments.size(); ++i) {
            const auto& term = scan_.moments[i];
            const auto day = (*spans)[i].days.last;
            if (term.weekday && static_cast<int>(date::weekday{day}.iso_encoding()) != *term.weekday)
                problem({"deadline.other_weekday", {spoken_day(day)}});
        }
    }

    // A number beside a standing duty or an event ("đạt 100%") takes nothing from it.
    bool names_no_time() const {
        if (!scan_.moments.empty() || !scan_.rules.empty() || scan_.period) return !scan_.not_a_time.empty();
        if (scan_.ongoing || parts_.event || parts_.assigned) return false;
        // A lone "tháng" in a phrase that nothing else was read from is only not understood.
        return scan_.not_a_time.find_first_of("0123456789 ") != std::string::npos;
    }
    // "Thường xuyên trong năm 2023" is a standing duty; "thường xuyên, báo cáo trước 15/12" has a day.
    bool only_spans() const {
        return std::all_of(scan_.moments.begin(), scan_.moments.end(), [](const BoundMoment& term) {
            return term.moment.unit != Moment::Unit::Day && term.bound != Bound::Before &&
                   term.bound != Bound::By && term.work != Work::Done && !term.restated;
        });
    }

    void read_period() {
        const auto& period = *scan_.period;
        if (period.anchor == Period::Anchor::None) {
            unread();
            reading_.problems.back() = {"deadline.no_start", {reading_.deadline.phrase}};
            return;
        }
        if (period.anchor == Period::Anchor::Event && !context_.event) {
            set(OnEvent{}, {"deadline.period_from_event", {}});
            return;
        }
        local_days from = period.anchor == Period::Anchor::Event ? context_.event.value() : context_.issued;
        if (period.anchor == Period::Anchor::Moment) {
            std::vector<BoundMoment> anchor{{.moment = period.from}};
            const auto spans = spans_of(anchor, context_.issued);
            if (!spans) return no_such_day(period.from);
            from = spans->front().days.last;
        }
        const auto end = end_of_period(period, from, context_.calendar);
        if (!end) return unread();
        set(end->due, end->reason);
        for (const auto& message : end->problems) problem(message);
    }

    void read_rules() {
        for (const auto& term : scan_.moments)
            if (!exists(term.moment)) return no_such_day(term.moment);
        if (drop_headers(scan_.moments, context_.issued, Headers::InsideYear)) say_header();
        auto found = recurrence_of(scan_, context_.issued);
        if (!found.refusal.empty()) return refuse({found.refusal, {reading_.deadline.phrase}});
        for (auto& message : found.problems) problem(std::move(message));
        take_clock(scan_.clock);
        set_recurring(std::move(found.days), std::move(found.repetition));
    }

    // "Trước 16h00 thứ Tư hằng tuần": up to the end of the document's year, as other rules.
    void read_weekly() {
        if (!scan_.moments.empty() || !scan_.rules.empty()) return unread();
        Repetition repetition;
        for (const auto& of_week : scan_.weekdays) {
            constexpr int days_in_week = 7;
            const int day_before = (of_week.weekday + days_in_week - 2) % days_in_week + 1;
            repetition.weekdays.push_back(of_week.bound == Bound::Before ? day_before : of_week.weekday);
        }
        const auto horizon = horizon_of({}, context_.issued);
        take_clock(scan_.clock);
        set_recurring(days_between(repetition, horizon.first, horizon.last), repetition);
    }

    void warn_if_passed() {
        if (std::holds_alternative<Recurring>(reading_.deadline.term)) return;
        const auto days = due_days(reading_.deadline.term);
        if (days.empty()) return;
        if (days.back() < context_.issued)
            problem({"deadline.passed", {spoken_day(days.back()), spoken_day(context_.issued)}});
        constexpr date::days farthest{30 * 366};  // "30/6/2062" is a slip
        if (days.back() - context_.issued > farthest)
            problem({"deadline.far", {spoken_day(days.back()), spoken_day(context_.issued)}});
    }

    PhraseParts parts_;
};

}  // namespace

DeadlineReading read_deadline(std::string_view phrase, const ReadingContext& context) {
    auto text = normalize(phrase.substr(0, longest_phrase + 1));
    const bool too_long = text.size() > longest_phrase;
    if (fold(text).find_first_not_of(" -.…") == std::string::npos)
        return {{Unread{}, std::move(text), {"deadline.not_read", {}}}, {{"deadline.missing", {}}}};
    if (too_long) {
        text.resize(80);
        text = normalize(text) + "…";
        return {{Unread{}, text, {"deadline.not_read", {}}}, {{"deadline.unread", {text}}}};
    }
    const auto mended = mend_scan_slips(phrase);
    auto parts = part_phrase(split_words(part_glued_words(mended.phrase)));
    auto reading = Interpreter(std::move(text), context, std::move(parts)).take();
    const bool in_doubt = !reading.problems.empty();
    if (!in_doubt && !accounts_for_literals(mended.phrase, reading.deadline, context.issued))
        reading.problems.push_back({"deadline.cross_check", {}});
    for (const auto& slip : mended.slips)
        reading.problems.push_back({"deadline.scan_slip", {slip.written, slip.taken}});
    return reading;
}

}  // namespace dondoc::language
