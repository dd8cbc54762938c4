#include "language/deadline_reader.h"

#include <algorithm>
#include <string>

#include "language/glued_words.h"
#include "language/normalize.h"
#include "language/occurrences.h"
#include "language/period_end.h"
#include "language/phrase_scan.h"
#include "language/recurrence.h"
#include "language/scan_slips.h"

namespace dondoc::language {
namespace {

constexpr std::size_t longest_phrase = 2000;  // bytes; the longest known has about 120

class Interpreter {
  public:
    Interpreter(std::string phrase, const ReadingContext& context, PhraseScan scan)
        : context_(context), scan_(std::move(scan)) {
        reading_.deadline.phrase = std::move(phrase);
    }

    DeadlineReading take() {
        if (names_no_time())
            refuse({"deadline.not_a_time", {scan_.not_a_time, reading_.deadline.phrase}});
        else if (scan_.either)
            refuse({"deadline.which", {reading_.deadline.phrase}});
        else if (scan_.unsupported)
            unread();
        else if (scan_.period)
            read_period();
        else if (!scan_.rules.empty())
            read_rules();
        else if (!scan_.moments.empty() && !(scan_.ongoing && only_spans())) {
            read_moments();
            if (is_read() && (scan_.ongoing || scan_.event)) problem({"deadline.day_taken", {}});
        } else if (scan_.ongoing)
            set(Ongoing{}, {"deadline.ongoing", {}});
        else if (scan_.event)
            set(OnEvent{}, {"deadline.event", {}});
        else if (scan_.assigned)
            set(AsAssigned{}, {"deadline.as_assigned", {}});
        else
            unread();
        if (is_read()) {
            if (!scan_.other.empty()) problem({"deadline.other_words", {scan_.other}});
            warn_if_passed();
        }
        return std::move(reading_);
    }

  private:
    void set(Term term, Message reason) {
        reading_.deadline.term = std::move(term);
        reading_.deadline.reason = std::move(reason);
    }
    void problem(Message message) { reading_.problems.push_back(std::move(message)); }
    bool is_read() const { return !std::holds_alternative<Unread>(reading_.deadline.term); }

    void refuse(Message message) {
        set(Unread{}, {"deadline.not_read", {}});
        problem(std::move(message));
    }
    void unread() { refuse({"deadline.unread", {reading_.deadline.phrase}}); }
    // A number beside a standing duty or an event ("đạt 100%") takes nothing from it.
    bool names_no_time() const {
        if (!scan_.moments.empty() || !scan_.rules.empty() || scan_.period) return !scan_.not_a_time.empty();
        if (scan_.ongoing || scan_.event || scan_.assigned) return false;
        // A lone "tháng" in a phrase that nothing else was read from is only not understood.
        return scan_.not_a_time.find_first_of("0123456789 ") != std::string::npos;
    }
    void no_such_day(const Moment& moment) {
        std::string day = std::to_string(moment.day) + "/" + std::to_string(moment.first);
        if (moment.year) day += "/" + std::to_string(*moment.year);
        set(Unread{}, {"deadline.not_read", {}});
        problem({"deadline.no_such_day", {day}});
    }

