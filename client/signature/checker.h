// SPDX-License-Identifier: GPL-3.0-or-later
// Checks signatures of messages with libxmlsec1. Nothing is fetched.
#pragma once

#include <string_view>

#include "domain/civil.h"
#include "signature/authorities.h"
#include "signature/signature.h"

namespace dondoc::signature {

class Checker {
  public:
    // Throws std::runtime_error where the library cannot be used.
    explicit Checker(Authorities authorities);

    // Of a whole message, in a confined child process, as messages are read. Certificates are good or not at
    // `now`, UTC, when it arrived: what a message says of the time of its signature is its signer's word. A
    // message that cannot be read, or asks too much of the child, is NotChecked.
    Signature check(std::string_view message, sys_seconds now) const;

  private:
    // The same in this process.
    Signature check_by(std::string_view message, const RevocationLists& revocations, sys_seconds now) const;

    Authorities authorities_;
};

}  // namespace dondoc::signature
