// SPDX-License-Identifier: GPL-3.0-or-later
// Checks signatures of messages with libxmlsec1. Nothing is fetched; revocation is not looked up.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "domain/civil.h"
#include "signature/signature.h"

namespace dondoc::signature {

class Checker {
  public:
    // Files of certificates (PEM, one or more in each) of authorities that are trusted. Throws UserError
    // "signature.authorities" with the file where one cannot be read, std::runtime_error where the library
    // cannot be used.
    explicit Checker(const std::vector<std::filesystem::path>& authorities);

    // Of a whole message, in a confined child process, as messages are read. Certificates are good or not at
    // `now`, UTC. A message that cannot be read, or asks too much of the child, is NotChecked.
    Signature check(std::string_view message, sys_seconds now) const;
    // The same in this process.
    Signature check_here(std::string_view message, sys_seconds now) const;

  private:
    std::vector<std::string> authorities_;  // each one certificate, PEM
};

}  // namespace dondoc::signature
