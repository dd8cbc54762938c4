// SPDX-License-Identifier: GPL-3.0-or-later
// What is overdue, row by row, and how agencies were called then.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "central/question.h"

namespace dondoc::central {

struct AgencyName {
    std::string code, name;
};
// By generation and present code: as they were called on the day of the question.
std::map<std::pair<int, std::string>, AgencyName> agency_names(pqxx::work& transaction,
                                                               const Understood& question);

// The longest overdue first, as many as were asked for. Of several sites an agency is "site/agency".
void add_overdue_rows(pqxx::work& transaction, const Understood& question, v1::Report& report);

}  // namespace dondoc::central
