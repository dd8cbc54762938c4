// SPDX-License-Identifier: GPL-3.0-or-later
// What all pages have around their content: head, ways to the other pages, search, who is signed in.
#pragma once

#include <string>
#include <string_view>

#include "web/pages/html.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

enum class Place {
    None,
    Overview,
    Mine,
    Tasks,
    Documents,
    Waiting,
    Calendar,
    Reports,
    Flow,
    Sites,
    Agencies,
    Log,
    System,
    Settings
};

struct Content {
    Place place = Place::None;
    std::string title;
    Html body;             // what follows the title
    Html beside = {};      // beside the title: buttons
    bool is_live = false;  // the script asks for the page again when something has happened
};

// The whole document. Someone who is not signed in gets no ways to other pages.
std::string framed(const View& view, const Content& content);

}  // namespace dondoc::web::pages
