// SPDX-License-Identifier: GPL-3.0-or-later
// What pages load beside themselves: one style sheet, one script, one icon. They are part of the program.
#pragma once

#include <string_view>

#include "web/pages/address.h"

namespace dondoc::web::pages {

struct Asset {
    std::string_view name;  // "style.css"
    std::string_view type;  // as a header says it
    std::string_view content;
};
// nullptr: there is none of that name.
const Asset* find_asset(std::string_view name);

// With a query that changes when the content does, so that browsers may keep what they have.
Address style_address();
Address script_address();
Address icon_address();

}  // namespace dondoc::web::pages
