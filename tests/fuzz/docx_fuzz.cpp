// SPDX-License-Identifier: Apache-2.0
// A word processor's document: its text, its lists, its styles; or the whole archive.
#include "parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dondoc::fuzz;
    read_office_file(office_file({reinterpret_cast<const char*>(data), size},
                                 {"word/document.xml", "word/numbering.xml", "word/styles.xml"}));
    return 0;
}
