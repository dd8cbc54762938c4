// SPDX-License-Identifier: GPL-3.0-or-later
// Every page that there is, made of replies in which every text is hostile.
#pragma once

#include <string>
#include <vector>

#include "web/pages/view.h"

namespace dondoc::web::pages {

struct MadePage {
    std::string name;
    std::string html;
    bool is_list = false;  // has an Excel link
};
std::vector<MadePage> all_pages(View::Role role, text::Lang lang);

}  // namespace dondoc::web::pages
