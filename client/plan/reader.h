// SPDX-License-Identifier: GPL-3.0-or-later
// A plan as it was issued -> its rows.
#pragma once

#include <string_view>
#include <vector>

#include "domain/message.h"
#include "dondoc/v1/plan.pb.h"
#include "plan/formats/grid.h"
#include "plan/formats/sandbox.h"
#include "plan/meaning/document_head.h"

namespace dondoc::plan {

struct PlanTableReading {
    std::vector<v1::PlanRow> rows;  // texts and source only; preview() and the daemon add what they mean
    std::vector<v1::PlanHeading> headings;
    std::vector<Message> problems;  // where the table itself could be read only with doubt
    DocumentHead head;              // what stands above the text
};

// Whatever the file's name: its format is told by its content. `on_pages` (may be empty) is told how far it
// is with a file that has pages. Throws UserError for a file that is no plan: what is wrong with it, and what
// to do.
PlanTableReading read_plan(std::string_view bytes, const PagesRead& on_pages = {});

// The same with the duties of its running text behind those of its tables; it may have no table at all.
PlanTableReading read_plan_with_running_text(std::string_view bytes, const PagesRead& on_pages = {});

// The tables of the file, numbered, before anything is understood. The file is read in a process of its own
// (plan/sandbox.h), as by all functions here.
Grid read_plan_grid(std::string_view bytes, const PagesRead& on_pages = {});
// The same in this process, for one that may die of it.
Grid read_plan_grid_here(std::string_view bytes, const Beat& beat);

// Tab-separated text, UTF-8, and nothing else; read in this process.
PlanTableReading read_plan_text(std::string_view bytes);

}  // namespace dondoc::plan
