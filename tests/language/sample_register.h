// SPDX-License-Identifier: Apache-2.0
// The register that is installed as a sample, for tests.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "language/readers.h"

namespace dondoc::tests {

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot open " + path);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

inline const language::AgencyReader& sample_agencies() {
    static const language::AgencyReader reader{language::parse_register(
        read_file(DONDOC_SOURCE_DIR "/config/agencies/sample.toml"), "config/agencies/sample.toml")};
    return reader;
}

}  // namespace dondoc::tests
