// SPDX-License-Identifier: Apache-2.0
// Logs go to standard error, one line an entry, as key=value pairs. Under systemd each line begins with its
// priority, so that journald files it right.
#pragma once

#include "config/settings.h"

namespace dondoc {

void set_up_logging(const config::LogSettings& settings);

}  // namespace dondoc
