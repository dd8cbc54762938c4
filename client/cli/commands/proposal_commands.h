// SPDX-License-Identifier: GPL-3.0-or-later
// What documents of the axis propose: an operator looks, and takes it or refuses it.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

// dondoc proposal list|show|accept|refuse|status
void add_proposal_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
