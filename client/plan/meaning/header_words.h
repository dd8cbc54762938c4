// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of one cell of a header announce. All texts are folded.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "plan/meaning/header.h"

namespace dondoc::plan {

// Where the first of the words begins in the text; npos: none of them is there.
std::size_t first_of(std::string_view text, std::span<const std::string_view> words);

// Nothing: the words are of no header that is known.
std::optional<Column> column_of(std::string_view text);

// A title without abbreviations: "TG hoàn thành", "CQCT", "Đơn vị PH" in full.
std::string spelled_out(std::string text);

// "Nhóm nhiệm vụ", "Lĩnh vực": what several tasks have in common, beside a column of the tasks themselves.
bool names_group(std::string_view text);

// "Văn bản giao việc": by which the tasks of another column were assigned.
bool names_source(std::string_view text);
// "Cơ quan trình": who carries it out where no other column says so.
bool names_presenter(std::string_view text);
// Beside a column of who leads: "Cơ quan thực hiện" says who takes part, "Cơ quan tham mưu" perhaps who
// leads.
bool takes_part(std::string_view text);
// "Cơ quan chủ trì thẩm định": it leads in what others do to the work.
bool leads_aside(std::string_view text);
// "Người thực hiện", "Cán bộ phụ trách": a person, beside whom an agency may be named.
bool names_person_in_charge(std::string_view text);

// "STT", "TT": the column of numbers.
bool names_number(std::string_view text);
// Columns of points, money and the like: what stands below them is of their kind, too.
bool names_other(std::string_view text);
// A table with one of these and without terms lists people.
bool names_person(std::string_view text);
// A table with one of these counts money.
bool names_money(std::string_view text);
// "Bắt đầu", "mới": means something only together with the cell above it.
bool needs_cell_above(std::string_view text);
// "Tiến độ", "Kết quả": the term or the aim to some offices, what was done so far to others.
bool may_be_status(std::string_view text);

// Of two columns of one meaning: the one that holds now, the one that held before.
bool names_new(std::string_view text);
bool names_renewal(std::string_view text);  // "gia hạn lần 1": empty where nothing was extended
bool names_old(std::string_view text);
// Of two columns of times: this one says when the task begins or was given, and is no term.
bool names_start(std::string_view text);
// It says nothing but when the task begins, whatever stands beside it.
bool names_only_start(std::string_view text);

}  // namespace dondoc::plan
