// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook that is being written, by libxlsxwriter, which writes files only: hence a temporary one.
#pragma once

#include <xlsxwriter.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dondoc::sheet {

// Not bytes.
std::size_t characters(const std::string& text);

// Every member throws UserError "sheet.unwritten".
class XlsxWorkbook {
  public:
    XlsxWorkbook();
    ~XlsxWorkbook();
    XlsxWorkbook(const XlsxWorkbook&) = delete;
    XlsxWorkbook& operator=(const XlsxWorkbook&) = delete;

    lxw_worksheet* add_sheet(const char* name = nullptr);  // owned by the workbook, likewise formats
    lxw_format* add_format();
    // An empty text is a blank cell, which has its look. Throws UserError "sheet.too_long" as well, where
    // Excel cannot hold the text.
    static void write_text(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& text,
                           lxw_format* look);
    // The cells of a column, both rows included, let choose from the words; `on_others`: what is said of
    // another text, one of LXW_VALIDATION_ERROR_TYPE_*.
    struct Span {
        lxw_row_t first, last;
        std::size_t column;
    };
    static void offer_words(lxw_worksheet* sheet, const Span& cells, std::vector<std::string> words,
                            std::uint8_t on_others = LXW_VALIDATION_ERROR_TYPE_STOP);
    // The whole file; nothing is added after it.
    std::string bytes();

  private:
    std::string file_;
    lxw_workbook* book_ = nullptr;
};

}  // namespace dondoc::sheet
