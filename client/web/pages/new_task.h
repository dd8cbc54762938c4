// SPDX-License-Identifier: GPL-3.0-or-later
// One task by hand: read like a row of a plan, shown when something in it is doubtful, and assigned at once
// when nothing is.
#pragma once

#include <string>

#include "dondoc/v1/request.pb.h"
#include "web/http/fields.h"
#include "web/pages/forms.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

struct NewTask {
    const Fields& written;
    const v1::RowEditReply* seen = nullptr;  // how it was read, with doubts to be looked at
    std::string error = {};
    Choices agencies = {};
};
std::string new_task_page(const View& view, const NewTask& task);

// Throws UserError for what is missing, or a day that is none.
v1::RowEditRequest row_edit_of(const Fields& form);

}  // namespace dondoc::web::pages
