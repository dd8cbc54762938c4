// SPDX-License-Identifier: GPL-3.0-or-later
// One HTTP request as a handler gets it: whole, within its limits, every text of it valid UTF-8.
#pragma once

#include <string>
#include <vector>

#include "web/http/fields.h"

namespace dondoc::web {

// A file of a form. Only its content is to be trusted in nothing: `name` is what the browser said, without
// folders.
struct Upload {
    std::string field;
    std::string name;
    std::string content;
};

struct Request {
    std::string method;  // "GET" also for HEAD
    std::string path;    // decoded, without the query
    std::string target;  // as it was sent, with the query
    Fields query, form, cookies;
    Fields headers;  // names in lower case
    Fields parts;    // what stood for "{name}" in the route's pattern
    std::vector<Upload> uploads;
    std::string body;            // of what is no form; empty otherwise
    std::string remote;          // address of who asks; behind a trusted proxy what that says
    bool is_from_proxy = false;  // the connection came from a trusted proxy: its headers may be believed
};

}  // namespace dondoc::web
