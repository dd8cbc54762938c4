// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/security_headers.h"

#include <algorithm>
#include <array>

namespace dondoc::web {
namespace {

using Header = std::pair<const char*, const char*>;
constexpr auto usual_headers = std::to_array<Header>({
    {"Cache-Control", "no-store"},
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
     "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
});

}  // namespace

std::vector<std::pair<std::string, std::string>> headers_of(const Response& response, bool is_secure) {
    auto headers = response.headers;
    const auto has = [&](const std::string& name) {
        return std::ranges::any_of(response.headers,
                                   [&](const auto& header) { return header.first == name; });
    };
    for (const auto& [name, value] : usual_headers)
        if (!has(name)) headers.emplace_back(name, value);
    if (is_secure) headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    return headers;
}

}  // namespace dondoc::web
