// SPDX-License-Identifier: GPL-3.0-or-later
// `dondoc person import`: a list that an office keeps.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_person_import(CLI::App& person_group, Session& session);

}  // namespace dondoc::cli
