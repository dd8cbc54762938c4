// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of assignments: `task list`, `overdue` and `due` show the same table.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/frame/session.h"
#include "cli/terminal/table.h"
#include "words/assignment_text.h"

namespace dondoc::cli {

struct ListOptions {
    std::string agency, document, level, sort, after;
    std::uint32_t limit = 0;
    std::uint64_t offset = 0;
    bool reverse = false, cooperating = false;
};

using namespace dondoc::words;

void add_list_options(CLI::App* command, const Session& session, ListOptions& options);
// Throws UsageError for an order that there is not.
v1::Request list_request(const ListOptions& options);
// Prints what there is on the page, how much there is in all, and how to see the rest. `empty` is the
// sentence for an empty list.
void show_assignments(Session& session, const ListOptions& options, v1::Request request,
                      std::string_view empty);
// What waits for the office is nobody's delay.
Tone tone_of(const v1::AssignmentRow& row);
// The same table of rows that are at hand.
void print_assignments(Session& session, const std::vector<v1::AssignmentRow>& rows);
// Up to the limit of the request, however many answers that takes: one may end before the page is full.
v1::TaskListReply full_page(Session& session, v1::Request request);
}  // namespace dondoc::cli
