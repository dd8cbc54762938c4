// SPDX-License-Identifier: Apache-2.0
// A page of the web, or what a program saved as one.
#include "parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(data), size);
    dondoc::fuzz::read_office_file("<html>" + input);
    return 0;
}
