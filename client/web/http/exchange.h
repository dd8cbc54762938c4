// SPDX-License-Identifier: GPL-3.0-or-later
// One request on its way: read piece by piece, then answered.
#pragma once

#include <microhttpd.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "web/http/router.h"

namespace dondoc::web {

struct Exchange {
    enum class Stage { Begins, Reads, Waits, Answered };

    explicit Exchange(std::string target) { request.target = std::move(target); }

    Request request;
    Router::Found found;
    Stage stage = Stage::Begins;
    std::optional<Response> response;
    std::size_t read = 0;      // bytes of the body
    std::size_t reserved = 0;  // of the server's room for bodies
    bool is_broken = false;    // the body cannot be read as what it says it is
    std::unique_ptr<MHD_PostProcessor, decltype(&MHD_destroy_post_processor)> form{
        nullptr, &MHD_destroy_post_processor};

    // From the connection: method, path, query, headers, cookies. False: nothing that a browser would send.
    bool read_head(MHD_Connection* connection, const char* url, const char* method);
    // Whether the body is a form, which is then taken apart.
    void begin_form(MHD_Connection* connection);
    // A piece of the body.
    void take(std::string_view piece);
    // All of it has come. False: it was no form, or no text where there must be text.
    bool is_whole();
};

}  // namespace dondoc::web
