// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of persons and progress sheets as people send them: looked through row by row, then taken in.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "filled/person_file.h"
#include "filled/progress_sheet.h"
#include "web/pages/address.h"
#include "web/pages/forms.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

struct PersonSend {
    std::string agency;  // code, that was written or is meant
    bool office = false;
    std::string error = {};
    Choices agencies = {};
};
std::string person_send_page(const View& view, const PersonSend& page);

struct PersonLook {
    std::string id, file;
    const filled::PersonFile& persons;
    const v1::PersonImportReply* trial = nullptr;  // nullptr: refused, `error` says why
    std::string error = {};
};
std::string person_look_page(const View& view, const PersonLook& page);
Address person_file_address(const std::string& id);

std::string progress_send_page(const View& view, const std::string& error);

struct ProgressLook {
    std::string id, file;
    const std::vector<filled::FilledRow>& rows;
    const v1::AssignmentUpdateReply& trial;  // of the rows without a mistake, in their order
    std::string error = {};
};
std::string progress_look_page(const View& view, const ProgressLook& page);
Address progress_file_address(const std::string& id);

// The rows that would be taken in, and what says which they are.
struct TakenRows {
    std::vector<filled::FilledRow> rows;
    std::string mark() const;
};
TakenRows taken_rows(const std::vector<filled::FilledRow>& rows, const v1::AssignmentUpdateReply& trial);
v1::AssignmentUpdateRequest update_of(const std::vector<filled::FilledRow>& rows, bool dry_run);

}  // namespace dondoc::web::pages
