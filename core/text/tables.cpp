// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr std::array table_sentences{
    // What is named instead of a file.
    Entry{"cli.file.folder", "đây là thư mục, không phải tệp; hãy chỉ ra một tệp trong đó",
          "this is a folder, not a file; name a file in it"},
    Entry{"cli.file.no_file",
          "đây là ống hoặc thiết bị, không phải tệp; hãy lưu thành tệp, hoặc dùng - để đọc đầu vào chuẩn",
          "this is a pipe or a device, not a file; save it as a file, or use - to read standard input"},

    // What was left out.
    Entry{"plan.skipped_table",
          "Bảng thứ {0} ({1} dòng) không phải bảng nhiệm vụ nên bỏ qua. Dòng đầu: {2}. Nếu đây là bảng nhiệm "
          "vụ, hãy "
          "kiểm tra dòng tiêu đề của bảng.",
          "Table {0} ({1} rows) is no table of tasks and was left out. Its first row: {2}. If it is one, "
          "check its "
          "header."},
};

}  // namespace

std::span<const Entry> table_entries() {
    return table_sentences;
}

}  // namespace dondoc::text
