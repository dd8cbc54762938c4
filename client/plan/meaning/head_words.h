// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a document's head: what a line of it says.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/civil.h"

namespace dondoc::plan {

// "122 /KH-UBND" at the beginning of the text, behind "Số:"; empty: there is none, as in a draft.
std::string number_at(std::string_view text);

// "ngày 13 tháng 5 năm 2023", "ngày 13/5/2023", wherever it stands; of several the first.
std::optional<local_days> written_day(std::string_view text);

// "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN" as it is written in running text: "UBND tỉnh Thái Nguyên".
std::string issuer_name(std::string_view printed);

// The kind of document that the line consists of, as "Kế hoạch"; empty: it is none.
std::string document_kind(std::string_view line);

}  // namespace dondoc::plan
