// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc agency succeed: agencies are renamed, merged, split, dissolved; their open work is handed over.
#pragma once

#include "cli/frame/command.h"

namespace dondoc::cli {

void add_agency_succeed(CLI::App& group, Session& session);

}  // namespace dondoc::cli
