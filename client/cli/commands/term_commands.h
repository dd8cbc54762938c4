// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc task event, task term, assignment review, review list.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_task_terms(CLI::App& task_group, Session& session);
void add_assignment_review(CLI::App& assignment_group, Session& session);
void add_review_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
