// SPDX-License-Identifier: GPL-3.0-or-later
// Which handler answers which method and path.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/request.h"
#include "web/http/response.h"

namespace dondoc::web {

inline constexpr std::size_t usual_body_bytes = 256 * 1024;

// Handlers run on any of the server's worker threads, several at once.
struct Route {
    std::string method;   // "GET" answers HEAD, too
    std::string pattern;  // "/nhiem-vu/{id}": a name stands for one part of the path, found in Request::parts
    std::function<Response(const Request&)> answer;
    std::size_t most_bytes = usual_body_bytes;  // of the request's body
    // Asked before a large body is read, with headers and cookies but no form: an answer refuses it. On the
    // thread of all connections: it has to be quick.
    std::function<std::optional<Response>(const Request&)> before_body = {};
};

class Router {
  public:
    // Throws std::logic_error when there is one of the same method and pattern.
    void add(Route route);
    void get(std::string pattern, std::function<Response(const Request&)> answer) {
        add({"GET", std::move(pattern), std::move(answer)});
    }
    void post(std::string pattern, std::function<Response(const Request&)> answer) {
        add({"POST", std::move(pattern), std::move(answer)});
    }

    struct Found {
        const Route* route = nullptr;  // nullptr: there is none
        Fields parts;
        std::string allowed;  // methods that the path knows; empty: no such path
    };
    // A pattern without names comes before one with names.
    Found find(std::string_view method, std::string_view path) const;

    const std::vector<Route>& routes() const { return routes_; }

  private:
    std::vector<Route> routes_;
};

}  // namespace dondoc::web
