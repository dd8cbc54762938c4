// SPDX-License-Identifier: Apache-2.0
// What offices write as a term, as a grammar that makes phrases together with their meaning (docs/terms.md).
// The meaning is computed with a calendar of its own, so that it shares no mistake with the reader.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace dondoc::test {

struct PlainDay {  // no library: counted by hand
    int year, month, day;
    auto operator<=>(const PlainDay&) const = default;
};
int length_of_month(int year, int month);
PlainDay next_of(PlainDay day);
PlainDay before(PlainDay day);
std::string iso(PlainDay day);

struct SaidTerm {
    enum class Kind {
        Days,    // falls due on these days, and on no other
        Series,  // comes again: these are its first days
        Open,    // no day: waits, stands or is assigned elsewhere
        Refused  // a person has to decide: it must be marked, whatever is read
    };
    std::string phrase;
    Kind kind = Kind::Days;
    std::vector<PlainDay> days;
    int minutes = -1;       // the hour of the day; -1: none
    const char* rule = "";  // of the grammar, for a report
};

class TermGrammar {
  public:
    TermGrammar(std::uint64_t seed, PlainDay issued) : random_(seed), issued_(issued) {}
    SaidTerm make();

    static std::string text(int number);
    static std::string two(int number);  // "05"

  private:
    struct Span {
        std::string words;
        PlainDay first, last;
        bool says_day = false;
    };
    int pick(int low, int high);
    bool chance(int percent) { return pick(1, 100) <= percent; }
    template <std::size_t N>
    std::string one_of(const char* const (&choices)[N]) {
        return choices[static_cast<std::size_t>(pick(0, static_cast<int>(N) - 1))];
    }

    PlainDay day_after_issue();
    Span day_span(PlainDay day);
    Span month_span();
    Span quarter_span();
    Span year_span();
    Span any_span();
    Span told_span();
    std::string work();
    std::string event();

    SaidTerm bounded();
    SaidTerm told();
    SaidTerm with_hour();
    SaidTerm range();
    SaidTerm list();
    SaidTerm doubtful_list();
    SaidTerm monthly();
    SaidTerm quarterly();
    SaidTerm yearly();
    SaidTerm weekly();
    SaidTerm after_period();
    SaidTerm counted();
    SaidTerm waiting();
    SaidTerm with_data();
    SaidTerm with_remark();
    SaidTerm with_purpose();
    SaidTerm window();
    SaidTerm headed();
    SaidTerm reported();
    SaidTerm each_year();
    SaidTerm breaking_ground();
    SaidTerm refused();
    SaidTerm series_of(std::string phrase, const std::vector<PlainDay>& of_years, PlainDay from);

    std::mt19937_64 random_;
    PlainDay issued_;
};

}  // namespace dondoc::test
