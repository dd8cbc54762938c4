// SPDX-License-Identifier: Apache-2.0
// The section [flow]: dossiers with a term.
#pragma once

#include "config/policy_reader.h"
#include "config/settings.h"
#include "config/toml_file.h"

namespace dondoc::config {

// Over what `settings` has; mentions are added to its own.
void read_flow(Section& section, const PolicyDefaults& defaults, Settings& settings);

}  // namespace dondoc::config
