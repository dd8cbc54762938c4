// SPDX-License-Identifier: Apache-2.0
// What comes again: the periods that a phrase names, put together with the days inside them. "Hằng quý, ngày
// 15 tháng cuối quý" and "6 tháng một lần, trước ngày 15/6 và 15/12" are one day a period, and the period's
// own last day is none.
#pragma once

#include <string>
#include <vector>

#include "domain/message.h"
#include "domain/repetition.h"
#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

struct Recurrence {
    std::vector<local_days> days;  // ascending, each once; those before the document's date are left out
    Repetition repetition;         // what follows them; empty: the last of them is the last
    std::vector<Message> problems;
    std::string refusal;  // key of why no day can be told, whose argument is the phrase; empty: `days` count
};

// Of a scan with rules, for a document of that date.
Recurrence recurrence_of(const PhraseScan& scan, local_days issued);

}  // namespace dondoc::language
