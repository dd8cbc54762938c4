// SPDX-License-Identifier: GPL-3.0-or-later
// The files that come with dondoc: calendars, the sample register.
#pragma once

#include <filesystem>
#include <optional>

namespace dondoc::cli {

// `relative` is "calendar" or "agencies/sample.toml": what is installed, or the source tree's when dondoc
// runs from a build folder in it. Nothing: it is in neither.
std::optional<std::filesystem::path> find_shipped(const std::filesystem::path& relative);

}  // namespace dondoc::cli
