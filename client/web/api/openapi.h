// SPDX-License-Identifier: GPL-3.0-or-later
// The description of the API (OpenAPI 3.0), made from the messages of the wire and the table of requests.
#pragma once

#include <string>

namespace dondoc::web::api {

// JSON. `url`: of the site, without a stroke at its end.
std::string openapi(const std::string& url);

}  // namespace dondoc::web::api
