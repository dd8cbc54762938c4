// SPDX-License-Identifier: Apache-2.0
// What a deadline phrase means. The phrase, the reading and the reason are kept together.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/civil.h"
#include "domain/message.h"
#include "domain/repetition.h"

namespace dondoc {

// How the day was said; it does not change when the work is due, only how that is explained.
enum class DueBasis { Date, Before, Year, Quarter, Month, Relative };

// One last acceptable civil day. A fixed date does not roll past a day off; a period does (Bộ luật Dân sự
// 2015, Điều 148.5), and then `nominal` is the day before rolling.
struct DueOn {
    DueBasis basis;
    local_days due;
    std::optional<local_days> start;
    std::optional<local_days> nominal;
    bool operator==(const DueOn&) const = default;
};
// Several days; one occurrence is open at a time. The first ones are listed, ascending, at least one; where
// the term has no end, `repetition` gives those that follow. Without it the last one listed is the last.
struct Recurring {
    std::vector<local_days> occurrences;
    Repetition repetition = {};
    bool operator==(const Recurring&) const = default;
};
struct Ongoing {  // "Thường xuyên": a standing duty
    bool operator==(const Ongoing&) const = default;
};
struct From {  // "Từ 01/6/2023": starts then, open end
    local_days start;
    bool operator==(const From&) const = default;
};
// "Khi có văn bản hướng dẫn", or a period counted from an event: no day until the event is recorded.
struct OnEvent {
    bool operator==(const OnEvent&) const = default;
};
struct AsAssigned {  // "Theo tiến độ ... giao": no day until set
    bool operator==(const AsAssigned&) const = default;
};
struct Unread {  // no phrase, or one that could not be read
    bool operator==(const Unread&) const = default;
};

using Term = std::variant<Unread, DueOn, Recurring, Ongoing, From, OnEvent, AsAssigned>;

struct Deadline {
    Term term;
    std::string phrase;  // as the clerk wrote it
    Message reason;      // why it is due then
    // "Trước 17h00 ngày ...": on a due day, up to this time, local. Nothing: up to the day's end.
    std::optional<std::chrono::minutes> hour = std::nullopt;

    bool operator==(const Deadline&) const = default;
};

enum class DeadlineKind {
    None,
    Date,
    Before,
    Year,
    Quarter,
    Month,
    Relative,
    Recurring,
    Ongoing,
    From,
    Event,
    AsAssigned
};

DeadlineKind kind_of(const Term& term);
std::string_view name_of(DeadlineKind kind);  // "before", as on the wire
std::optional<DeadlineKind> deadline_kind(std::string_view name);
std::optional<DueBasis> basis_of(DeadlineKind kind);  // empty: the kind is not that of one day

// Empty: no day. Of a term that recurs without an end only the first ones.
std::vector<local_days> due_days(const Term& term);
std::optional<local_days> start_day(const Term& term);
// The first occurrence on or after `day`; nullopt: there is none any more.
std::optional<local_days> occurrence_from(const Recurring& term, local_days day);
// The day that an assignment made on `today` has to keep: for a recurring term the first occurrence not yet
// passed, and the last one when all have.
std::optional<local_days> open_due(const Term& term, local_days today);

}  // namespace dondoc
