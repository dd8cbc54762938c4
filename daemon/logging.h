// SPDX-License-Identifier: Apache-2.0
// Logs are one line an entry, of key=value pairs. They go to standard error; where that is the journal they
// are sent to it with the pairs as fields: DONDOC_EVENT=cut, DONDOC_REASON=stalled, and a MESSAGE_ID for each
// event. They name keys, agencies and addresses of connections, and never persons.
#pragma once

#include "config/settings.h"

namespace dondoc {

void set_up_logging(const config::LogSettings& settings);
void set_log_level(config::LogLevel level);  // from any thread

}  // namespace dondoc
