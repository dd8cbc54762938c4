// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/term_maker.h"

#include <algorithm>
#include <utility>

namespace dondoc::language {

TermMaker::TermMaker(std::string phrase, const ReadingContext& context, PhraseScan scan)
    : context_(context), scan_(std::move(scan)) {
    reading_.deadline.phrase = std::move(phrase);
}

void TermMaker::set(Term term, Message reason) {
    reading_.deadline.term = std::move(term);
    reading_.deadline.reason = std::move(reason);
}

void TermMaker::problem(Message message) {
    reading_.problems.push_back(std::move(message));
}

bool TermMaker::is_read() const {
    return !std::holds_alternative<Unread>(reading_.deadline.term);
}

void TermMaker::refuse(Message message) {
    set(Unread{}, {"deadline.not_read", {}});
    problem(std::move(message));
}

void TermMaker::unread() {
    refuse({"deadline.unread", {reading_.deadline.phrase}});
}

void TermMaker::add_once(const Message& message) {
    auto& all = reading_.problems;
    if (std::find(all.begin(), all.end(), message) == all.end()) all.push_back(message);
}

void TermMaker::take_clock(std::optional<std::chrono::minutes> clock) {
    if (clock && *clock > std::chrono::minutes{0} && *clock < std::chrono::hours{24})
        reading_.deadline.hour = clock;
}

void TermMaker::set_recurring(std::vector<local_days> days, Repetition repetition) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    const auto first_open = std::lower_bound(days.begin(), days.end(), context_.issued);
    if (first_open == days.end()) {
        unread();
        reading_.problems.back() = {"deadline.all_passed", {spoken_day(context_.issued)}};
        return;
    }
    days.erase(days.begin(), first_open);
    constexpr std::size_t most_told = 12;  // of a term of every week there are more
    std::string list;
    for (std::size_t i = 0; i < days.size() && i < most_told; ++i)
        list += (list.empty() ? "" : ", ") + spoken_day(days[i]);
    if (days.size() > most_told) list += ", …";
    const char* reason = repetition.is_endless() ? "deadline.recurring_on" : "deadline.recurring";
    set(Recurring{std::move(days), std::move(repetition)}, {reason, {list}});
}

void TermMaker::read_from(const YearedSpan& span) {
    set(From{span.days.first}, {"deadline.from", {spoken_day(span.days.first)}});
}

void TermMaker::take_list_clock() {
    std::optional<std::chrono::minutes> earliest;
    bool differs = false;
    for (const auto& term : scan_.moments) {
        differs = differs || term.clock != scan_.moments.front().clock;
        if (term.clock && (!earliest || *term.clock < *earliest)) earliest = term.clock;
    }
    take_clock(earliest);
    if (differs && earliest) problem({"deadline.several_hours", {}});
}

void TermMaker::set_due(const BoundMoment& term, const YearedSpan& span, std::optional<local_days> start) {
    const auto due = due_of(term, span);
    const auto last = spoken_day(span.days.last);
    if (start && *start > due) start = std::nullopt;
    take_clock(term.clock);
    // The start is what the phrase says, not what the calendar gives: "trong tháng 6" names none.
    if (!start && term.moment.is_run() && term.bound != Bound::Before) start = span.days.first;
    if (due < span.days.first) {  // before the day, or at its 0h00
        set(DueOn{DueBasis::Before, due, start, std::nullopt},
            {"deadline.before", {spoken_day(span.days.first), spoken_day(due)}});
        return;
    }
    switch (term.moment.unit) {
        case Moment::Unit::Day: {
            const auto& hour = reading_.deadline.hour;
            set(DueOn{DueBasis::Date, due, start, std::nullopt},
                hour ? Message{"deadline.hour", {last, clock_text(*hour)}}
                     : Message{"deadline.date", {last}});
            break;
        }
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

}  // namespace dondoc::language
