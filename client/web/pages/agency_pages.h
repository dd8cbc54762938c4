// SPDX-License-Identifier: GPL-3.0-or-later
// "Cơ quan và người dùng": the register, one agency in time, and its persons.
#pragma once

#include <cstdint>
#include <string>

#include "dondoc/v1/request.pb.h"
#include "report/page.h"
#include "web/http/fields.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

report::Section agency_section(const View& view, const v1::AgencyListReply& list);
std::string agencies_page(const View& view, const std::string& text, const v1::AgencyListReply& list);

struct AgencyPage {
    const v1::AgencyShowReply& shown;
    const v1::PersonListReply* persons = nullptr;  // nullptr: not the reader's to see
    const v1::StatusReply* status = nullptr;       // likewise
    const Fields* written = nullptr;               // the form of a new person that came back
    std::string error = {};
};
std::string agency_page(const View& view, const AgencyPage& page);
// Those of the office itself.
std::string office_page(const View& view, const v1::PersonListReply& persons, const Fields* written,
                        const std::string& error);

struct PersonPage {
    const v1::PersonShowReply& shown;
    const v1::PersonListReply& colleagues;  // who may be deputy, and take over
    const Fields* written = nullptr;
    std::string error = {};
};
std::string person_page(const View& view, const PersonPage& page);
Address person_address(std::uint64_t person);
// The link of an invitation, which is shown this once.
std::string invitation_page(const View& view, const v1::PersonInviteReply& invitation);

// The forms as requests.
v1::PersonAddRequest person_add_of(const Fields& form);
v1::PersonChangeRequest person_change_of(std::uint64_t person, const Fields& form);
v1::PersonRemoveRequest person_remove_of(std::uint64_t person, const Fields& form);

}  // namespace dondoc::web::pages
