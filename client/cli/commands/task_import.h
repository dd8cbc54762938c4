// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc task import
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_task_import(CLI::App& task_group, Session& session);

}  // namespace dondoc::cli
