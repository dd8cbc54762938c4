// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook that is being written, by libxlsxwriter, which writes files only: hence a temporary one.
#pragma once

#include <xlsxwriter.h>

#include <string>

namespace dondoc::plan {

inline constexpr std::size_t longest_xlsx_cell = 32'767;  // characters, of Excel

// Every member throws UserError "sheet.unwritten".
class XlsxWorkbook {
  public:
    XlsxWorkbook();
    ~XlsxWorkbook();
    XlsxWorkbook(const XlsxWorkbook&) = delete;
    XlsxWorkbook& operator=(const XlsxWorkbook&) = delete;

    lxw_worksheet* add_sheet(const char* name = nullptr);  // owned by the workbook, likewise formats
    lxw_format* add_format();
    // The whole file; nothing is added after it.
    std::string bytes();

  private:
    std::string file_;
    lxw_workbook* book_ = nullptr;
};

}  // namespace dondoc::plan
