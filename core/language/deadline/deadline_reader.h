// SPDX-License-Identifier: Apache-2.0
// What a deadline phrase means.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/calendar.h"
#include "domain/deadline.h"

namespace dondoc::language {

struct ReadingContext {
    local_days issued;  // the document's date: gives missing years, drops occurrences before it
    const Calendar* calendar =
        nullptr;  // not owned; without it periods are counted but not rolled past days off
    std::optional<local_days> event = std::nullopt;  // when what a period is counted from has happened
};

struct DeadlineReading {
    Deadline deadline;
    std::vector<Message> problems;  // empty: read without doubt
};

// Never throws on any bytes; what is not understood is Unread with a problem.
DeadlineReading read_deadline(std::string_view phrase, const ReadingContext& context);

}  // namespace dondoc::language
