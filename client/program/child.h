// SPDX-License-Identifier: GPL-3.0-or-later
// A program that we start, watch and end.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "lib/files.h"

namespace dondoc::program {

class Child {
  public:
    // Starts words[0], looked for in PATH, with our output and with signals as a program expects them.
    // `input` becomes its standard input, `output` its standard output; -1: ours. Throws std::system_error.
    Child(std::vector<std::string> words, std::vector<std::string> environment, int input = -1,
          int output = -1);

    // False: the time is over (-1: never), or `stop_fd` (-1: none) has become readable.
    bool ends_within(int milliseconds, int stop_fd = -1) const;
    int collect() const;  // its exit code; 128 + signal
    // Asks it to end, and ends it when it does not.
    void end() const;

  private:
    pid_t pid_ = 0;
    client::Descriptor pid_fd_;
};

// Ours, without the variables that begin with `prefix`.
std::vector<std::string> environment_without(std::string_view prefix);

}  // namespace dondoc::program
