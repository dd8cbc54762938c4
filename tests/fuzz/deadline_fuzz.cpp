// SPDX-License-Identifier: Apache-2.0
// Phrases of terms, with and without a calendar, of plans issued on any day of a leap year.
#include "invariants.h"

namespace {

using namespace dondoc;

Calendar declared_year() {
    Calendar calendar;
    CalendarYear year{true, "1/TB", {}};
    year.days[civil(2024, 2, 12)] = {SpecialDay::Kind::Holiday, "Tết"};
    year.days[civil(2024, 5, 4)] = {SpecialDay::Kind::MadeUp, "làm bù"};
    calendar.set(date::year{2024}, std::move(year));
    return calendar;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Calendar calendar = declared_year();
    if (size == 0) return 0;
    const std::string_view phrase(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto issued = civil(2024, 1, 1) + date::days{data[0] * 366 / 256};
    for (const auto* known : {static_cast<const Calendar*>(nullptr), &calendar}) {
        const auto reading = language::read_deadline(phrase, {issued, known});
        fuzz::require_deadline(reading, phrase);
        const auto again = language::read_deadline(phrase, {issued, known});
        fuzz::require(again.deadline == reading.deadline, "the same phrase is read the same way", phrase);
    }
    return 0;
}
