// SPDX-License-Identifier: GPL-3.0-or-later
// Dossiers with a term: what is open, one of them, the figures of a period.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

// dondoc flow import|list|show|report
void add_flow_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
