// SPDX-License-Identifier: GPL-3.0-or-later
// Keys for many agencies at once: `dondoc key issue`.
#pragma once

#include "cli/frame/command.h"

namespace dondoc::cli {

void add_key_issue(CLI::App& group, Session& session);

}  // namespace dondoc::cli
