// SPDX-License-Identifier: GPL-3.0-or-later
// A self-scoring: points by the office's table, what is missing of whom, the evidence.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

// dondoc report scoring
void add_scoring_report(CLI::App& report_group, Session& session);

}  // namespace dondoc::cli
