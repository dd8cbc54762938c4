// SPDX-License-Identifier: Apache-2.0
// How a reading is put together: the term, why it is due then, and what is doubtful about it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "language/deadline/deadline_reader.h"
#include "language/deadline/occurrences.h"
#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

class TermMaker {
  public:
    TermMaker(std::string phrase, const ReadingContext& context, PhraseScan scan);

  protected:
    void set(Term term, Message reason);
    void problem(Message message);
    bool is_read() const;
    void refuse(Message message);
    void unread();
    void add_once(const Message& message);
    // 0:00 has moved the day already, and 24:00 is its end.
    void take_clock(std::optional<std::chrono::minutes> clock);
    void set_recurring(std::vector<local_days> days, Repetition repetition = {});
    void read_from(const YearedSpan& span);
    // Of several hours the earliest is kept, and is to be checked.
    void take_list_clock();
    void set_due(const BoundMoment& term, const YearedSpan& span, std::optional<local_days> start);

    const ReadingContext& context_;  // not owned; outlives this
    PhraseScan scan_;
    DeadlineReading reading_;
};

}  // namespace dondoc::language
