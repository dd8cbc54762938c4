// SPDX-License-Identifier: GPL-3.0-or-later
// Who looks at a page: a person who has signed in.
#pragma once

#include <cstdint>
#include <string>

#include "text/catalogue.h"

namespace dondoc::web {

struct Visitor {
    std::uint64_t person = 0;  // the daemon's id
    std::string name;
    std::string agency;  // code; empty: of the office
    std::string
        role;  // "agency", "office", "operator": for what is shown; what is allowed the daemon decides
    text::Lang lang = text::Lang::Vi;
    std::string form_token;  // has to stand in every form, as the hidden field "form_token"
    std::string session;     // its number in the list of sessions; empty: no session, as with an API token

    bool is_office() const { return role != "agency"; }
    bool is_operator() const { return role == "operator"; }
};

}  // namespace dondoc::web
