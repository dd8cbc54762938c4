// SPDX-License-Identifier: GPL-3.0-or-later
// The requests that the API has: those of the wire that a person may make. A test holds this table against
// the daemon's.
#pragma once

#include <span>
#include <string_view>

namespace dondoc::web::api {

enum class Effect {
    Reads,
    Changes,  // repeated with the same id it is answered again and not carried out again
    Job       // changes nothing, and may take long
};

struct ApiRequest {
    std::string_view name;   // of the field in Request, and in the address: "/api/v1/task_list"
    std::string_view least;  // role of the person: "agency", "office", "operator"
    Effect effect;
};

std::span<const ApiRequest> all_requests();
// nullptr: there is none of that name.
const ApiRequest* find_request(std::string_view name);

}  // namespace dondoc::web::api
