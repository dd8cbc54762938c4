// SPDX-License-Identifier: GPL-3.0-or-later
// What pages, API and feeds are made with: the daemon, who has signed in, the time, the configuration.
//
//   router.get("/nhiem-vu/{id}", context.page([&](const Request& request, const Visitor& visitor) { ... }));
//   router.post("/nhiem-vu/{id}/nhan", context.form([&](const Request& request, const Visitor& visitor) { ...
//   }));
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "domain/civil.h"
#include "web/config.h"
#include "web/daemon_link.h"
#include "web/http/router.h"
#include "web/people.h"
#include "web/session/accounts.h"
#include "web/visitor.h"

namespace dondoc::web {

// A whole page around its contents: `title` is text, `body` is HTML whose values were escaped.
struct Frame {
    text::Lang lang = text::Lang::Vi;
    std::string title;
    std::string body;
    const Visitor* visitor = nullptr;  // nullptr: nobody has signed in
};

struct Context {
    DaemonLink& daemon;
    People& people;
    Accounts& accounts;
    const Config& config;
    std::function<sys_seconds()> now;  // by the machine's clock: of sessions and tokens, not of terms
    // How every page is framed. Set before the server starts.
    std::function<std::string(const Frame&)> frame;

    using Page = std::function<Response(const Request&, const Visitor&)>;
    using Handler = std::function<Response(const Request&)>;

    // For who has signed in; others are asked to sign in first and come back then. When the daemon is away a
    // page says so.
    Handler page(Page page);
    // A form of who has signed in. One without the visitor's form token, or sent from another site, is
    // refused.
    Handler form(Page page);
    // For Route::before_body, of large uploads: nobody who has not signed in has his bytes read.
    std::function<std::optional<Response>(const Request&)> visitors_only();
    // A page or form of anybody, with what may go wrong.
    Handler open_page(std::function<Response(const Request&, text::Lang)> page);
    Handler open_form(std::function<Response(const Request&, text::Lang)> page);

    // nullopt: nobody has signed in. Throws DaemonAway, SignedOut.
    std::optional<Visitor> visitor(const Request& request);
    Visitor visitor_of(std::uint64_t person);
    // Whom a trusted proxy says to have signed in, where that is configured; 0: nobody.
    std::uint64_t signed_on(const Request& request);
    // The visitor's answer with the cookie of a session that has just begun.
    Response signed_in(std::uint64_t person, const Request& request, Response response);
    Response signed_out(Response response) const;
    // The language of who has not signed in: of the cookie "lang".
    static text::Lang lang_of(const Request& request);
    // False: a browser says that the form comes from another site.
    bool is_from_here(const Request& request) const;

    // A page that says what went wrong.
    Response sorry(int status, text::Lang lang, const std::string& sentence,
                   const Visitor* visitor = nullptr) const;
    // The same where no handler was reached: no such address, too large, too busy. Programs get plain text.
    Response no_answer(int status, const Request& request) const;
    std::string cookie_name() const;
};

}  // namespace dondoc::web
