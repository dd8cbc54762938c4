// SPDX-License-Identifier: Apache-2.0
// Roles of keys. Each may do what the one before it may, and more; but for the gateway, which stands aside.
#pragma once

#include <string>

namespace dondoc {

enum class Role {
    Agency,         // its own inbox, its own assignments
    Office,         // sees everything
    Operator,       // changes plans, agencies, assignments
    Administrator,  // grants keys, moves the simulated clock
    Gateway         // speaks for persons; for itself it may do what the table of requests says, and no more
};

// As an argument of a message: its word in the reader's language.
inline std::string role_word(Role role) {
    switch (role) {
        case Role::Agency:
            return "@cli.role.agency";
        case Role::Office:
            return "@cli.role.office";
        case Role::Operator:
            return "@cli.role.operator";
        case Role::Administrator:
            return "@cli.role.administrator";
        case Role::Gateway:
            break;
    }
    return "@cli.role.gateway";
}

// The words of all roles that may do what `least` may.
inline std::string roles_from(Role least) {
    std::string words = role_word(least);
    for (const auto role : {Role::Office, Role::Operator, Role::Administrator})
        if (role > least) words += ", " + role_word(role);
    return words;
}

}  // namespace dondoc
