// SPDX-License-Identifier: Apache-2.0
// A running daemon with the sample's agencies, and its administrator at the keyboard.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/cli.h"

namespace dondoc::test {

class Office : public testing::Test {
  protected:
    explicit Office(const std::string& extra_config = {},
                    const std::string& clock = DaemonProcess::simulated_clock)
        : daemon(extra_config, clock) {}

    void SetUp() override {
        daemon.start();
        take_in_agencies(DONDOC_SOURCE_DIR "/config/agencies/sample.toml");
    }
    void take_in_agencies(const std::string& file) { ask({"agency", "import", file}); }

    // What it prints. It has to succeed.
    std::string ask(std::vector<std::string> arguments) const { return ended(0, std::move(arguments)); }
    // It has to be refused: exit code 1.
    std::string refused(std::vector<std::string> arguments) const { return ended(1, std::move(arguments)); }

    DaemonProcess daemon;
    Cli cli{daemon};

  private:
    std::string ended(int code, std::vector<std::string> arguments) const {
        const auto finished = cli(std::move(arguments));
        EXPECT_EQ(finished.code, code) << finished.output;
        return finished.output;
    }
};

}  // namespace dondoc::test
