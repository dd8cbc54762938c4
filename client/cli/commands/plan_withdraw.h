// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc plan withdraw: a document that was imported by mistake is taken back.
#pragma once

#include "cli/frame/command.h"

namespace dondoc::cli {

void add_plan_withdraw(CLI::App& group, Session& session);

}  // namespace dondoc::cli
