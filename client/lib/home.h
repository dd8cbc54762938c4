// SPDX-License-Identifier: Apache-2.0
// Where files of the user stand: XDG Base Directory Specification.
#pragma once

#include <filesystem>

namespace dondoc::client {

// Never relative to where one happens to stand, as a planted file could be there. $HOME, which cron and
// services do not always set; else the home that the password file gives. Throws UserError
// "client.home.none", "client.home.relative".
std::filesystem::path home_folder();

// $XDG_CONFIG_HOME, else ~/.config; $XDG_STATE_HOME, else ~/.local/state. Throw UserError
// "client.home.*".
std::filesystem::path config_folder();
std::filesystem::path state_folder();

}  // namespace dondoc::client
