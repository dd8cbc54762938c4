// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to an assignment, as forms, and the forms as requests. What is offered is what the table
// of core/domain/lifecycle.h allows; the daemon decides all the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/lifecycle.h"
#include "dondoc/v1/request.pb.h"
#include "web/http/fields.h"
#include "web/pages/html.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// A form that came back because it could not be done: what was written, and what is wrong.
struct Attempt {
    std::uint64_t assignment = 0;
    std::string action;  // as on the wire, or "responsible"
    const Fields* written = nullptr;
    std::string error;
};

// How the person stands to the assignment; nullopt: it may only look.
std::optional<Actor> actor_of(const View& view, const v1::AssignmentRow& row);

// The way to all that can be done, on the task's page.
Html all_actions_link(const View& view, const v1::AssignmentRow& row);
// The next thing to do in one tap, and the usual ones folded: for lists on a phone.
Html quick_actions(const View& view, const v1::AssignmentRow& row);
// All that is possible. `persons`: who of the agency may be named as responsible.
Html all_actions(const View& view, const v1::AssignmentRow& row, const std::vector<v1::Person>& persons,
                 const Attempt* attempt);

// Where the forms are sent: POST.
Address action_address(std::uint64_t assignment);
Address responsible_address(std::uint64_t assignment);

// Throws UserError with a key of the catalogue for what is missing or cannot be read.
v1::AssignmentChangeRequest change_of(std::uint64_t assignment, const Fields& form);
v1::AssignmentResponsibleRequest responsible_of(std::uint64_t assignment, const Fields& form);
// A day as a browser or a person writes it; empty stays empty. Throws UserError "page.form.bad_day".
std::string day_of(const std::string& typed);
// Digits and nothing else; 0: it is none.
std::uint64_t number_of(std::string_view typed);

}  // namespace dondoc::web::pages
