// SPDX-License-Identifier: GPL-3.0-or-later
// What every answer tells the browser to refuse.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "web/http/response.h"

namespace dondoc::web {

// The response's own headers, and the security headers that it has not set itself: nothing from other sites,
// no inline script or style, no frames, nothing kept. `is_secure`: people come by https, and browsers are
// told to keep to it.
std::vector<std::pair<std::string, std::string>> headers_of(const Response& response, bool is_secure);

}  // namespace dondoc::web
