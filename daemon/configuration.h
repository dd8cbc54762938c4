// SPDX-License-Identifier: Apache-2.0
// The configuration with the calendars and scoring tables that it names, and where it was read.
#pragma once

#include <filesystem>
#include <vector>

#include "config/settings.h"
#include "domain/calendar.h"
#include "domain/criterion.h"

namespace dondoc {

struct ConfigurationSource {
    std::filesystem::path file;
    std::filesystem::path data_dir;  // instead of the file's; empty: the file's
};

struct Configuration {
    ConfigurationSource source;
    config::Settings settings;
    Calendar calendar;
    std::vector<Criterion> criteria;
};

// Throws UserError for the first of what is wrong in any of the files.
Configuration read_configuration(const ConfigurationSource& source);

}  // namespace dondoc
