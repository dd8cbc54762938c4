// SPDX-License-Identifier: Apache-2.0
// The register that is installed as a sample, and the reader made of it, once.
#pragma once

#include "../language/sample_register.h"

namespace dondoc::fuzz {

inline const Register& sample_register() {
    static const auto agencies = language::parse_register(
        tests::read_file(DONDOC_SOURCE_DIR "/config/agencies/sample.toml"), "config/agencies/sample.toml");
    return agencies;
}

}  // namespace dondoc::fuzz
