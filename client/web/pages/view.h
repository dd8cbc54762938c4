// SPDX-License-Identifier: GPL-3.0-or-later
// For whom a page is made, and in which language. With a daemon's reply it is all that a page is made of.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "domain/civil.h"
#include "text/catalogue.h"
#include "web/pages/address.h"

namespace dondoc::web::pages {

// What goes with every form that changes something.
struct Seal {
    std::string csrf;     // of the session
    std::string request;  // id of the request that the form will make: sent twice, it is carried out once
};

struct View {
    enum class Role { Nobody, Agency, Office, Operator };

    text::Lang lang = text::Lang::Vi;
    Role role = Role::Nobody;  // Nobody: not signed in
    std::string name;          // of the person
    std::string agency;        // code; empty: of the office
    std::string agency_name;
    std::string site;        // name of the installation
    bool has_sites = false;  // dondoc-central gathers many of them here
    Seal seal;
    std::string here = "/";  // path of the page with its query
    local_days today{};      // of the daemon's clock
    std::string done;        // key of what was just done; empty: nothing

    std::string say(std::string_view key, const std::vector<std::string>& args = {}) const {
        return text::render(lang, key, args);
    }
    // Of `key` and `key`_one.
    std::string count(std::string_view key, std::uint64_t number) const {
        const std::vector args{std::to_string(number)};
        return text::render(lang, std::string(key) + (number == 1 ? "_one" : ""), args);
    }

    bool is_agency() const { return role == Role::Agency; }
    bool sees_all() const { return role == Role::Office || role == Role::Operator; }
    bool is_operator() const { return role == Role::Operator; }
};

// The list of those that stand so: "overdue", "open".
Address task_list_address(std::initializer_list<const char*> standings);
Address task_address(std::uint64_t task);
Address assignment_address(std::uint64_t task, std::uint64_t assignment);  // on the task's page
Address agency_address(std::string_view code);
Address document_address(std::string_view number);

}  // namespace dondoc::web::pages
