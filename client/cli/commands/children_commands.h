// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc task under.
#pragma once

#include "cli/frame/command.h"

namespace dondoc::cli {

void add_task_under(CLI::App& task_group, Session& session);

}  // namespace dondoc::cli
