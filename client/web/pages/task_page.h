// SPDX-License-Identifier: GPL-3.0-or-later
// A task: what it says, when it is due and why, how each agency's part stands and what can be done, who was
// told, what happened, what comes next.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "web/pages/forms.h"
#include "web/pages/html.h"
#include "web/pages/view.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {

struct TaskPage {
    const v1::TaskShowReply& shown;
    std::vector<v1::Person> persons = {};  // of the agency, or of the agencies, who may be named
    const Attempt* attempt = nullptr;      // a form that came back
    Choices agencies = {};                 // for who takes over
    std::uint64_t chosen = 0;              // assignment whose forms are shown where there are many
};
std::string task_page(const View& view, const TaskPage& page);

// Of task_history.cpp: the parts of the page that tell of what was and what will be.
Html told_section(const View& view, const v1::TaskShowReply& shown);
Html planned_section(const View& view, const v1::TaskShowReply& shown);
Html life_section(const View& view, const v1::TaskShowReply& shown);
Html decisions_section(const View& view, const v1::TaskShowReply& shown);
Html family_section(const View& view, const v1::TaskShowReply& shown);  // parent and children

}  // namespace dondoc::web::pages
