// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/xlsx_workbook.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "domain/message.h"

namespace dondoc::plan {
namespace {

template <typename Part>
Part* require(Part* part) {
    if (part == nullptr) throw UserError("sheet.unwritten", {"libxlsxwriter"});
    return part;
}

}  // namespace

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

std::string XlsxWorkbook::bytes() {
    const auto error = ::workbook_close(std::exchange(book_, nullptr));
    if (error != LXW_NO_ERROR) throw UserError("sheet.unwritten", {::lxw_strerror(error)});
    std::ifstream in{file_, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace dondoc::plan
