// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc plan preview: what an import would understand, before anything is imported.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_plan_preview(CLI::App& group, Session& session);

}  // namespace dondoc::cli
