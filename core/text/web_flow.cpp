// SPDX-License-Identifier: Apache-2.0
// The page of dossiers with a term.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry web_flow_sentences[] = {
    {"page.flow.title", "Hồ sơ", "Dossiers"},
    {"page.flow.one", "Hồ sơ {0}", "Dossier {0}"},
    {"page.flow.from", "Kỳ từ ngày", "Period from"},
    {"page.flow.from_hint", "Không ghi: từ đầu năm.", "Without it: from the beginning of the year."},
    {"page.flow.to", "đến ngày", "to"},
    {"page.flow.by", "Số liệu theo", "Figures by"},
    {"page.flow.by_agency", "cơ quan", "agency"},
    {"page.flow.by_procedure", "thủ tục", "procedure"},
    {"page.flow.by_both", "cơ quan và thủ tục", "agency and procedure"},
    {"page.flow.state", "Liệt kê hồ sơ", "List dossiers that are"},
    {"page.flow.list", "Danh sách hồ sơ", "Dossiers"},
    {"page.flow.list_of", "Danh sách hồ sơ: {0}", "Dossiers: {0}"},
    {"page.flow.cut", "Chỉ có {0} trong {1} dòng; tệp Excel có đủ.",
     "Only {0} of {1} rows; the workbook has all of them."},
    {"page.flow.told", "{0}: {1}", "{0}: {1}"},
    {"page.flow.not_told", "{0}: {1} (đã qua, không báo)", "{0}: {1} (had passed, not told)"},
    {"page.flow.back", "Mọi hồ sơ", "All dossiers"},
};

}  // namespace

std::span<const Entry> web_flow_entries() {
    return web_flow_sentences;
}

}  // namespace dondoc::text
