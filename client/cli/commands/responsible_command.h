// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc assignment responsible
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_assignment_responsible(CLI::App& assignment_group, Session& session);

}  // namespace dondoc::cli
