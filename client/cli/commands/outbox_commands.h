// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc outbox list|retry|drop
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_outbox_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
