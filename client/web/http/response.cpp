// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/response.h"

#include <algorithm>
#include <stdexcept>

namespace dondoc::web {
namespace {

void require_header(std::string_view name, std::string_view value) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (name.empty() || std::ranges::any_of(name, is_control) || std::ranges::any_of(value, is_control))
        throw std::invalid_argument("a header with a control character: " + std::string{name});
}

Response of_type(std::string body, int status, const char* type) {
    Response response{status, std::move(body), {}, {}};
    response.set("Content-Type", type);
    return response;
}

}  // namespace

Response& Response::add(std::string_view name, std::string_view value) {
    require_header(name, value);
    headers.emplace_back(name, value);
    return *this;
}

Response& Response::set(std::string_view name, std::string_view value) {
    std::erase_if(headers, [&](const auto& header) { return header.first == name; });
    return add(name, value);
}

Response html(std::string body, int status) {
    return of_type(std::move(body), status, "text/html; charset=utf-8");
}

Response json(std::string body, int status) {
    return of_type(std::move(body), status, "application/json; charset=utf-8");
}

Response plain(std::string body, int status) {
    return of_type(std::move(body), status, "text/plain; charset=utf-8");
}

Response download(std::string body, std::string_view type, std::string_view name) {
    Response response{200, std::move(body), {}, {}};
    response.set("Content-Type", type);
    // RFC 6266 with the encoding of RFC 8187: the plain name first, for what does not know the other.
    std::string ascii, encoded;
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain_letter = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                                  (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '.' || byte == '_';
        ascii += plain_letter ? letter : '_';
        if (plain_letter) {
            encoded += letter;
        } else {
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
    response.set("Content-Disposition",
                 "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
    return response;
}

bool is_local(std::string_view place) {
    if (!place.starts_with('/')) return false;
    if (place.size() > 1 && (place[1] == '/' || place[1] == '\\')) return false;
    return std::ranges::none_of(
        place, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '\\'; });
}

Response redirect(std::string_view place) {
    Response response;
    response.status = 303;
    response.set("Location", is_local(place) ? place : "/");
    return response;
}

}  // namespace dondoc::web
