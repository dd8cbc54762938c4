// SPDX-License-Identifier: Apache-2.0
// A deadline phrase is parted before it is scanned: what only describes (an event that is waited for, the
// period that data are from, a purpose, a remark in brackets) is set aside, and what states the term is left.
#pragma once

#include <string>
#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

struct PhraseParts {
    Words stated;        // what states the term, with the text of the whole phrase
    bool event = false;  // the term waits for something: "khi có ...", "kể từ ngày trúng đấu giá"
    bool assigned = false;    // "theo tiến độ ..."
    bool data = false;        // the period that data are from was set aside
    bool from_issue = false;  // "kể từ ngày ban hành": from the document's own day on
    std::string remark;       // in brackets, and not used: a person should see it
    std::string day_inside;   // a bounded day inside what was set aside: it may be the term
    std::string lunar;        // "âm lịch": a day of another calendar
};

PhraseParts part_phrase(Words words);

}  // namespace dondoc::language
