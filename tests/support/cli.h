// SPDX-License-Identifier: Apache-2.0
// Runs the dondoc program as a person would.
#pragma once

#include <string>
#include <vector>

#include "support/daemon_process.h"

namespace dondoc::test {

class Cli {
  public:
    explicit Cli(const DaemonProcess& daemon)
        : folder_(daemon.folder().path()), profile_(daemon.administrator()) {}

    Finished operator()(std::vector<std::string> arguments) const {
        return as(profile_, std::move(arguments));
    }
    Finished as(const std::filesystem::path& profile, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {DONDOC_PROGRAM, "--profile", profile.string()});
        return run(arguments, folder_, environment());
    }
    // Makes a key, grants it, and returns the profile that an agency would be handed.
    std::filesystem::path grant(const std::string& role, const std::string& agency = {}) const {
        const auto profile = folder_ / (role + agency + ".toml");
        std::vector<std::string> arguments{"key", "new", "--out", profile.string(), "--role", role};
        if (!agency.empty()) arguments.insert(arguments.end(), {"--agency", agency});
        if (const auto made = (*this)(arguments); made.code != 0) throw std::runtime_error(made.output);
        return profile;
    }
    static std::map<std::string, std::string> environment() {
        return {
            {"DONDOC_LANG", "vi"}, {"NO_COLOR", "1"}, {"COLUMNS", "120"}, {"XDG_STATE_HOME", "/nonexistent"}};
    }

  private:
    std::filesystem::path folder_;
    std::filesystem::path profile_;
};

}  // namespace dondoc::test
