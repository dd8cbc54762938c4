// SPDX-License-Identifier: GPL-3.0-or-later
// "Nhập văn bản": a plan as it was issued is dropped, read, looked through with the doubts first, mended,
// rehearsed and taken in.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "web/http/fields.h"
#include "web/pages/drafts.h"
#include "web/pages/forms.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

inline constexpr int rows_at_once = 25;

struct IntakeStart {
    const std::vector<Drafts::Entry>& drafts;
    const Fields* written = nullptr;
    std::string error = {};
};
std::string intake_start_page(const View& view, const IntakeStart& start);

struct IntakePage {
    const std::string& id;
    const Draft& draft;
    const v1::PlanImportReply* reading =
        nullptr;  // what the daemon makes of it; nullptr: it refused, `error` says why
    std::string error = {};
    std::string error_code = {};
    int wrong_row = -1;     // which row it is about, from 0; -1: none
    bool all_rows = false;  // not only those with doubts
    int from = 0;           // of the rows to be shown
    Choices agencies = {};
};
std::string intake_page(const View& view, const IntakePage& page);
// `morning`: the civil day whose news are told in full; empty: the first.
std::string rehearsal_page(const View& view, const std::string& id, const v1::Rehearsal& rehearsal,
                           const std::string& morning);

Address draft_address(const std::string& id);

// What the form says of the document, of how it is taken in, and of the rows that it showed, into the draft.
// Throws UserError for a day that is none.
void take_form(Draft& draft, const Fields& form);

}  // namespace dondoc::web::pages
