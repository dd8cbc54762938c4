// SPDX-License-Identifier: GPL-3.0-or-later
// How far the tasks of a plan are by its own columns beside the term: shown by `plan preview`, taken over by
// `plan import --with-progress`.
#pragma once

#include "cli/commands/plan_source.h"
#include "cli/frame/session.h"

namespace dondoc::cli {

// What the rows say, as they say it. Nothing where no column speaks of progress.
void print_said_progress(Session& session, const PlanSource& source);

// That it was left out, and how to take it over. Nothing where no column speaks of progress.
void say_progress_is_unused(Session& session, const PlanSource& source);

// Reported by who asks, for rows that are one agency's and of which nobody has reported anything. What the
// words do not say for certain is left, and said with its reason. `dry_run`: only counts what it understands.
void take_progress(Session& session, const PlanSource& source, bool dry_run);

}  // namespace dondoc::cli
