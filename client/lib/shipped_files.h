// SPDX-License-Identifier: Apache-2.0
// The files that come with dondoc: calendars, the sample register.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace dondoc::client {

// `relative` is "calendar" or "agencies/sample.toml": what is installed, where it was built for or beside
// this program; or the source tree's when dondoc runs from a build folder in it. Nothing: it is in none of
// them.
std::optional<std::filesystem::path> find_shipped(const std::filesystem::path& relative);

// Where this program stands, whatever name it was called by; empty where that cannot be known.
std::filesystem::path program_folder();

// A configuration ("dondocd.toml") as it is installed with this program; it need not be there.
std::filesystem::path installed_config(const std::string& name = "dondocd.toml");

}  // namespace dondoc::client
