// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc agency export, edit, group: the register out of the daemon, and single entries of it.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

// Shows what the register would change. What renames an agency, or takes members out of a group, is asked
// for; then it is sent. For `dry_run` it is only shown.
void send_register(Session& session, v1::AgencyImportRequest wanted, bool dry_run, bool yes);

void add_agency_edit(CLI::App& group, Session& session);

}  // namespace dondoc::cli
