// The files of the catalogue.
#pragma once

#include <span>

#include "text/catalogue.h"

namespace dondoc::text {

std::span<const Entry> daemon_entries();     // errors.cpp: what the daemon refuses, and why
std::span<const Entry> config_entries();     // config.cpp: what is wrong in a configuration file
std::span<const Entry> calendar_entries();   // calendar.cpp: working calendars, and what is wrong in one
std::span<const Entry> language_entries();   // readings.cpp: reasons of deadlines, problems of rows
std::span<const Entry> plan_entries();       // plan_changes.cpp: plans corrected, amended, withdrawn
std::span<const Entry> policy_entries();     // policy.cpp: policies, mutes, priority, who has not looked
std::span<const Entry> rehearsal_entries();  // rehearsal.cpp: a plan lived through before it is imported
std::span<const Entry> client_entries();     // client.cpp: what dondoc prints
std::span<const Entry> overview_entries();   // overview.cpp: the status, sorted lists, dondoc top
std::span<const Entry> term_entries();       // terms.cpp: terms that are not one fixed day
std::span<const Entry> table_entries();  // tables.cpp: files of plans and what is doubtful in their tables
std::span<const Entry> plan_language_entries();  // plan_language.cpp: running text, doubtful phrases

}  // namespace dondoc::text
