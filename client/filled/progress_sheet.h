// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet in which an agency says how its open work stands: one row an assignment, in XLSX.
//
// Row 1: the marker, the version, a hint. Then the header, and the rows. Only the cells to be filled in can
// be changed; they hold the state and the percentage as they were. The hidden key of a row says of which
// assignment it is, at which revision, and what those two cells held, so what was filled in is told from what
// was only there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"
#include "dondoc/v1/request.pb.h"
#include "text/catalogue.h"

namespace dondoc::filled {

inline constexpr std::uint32_t most_sheet_rows = 1000;

// What a sheet is of: work that is open and not reported.
void only_open_work(v1::TaskListRequest& list);

// The file's bytes. Throws UserError "sheet.too_long", "sheet.unwritten".
std::string make_progress_sheet(const std::vector<v1::AssignmentRow>& rows, text::Lang lang);

// What somebody filled in. Nothing is set that was left as it was.
struct FilledRow {
    std::uint32_t line = 0;  // row of the sheet
    std::uint64_t assignment = 0, revision = 0;
    v1::Workflow::State was = v1::Workflow::assigned;
    std::optional<v1::Workflow::State> state;
    std::optional<std::uint32_t> percent;
    std::string number, date, note;  // of the result; the day as on the wire
    std::optional<Message> mistake;  // the row is not to be used

    bool is_filled() const { return state || percent || !number.empty() || !date.empty() || !note.empty(); }
};

// The rows that were filled in. Throws UserError "update.no_sheet", "update.version", "update.no_key".
std::vector<FilledRow> read_progress_sheet(std::string_view bytes);

// What is to be done for a row, in order.
v1::AssignmentUpdateRequest::Row wanted_of(const FilledRow& row);

// "tình trạng: mới giao → đã báo cáo; số: 15/BC-SNV": what somebody wants by a row.
std::string wish_text(text::Lang lang, const FilledRow& row);

// What would come of a row, by the answer to a dry run.
enum class Fate {
    Taken,
    Refused,
    DoneBefore  // what it says is how the assignment stands already, as when a sheet is taken in twice
};
Fate fate_of(const FilledRow& row, const v1::AssignmentUpdateReply::Row& reply);

}  // namespace dondoc::filled
