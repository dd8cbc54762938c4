// SPDX-License-Identifier: Apache-2.0
// A server written in Python for a test: it says its port in the first line of its output.
#pragma once

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/process.h"

namespace dondoc::test {

class PythonServer {
  public:
    PythonServer(const std::filesystem::path& script, std::vector<std::string> arguments,
                 const std::filesystem::path& output)
        : output_(output), process_(command(script, std::move(arguments)), output) {
        constexpr std::chrono::seconds longest{20};
        for (const auto begun = std::chrono::steady_clock::now(); !(std::ifstream{output_} >> port_);) {
            if (!process_.is_running() || std::chrono::steady_clock::now() - begun > longest)
                throw std::runtime_error("the server did not start: " + read_file(output_));
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
    }
    const std::string& port() const { return port_; }
    Process& process() { return process_; }

  private:
    static std::vector<std::string> command(const std::filesystem::path& script,
                                            std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"/usr/bin/env", "python3", script.string()});
        return arguments;
    }

    std::filesystem::path output_;
    Process process_;
    std::string port_;
};

}  // namespace dondoc::test
