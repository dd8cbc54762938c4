// SPDX-License-Identifier: GPL-3.0-or-later
// A report form that is filled in as far as dondoc has the figures.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

// dondoc report form
void add_form_report(CLI::App& report_group, Session& session);

}  // namespace dondoc::cli
