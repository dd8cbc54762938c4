// SPDX-License-Identifier: Apache-2.0
// What dondocd was asked to do, and its help, in the user's language.
#pragma once

#include <optional>
#include <string>

#include "text/catalogue.h"

namespace dondoc {

struct CommandLine {
    std::string config_file;    // the default where none was named
    bool names_config = false;  // --config was given
    std::string data_dir;       // empty: the configuration's
    std::string rotate;         // "prepare", "finish", "abandon"; empty: not asked for
    std::string backup;         // to be restored; empty: not asked for
    bool lock_out = false;      // finish a rotation of which not everybody has heard
    bool standby = false, promote = false;
    bool check_config = false, check_data = false, mark_restored = false;
    bool new_administrator = false, new_server_key = false;
};

// Prints help, the version, or what is wrong with the command line, and returns the exit code; nullopt: go
// on.
std::optional<int> read_command_line(int argc, const char* const* argv, text::Lang lang, CommandLine& into);

}  // namespace dondoc
