// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/xlsx_workbook.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "domain/message.h"

namespace dondoc::sheet {
namespace {

constexpr std::size_t longest_cell = 32'767;  // characters, of Excel

template <typename Part>
Part* require(Part* part) {
    if (part == nullptr) throw UserError("sheet.unwritten", {"libxlsxwriter"});
    return part;
}

}  // namespace

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; }));
}

XlsxWorkbook::XlsxWorkbook() : file_((std::filesystem::temp_directory_path() / "dondoc-XXXXXX").string()) {
    const int fd = ::mkstemp(file_.data());
    if (fd < 0) throw UserError("sheet.unwritten", {std::generic_category().message(errno)}, file_);
    ::close(fd);
    book_ = ::workbook_new(file_.c_str());
    if (book_ != nullptr) return;
    ::unlink(file_.c_str());
    throw UserError("sheet.unwritten", {"libxlsxwriter"});
}

XlsxWorkbook::~XlsxWorkbook() {
    if (book_ != nullptr) ::workbook_close(book_);
    ::unlink(file_.c_str());
}

lxw_worksheet* XlsxWorkbook::add_sheet(const char* name) {
    return require(::workbook_add_worksheet(book_, name));
}

lxw_format* XlsxWorkbook::add_format() {
    return require(::workbook_add_format(book_));
}

void XlsxWorkbook::write_text(lxw_worksheet* sheet, lxw_row_t row, std::size_t column,
                              const std::string& text, lxw_format* look) {
    const auto at = static_cast<lxw_col_t>(column);
    const auto error = text.empty() ? ::worksheet_write_blank(sheet, row, at, look)
                                    : ::worksheet_write_string(sheet, row, at, text.c_str(), look);
    if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        throw UserError("sheet.too_long", {std::to_string(characters(text)), std::to_string(longest_cell)});
    if (error != LXW_NO_ERROR) throw UserError("sheet.unwritten", {::lxw_strerror(error)});
}

void XlsxWorkbook::offer_words(lxw_worksheet* sheet, const Span& cells, std::vector<std::string> words,
                               std::uint8_t on_others) {
    std::vector<char*> list;
    for (auto& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation choice{};
    choice.validate = LXW_VALIDATION_TYPE_LIST;
    choice.value_list = list.data();
    choice.error_type = on_others;
    const auto column = static_cast<lxw_col_t>(cells.column);
    const auto error =
        ::worksheet_data_validation_range(sheet, cells.first, column, cells.last, column, &choice);
    if (error != LXW_NO_ERROR) throw UserError("sheet.unwritten", {::lxw_strerror(error)});
}

std::string XlsxWorkbook::bytes() {
    const auto error = ::workbook_close(std::exchange(book_, nullptr));
    if (error != LXW_NO_ERROR) throw UserError("sheet.unwritten", {::lxw_strerror(error)});
    std::ifstream in{file_, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace dondoc::sheet
