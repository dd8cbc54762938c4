// SPDX-License-Identifier: GPL-3.0-or-later
// What a handler answers. Security headers and "no-store" are added by the server to every answer.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/http/event_stream.h"

namespace dondoc::web {

struct Response {
    int status = 200;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<EventStream> stream;  // set: instead of a body, for as long as it is open

    // Replaces one of the same name. Throws std::invalid_argument for a line break or another control
    // character: a value cannot begin a header of its own.
    Response& set(std::string_view name, std::string_view value);
    // One more of the same name, as several Set-Cookie. Throws the same.
    Response& add(std::string_view name, std::string_view value);
};

Response html(std::string body, int status = 200);
Response json(std::string body, int status = 200);
Response plain(std::string body, int status = 200);
// A file to be kept by the browser. `name` may have any letters.
inline constexpr std::string_view workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
Response download(std::string body, std::string_view type, std::string_view name);
// To a place of this site: what does not begin with a single "/" becomes "/". 303: the browser asks with GET.
Response redirect(std::string_view place);
// True: a place of this site, and not of another ("//host", "/\host", "https:").
bool is_local(std::string_view place);

}  // namespace dondoc::web
