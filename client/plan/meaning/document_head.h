// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a document: its number, day and issuer above the text, and what it is called (NĐ 30/2020/NĐ-CP,
// Phụ lục I). Appendices name the document that they belong to: "(Kèm theo Kế hoạch số 12/KH-UBND ngày ...".
#pragma once

#include <optional>
#include <string>

#include "domain/civil.h"
#include "plan/formats/grid.h"

namespace dondoc::plan {

// Empty, where the file does not say it: a draft has neither number nor day.
struct DocumentHead {
    std::string number;  // domain/document_number.h: as printed
    std::optional<local_days> issued;
    std::string issuer;  // "UBND tỉnh Thái Nguyên", also where it is printed in capitals
    std::string title;   // with its kind: "Kế hoạch Công tác trọng tâm năm 2025"
    bool is_empty() const { return number.empty() && !issued && issuer.empty() && title.empty(); }
};

// Looks at the first lines only. Never throws.
DocumentHead read_head(const Grid& grid);

}  // namespace dondoc::plan
