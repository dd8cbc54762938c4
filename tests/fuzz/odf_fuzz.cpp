// SPDX-License-Identifier: Apache-2.0
// An OpenDocument spreadsheet: its content and its styles; or the whole archive.
#include "parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dondoc::fuzz;
    read_office_file(office_file({reinterpret_cast<const char*>(data), size}, {"content.xml", "styles.xml"},
                                 {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}));
    return 0;
}
