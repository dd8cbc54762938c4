// SPDX-License-Identifier: GPL-3.0-or-later
// A feed of dossiers, taken in from a file.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

// dondoc flow import
void add_flow_import(CLI::App& flow_group, Session& session);

}  // namespace dondoc::cli
