// SPDX-License-Identifier: Apache-2.0
// A spreadsheet: a sheet, the shared strings, the formats, the workbook, its relations; or the whole archive.
#include "parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dondoc::fuzz;
    read_office_file(office_file({reinterpret_cast<const char*>(data), size},
                                 {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                                  "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}));
    return 0;
}
