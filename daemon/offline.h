// SPDX-License-Identifier: Apache-2.0
// What is done to the data folder of a daemon that is stopped: restored, marked, checked. Prints what it did,
// in the user's language; throws UserError where it must not be done. Returns the exit code.
#pragma once

#include <filesystem>
#include <optional>

#include "config/settings.h"
#include "store/restore.h"
#include "text/catalogue.h"

namespace dondoc {

// `clock` is the configuration's; nullopt: nothing is configured, and the clock of the database that is there
// counts. A backup of the other clock is refused, and the database of a daemon that is running is no backup.
int restore_data(const std::filesystem::path& backup, const std::filesystem::path& data,
                 std::optional<config::ClockMode> clock, text::Lang lang);
// Says what a restore has brought.
void report_restored(const store::Restored& restored, text::Lang lang);
int mark_data_restored(const std::filesystem::path& data, text::Lang lang);
int check_data(const std::filesystem::path& data, text::Lang lang);

}  // namespace dondoc