    // "Thường xuyên trong năm 2023" is a standing duty; "thường xuyên, báo cáo trước 15/12" has a day.
    bool only_spans() const {
        return std::all_of(scan_.moments.begin(), scan_.moments.end(), [](const BoundMoment& term) {
            return term.moment.unit != Moment::Unit::Day && term.bound != Bound::Before &&
                   term.bound != Bound::By;
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
            std::vector<BoundMoment> anchor{{Bound::None, period.from, false, false, false}};
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
        auto found = recurrence_of(scan_, context_.issued);
        if (!found.refusal.empty()) return refuse({found.refusal, {reading_.deadline.phrase}});
        for (auto& message : found.problems) problem(std::move(message));
        set_recurring(std::move(found.days));
    }

    void set_recurring(std::vector<local_days> days) {
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        const auto first_open = std::lower_bound(days.begin(), days.end(), context_.issued);
        if (first_open == days.end()) {
            unread();
            reading_.problems.back() = {"deadline.all_passed", {spoken_day(context_.issued)}};
            return;
        }
        days.erase(days.begin(), first_open);
        std::string list;
        for (const auto day : days) list += (list.empty() ? "" : ", ") + spoken_day(day);
        set(Recurring{std::move(days)}, {"deadline.recurring", {list}});
    }

    // In a leap year, where the moment names none.
    static bool exists(const Moment& moment) { return days_of(moment, 2024).has_value(); }

    const Moment* missing_day() const {
        for (const auto& term : scan_.moments)
            if (!exists(term.moment)) return &term.moment;
        return &scan_.moments.front().moment;
    }

    void read_moments() {
        const auto found = spans_of(scan_.moments, context_.issued);
        if (!found) return no_such_day(*missing_day());
        const auto& spans = *found;
        if (std::any_of(spans.begin(), spans.end(), [](const YearedSpan& span) { return span.next_year; }))
            problem({"deadline.year_assumed", {spoken_day(spans.front().days.last)}});
        if (spans.size() == 1) return read_one(scan_.moments.front(), spans.front());
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

    // "Quý III, IV": two neighbours that are listed are one stretch of time; more are several terms.
    bool is_range() const {
        const auto& first = scan_.moments[0];
        const auto& second = scan_.moments[1];
        if (second.ends_range) return true;
        if (second.listed && first.moment.unit == Moment::Unit::Year &&
            second.moment.unit == Moment::Unit::Year && first.bound == Bound::None &&
            second.bound == Bound::None && first.moment.year && second.moment.year &&
            *second.moment.year == *first.moment.year + 1)
            return true;
        return second.listed && first.bound == Bound::None && second.bound == Bound::None &&
               first.moment.unit == second.moment.unit && first.moment.unit != Moment::Unit::Day &&
               first.moment.part == Moment::Part::Whole && second.moment.part == Moment::Part::Whole &&
               second.moment.first == first.moment.last + 1;
    }

    void read_one(const BoundMoment& term, const YearedSpan& span) {
        if ((term.bound == Bound::From && !term.moment.is_run()) || scan_.open_end) {
            set(From{span.days.first}, {"deadline.from", {spoken_day(span.days.first)}});
            return;
        }
        if (term.moment.part != Moment::Part::Whole && term.moment.unit == Moment::Unit::Quarter &&
            term.moment.part != Moment::Part::End)
            problem({"deadline.part_of_quarter", {spoken_day(span.days.last)}});
        set_due(term, span, std::nullopt);
    }

    void read_range(const std::vector<YearedSpan>& spans) {
        if (spans[1].days.last < spans[0].days.first) return unread();
        set_due(scan_.moments[1], spans[1], spans[0].days.first);
    }

    // "Quý IV, trước 15/11/2023": the narrower one decides, and is to be checked.
    void read_nested(const std::vector<YearedSpan>& spans) {
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
    static bool lies_in(const YearedSpan& inner, const YearedSpan& outer) {
        return length(inner) < length(outer) && outer.days.first <= inner.days.first &&
               inner.days.last <= outer.days.last;
    }
    static date::days length(const YearedSpan& span) { return span.days.last - span.days.first; }

    void read_list(const std::vector<YearedSpan>& spans) {
        std::vector<local_days> days;
        for (std::size_t i = 0; i < spans.size(); ++i) days.push_back(due_of(scan_.moments[i], spans[i]));
        set_recurring(std::move(days));
    }

    void set_due(const BoundMoment& term, const YearedSpan& span, std::optional<local_days> start) {
        const auto due = due_of(term, span);
        const auto last = spoken_day(span.days.last);
        if (start && *start > due) start = std::nullopt;
        // The start is what the phrase says, not what the calendar gives: "trong tháng 6" names none.
        if (!start && term.moment.is_run() && term.bound != Bound::Before) start = span.days.first;
        if (term.bound == Bound::Before && !term.clock) {
            set(DueOn{DueBasis::Before, due, start, std::nullopt},
                {"deadline.before", {spoken_day(span.days.first), spoken_day(due)}});
            return;
        }
        switch (term.moment.unit) {
            case Moment::Unit::Day:
                set(DueOn{DueBasis::Date, due, start, std::nullopt}, {"deadline.date", {last}});
                break;
            case Moment::Unit::Month:
                set(DueOn{DueBasis::Month, due, start, std::nullopt},
                    {term.moment.part == Moment::Part::Whole ? "deadline.month" : "deadline.part", {last}});
                break;
            case Moment::Unit::Quarter:
                set(DueOn{DueBasis::Quarter, due, start, std::nullopt},
                    {term.moment.part == Moment::Part::Whole ? "deadline.quarter" : "deadline.part", {last}});
                break;
            case Moment::Unit::Year:
                set(DueOn{DueBasis::Year, due, start, std::nullopt},
                    {term.moment.part == Moment::Part::Whole ? "deadline.year" : "deadline.part", {last}});
                break;
        }
    }

    void warn_if_passed() {
        if (std::holds_alternative<Recurring>(reading_.deadline.term)) return;
        const auto days = due_days(reading_.deadline.term);
        if (!days.empty() && days.back() < context_.issued)
            problem({"deadline.passed", {spoken_day(days.back()), spoken_day(context_.issued)}});
    }

    const ReadingContext& context_;
    PhraseScan scan_;
    DeadlineReading reading_;
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
    auto scan = scan_phrase(split_words(part_glued_words(mended.phrase)));
    auto reading = Interpreter(std::move(text), context, std::move(scan)).take();
    for (const auto& slip : mended.slips)
        reading.problems.push_back({"deadline.scan_slip", {slip.written, slip.taken}});
    return reading;
}

}  // namespace dondoc::language
