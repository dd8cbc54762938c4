// SPDX-License-Identifier: GPL-3.0-or-later
// Answers a question: PostgreSQL gathers assignments that stand alike, and the rules of the domain, which
// are the daemon's, say in which class they are. So a site's total is that of its own report of the day.
#pragma once

#include <string>

#include "central/question.h"
#include "dondoc/v1/site.pb.h"

namespace dondoc::central {

// First of all in the transaction of a report: all of its questions see one state, and nothing of it goes
// meanwhile.
void begin_reading(pqxx::work& transaction);

v1::SitesReport make_report(pqxx::work& transaction, const Understood& question, const std::string& name,
                            sys_seconds now);

}  // namespace dondoc::central
