// SPDX-License-Identifier: Apache-2.0
// What a call refuses, as a line that a test can compare.
#pragma once

#include <string>

#include "domain/message.h"

namespace dondoc::test {

// The code of the refusal; empty when nothing is refused.
template <typename Call>
std::string refusal(const Call& call) {
    try {
        call();
    } catch (const UserError& error) {
        return error.message().key;
    }
    return {};
}

}  // namespace dondoc::test
