// SPDX-License-Identifier: Apache-2.0
// Somebody of an agency, or of the office: who is told of work and by which ways, and who may log in.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/access.h"
#include "domain/civil.h"
#include "domain/ids.h"

namespace dondoc {

// Times of day in Asia/Ho_Chi_Minh between which nothing but what is urgent is sent. `from` after `until`
// goes over midnight.
struct QuietHours {
    std::chrono::minutes from{0}, until{0};
    bool operator==(const QuietHours&) const = default;
};

// Of which work of the agency a person is told. A head is told only of what is overdue or escalated, and a
// person who is responsible for an assignment is told of it whatever else holds.
enum class Told { Lead, Cooperating, Head };
inline constexpr std::array told_names{std::pair{Told::Lead, "lead"},
                                       std::pair{Told::Cooperating, "cooperating"},
                                       std::pair{Told::Head, "head"}};

struct PersonFacts {
    std::string name;
    std::string position;
    std::string email;  // one address, or empty
    std::string phone;  // digits, perhaps behind a "+"; or empty
    std::string lang = "vi";
    std::vector<std::string> channels;  // "mail", "zalo" ...: the first is tried first
    std::optional<QuietHours> quiet;
    std::vector<Told> told;    // each once, in the order of Told; Head stands alone
    std::optional<Role> role;  // may log in with it; nullopt: may not log in
    bool operator==(const PersonFacts&) const = default;
};

// Who is told instead while somebody is away. The days are inclusive.
struct Deputy {
    PersonId person;
    local_days from, to;
    bool operator==(const Deputy&) const = default;
};

// What is said of a person, as people write it; what is unset stays as it is, what is empty is taken away.
struct PersonEdit {
    std::optional<std::string> name, position, email, phone, lang, channels, quiet, told, role;
    bool operator==(const PersonEdit&) const = default;
};

// A person of a file. `agency`: a code; empty: of the office.
struct PersonEntry {
    std::string agency;
    PersonEdit edit;
    bool operator==(const PersonEntry&) const = default;
};

struct PersonField {
    std::string_view name;  // as in files, on the wire and behind "--"
    std::optional<std::string> PersonEdit::*value;
    bool is_private;  // neither in the history nor in events
};
inline constexpr std::array person_fields{
    PersonField{"name", &PersonEdit::name, false},   PersonField{"position", &PersonEdit::position, false},
    PersonField{"email", &PersonEdit::email, true},  PersonField{"phone", &PersonEdit::phone, true},
    PersonField{"lang", &PersonEdit::lang, false},   PersonField{"channels", &PersonEdit::channels, false},
    PersonField{"quiet", &PersonEdit::quiet, false}, PersonField{"told", &PersonEdit::told, false},
    PersonField{"role", &PersonEdit::role, false},
};

}  // namespace dondoc
