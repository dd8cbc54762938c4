// SPDX-License-Identifier: Apache-2.0
// Points for how tasks were carried out, by a table that whoever runs the daemon writes down. The scoring
// rules of the provincial index change with its versions and are not public in full, so none is built in:
// what is computed here is the user's rule, never the law's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/report_counts.h"

namespace dondoc {

// Decimals are kept in ten-thousandths.
inline constexpr int criterion_decimals = 4;
inline constexpr std::int64_t criterion_one = 10'000;

struct Criterion {
    enum class Base { Due, Assigned };  // completed and overdue; these and what is open in time
    enum class Term { Current, Original };

    std::string id;  // as asked for; not unique by itself: numbers of criteria mean other things elsewhere
    std::string name;
    int first_year = 0, last_year = 0;                // of evaluation
    std::vector<std::string> levels;                  // of documents whose tasks count
    std::int64_t max = 0;                             // points
    std::int64_t on_time = 0, late = 0, overdue = 0;  // weight of each class, 0 to 1; open in time weighs 0
    Base base = Base::Due;
    Term term = Term::Current;
    std::int64_t floor_percent = 0;  // 0 to 100; a share below it gets no points
    int decimals = 4;                // of the points, which are rounded half up
    std::string source, note;
    std::string file;

    bool operator==(const Criterion&) const = default;
};

struct Score {
    std::int64_t points = 0;  // in units of the criterion's last decimal
    std::int64_t share = 0;   // weighted share of the base, hundredths of a per cent
    std::int64_t base = 0;
    bool below_floor = false;
};

// points = max * (sum of weight * count) / base; nothing to divide by: the base is 0, and no points mean it.
Score score(const Criterion& criterion, const ReportCounts& counts);

// nullptr: there is none for that year.
const Criterion* find_criterion(const std::vector<Criterion>& criteria, const std::string& id, int year);

}  // namespace dondoc
