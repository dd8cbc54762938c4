// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace dondoc::simulation {

// A promise was broken.
struct Violation : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace dondoc::simulation
