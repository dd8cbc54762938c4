// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the daemon's configuration that `dondoc setup` writes: a file of its own in dondocd.d, so that
// the administrator's file stays as it is.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/setup_answers.h"

namespace dondoc::cli {

// What the daemon's configuration says of its folder and its endpoints.
struct DaemonFacts {
    std::filesystem::path data_dir;
    std::vector<std::string> sessions;
    std::filesystem::path administrator() const { return data_dir / "admin.toml"; }
};
// Throws UserError for a file that cannot be read.
DaemonFacts daemon_facts(const std::filesystem::path& config);

// dondocd.d/50-setup.toml beside dondocd.toml.
std::filesystem::path setup_file(const std::filesystem::path& config);

// What an earlier setup wrote there; empty answers where there is none.
SetupAnswers earlier_answers(const std::filesystem::path& config);

// Agencies that connect from other machines need an endpoint that they reach, and its name.
std::string configuration_text(const SetupAnswers& answers, const DaemonFacts& facts);

// Writes the file and has the daemon's program check the whole; where that refuses, what was there comes
// back, and UserError "cli.setup.refused" has what it said. False: it was there already, word for word.
bool write_configuration(const std::filesystem::path& config, const std::string& text);

}  // namespace dondoc::cli
