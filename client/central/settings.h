// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of dondoc-central: one TOML file, read strictly.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "jetstream/settings.h"

namespace dondoc::central {

struct SiteName {
    std::string code;  // as its bridge has it
    std::string name;  // as reports have it
};

struct Settings {
    std::string database = "dbname=dondoc";  // of PostgreSQL, as libpq reads it
    std::string name;                        // of this installation, on reports
    std::vector<SiteName> sites;             // that are taken in; others are not looked at
    jetstream::Settings nats;
};

// Throws UserError with file and line: the first of what is wrong.
Settings read_settings(const std::filesystem::path& file);

}  // namespace dondoc::central
