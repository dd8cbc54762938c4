// A plan as it was issued -> its rows.
#pragma once

#include <string_view>
#include <vector>

#include "domain/message.h"
#include "dondoc/v1/plan.pb.h"

namespace dondoc::plan {

struct PlanTableReading {
    std::vector<v1::PlanRow> rows;  // texts and source only; preview() and the daemon add what they mean
    std::vector<v1::PlanHeading> headings;
    std::vector<Message> problems;  // where the table itself could be read only with doubt
};

// Tab-separated text, UTF-8. Throws UserError for a file that is no plan: what is wrong with it, and what to
// do.
PlanTableReading read_plan_text(std::string_view bytes);

}  // namespace dondoc::plan
