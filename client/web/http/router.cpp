// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/router.h"

#include <stdexcept>
#include <utility>

namespace dondoc::web {
namespace {

// Cuts off the first part: "/a/b" gives "a" and leaves "/b".
std::string_view cut_part(std::string_view& path) {
    path.remove_prefix(1);
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    return part;
}

bool is_name(std::string_view part) {
    return part.size() > 2 && part.front() == '{' && part.back() == '}';
}

std::optional<Fields> match(std::string_view pattern, std::string_view path) {
    Fields parts;
    while (!pattern.empty() && !path.empty()) {
        const auto wanted = cut_part(pattern);
        const auto is = cut_part(path);
        if (is_name(wanted) && !is.empty())
            parts.add(std::string{wanted.substr(1, wanted.size() - 2)}, std::string{is});
        else if (wanted != is)
            return std::nullopt;
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return parts;
}

}  // namespace

void Router::add(Route route) {
    for (const auto& other : routes_)
        if (other.method == route.method && other.pattern == route.pattern)
            throw std::logic_error("two routes of " + route.method + " " + route.pattern);
    routes_.push_back(std::move(route));
}

Router::Found Router::find(std::string_view method, std::string_view path) const {
    Found found;
    if (!path.starts_with('/')) return found;
    for (const auto& route : routes_) {
        auto parts = match(route.pattern, path);
        if (!parts) continue;
        if (found.allowed.find(route.method) == std::string::npos)
            found.allowed += (found.allowed.empty() ? "" : ", ") + route.method;
        const bool is_nearer =
            found.route == nullptr || found.parts.entries().size() > parts->entries().size();
        if (route.method != method || !is_nearer) continue;
        found.route = &route;
        found.parts = std::move(*parts);
    }
    return found;
}

}  // namespace dondoc::web
