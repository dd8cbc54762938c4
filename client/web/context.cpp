// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/context.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "text/markup.h"
#include "web/session/random_token.h"

namespace dondoc::web {
namespace {

std::string url_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                              (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '.' || byte == '_' ||
                              byte == '/';
        if (is_plain) {
            encoded += letter;
        } else {
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
    return encoded;
}

Response to_sign_in(const Request& request) {
    return redirect("/dang-nhap?next=" + url_encoded(request.method == "GET" ? request.target : "/"));
}

}  // namespace

// By "__Host-" the browser sees to it that no other site of the domain has set it.
std::string Context::cookie_name() const {
    return config.is_secure() ? "__Host-dondoc" : "dondoc";
}

text::Lang Context::lang_of(const Request& request) {
    return text::parse_lang(request.cookies["lang"]);
}

Response Context::sorry(int status, text::Lang lang, const std::string& sentence,
                        const Visitor* visitor) const {
    const auto title = text::render(lang, status == 403   ? "web.error.forbidden"
                                          : status == 404 ? "web.error.not_found"
                                          : status == 503 ? "web.error.away"
                                                          : "web.error.title");
    const auto body = "<p>" + text::as_markup(sentence) + "</p>\n<p><a href=\"/\">" +
                      text::as_markup(text::render(lang, "web.error.home")) + "</a></p>";
    auto page = html(frame({lang, title, body, visitor}), status);
    if (status == 503) page.set("Retry-After", "5");
    return page;
}

Response Context::no_answer(int status, const Request& request) const {
    if (request.headers["accept"].find("text/html") == std::string::npos)
        return plain(std::to_string(status) + "\n", status);
    const auto lang = lang_of(request);
    return sorry(status, lang,
                 text::render(lang, status == 404   ? "web.error.no_page"
                                    : status == 405 ? "web.error.only_forms"
                                    : status == 413 ? "web.error.too_large"
                                    : status == 500 ? "web.error.fault"
                                    : status == 503 ? "web.error.busy"
                                                    : "web.error.malformed"));
}

Visitor Context::visitor_of(std::uint64_t person) {
    const auto known = people.get(person);
    Visitor visitor;
    visitor.person = person;
    visitor.name = known.name();
    visitor.agency = known.agency();
    visitor.role = known.role();
    visitor.lang = text::parse_lang(known.lang());
    return visitor;
}

std::optional<Visitor> Context::visitor(const Request& request) {
    const auto session = accounts.sessions.find(request.cookies[cookie_name()]);
    if (!session) return std::nullopt;
    try {
        auto visitor = visitor_of(session->person);
        if (request.cookies.has("lang")) visitor.lang = lang_of(request);
        visitor.form_token = session->form_token;
        visitor.session = std::to_string(session->id);
        return visitor;
    } catch (const SignedOut&) {
        accounts.forget(session->person);
        throw;
    }
}

Response Context::signed_in(std::uint64_t person, const Request& request, Response response) {
    const auto cookie = accounts.sessions.begin(person, request.remote, request.headers["user-agent"]);
    response.add("Set-Cookie", cookie_name() + "=" + cookie + "; Path=/; HttpOnly; SameSite=Lax" +
                                   (config.is_secure() ? "; Secure" : ""));
    spdlog::info("event=signed_in person={} address={}", person, request.remote);
    return response;
}

Response Context::signed_out(Response response) const {
    response.add("Set-Cookie", cookie_name() + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0" +
                                   (config.is_secure() ? "; Secure" : ""));
    return response;
}

bool Context::is_from_here(const Request& request) const {
    const auto& site = request.headers["sec-fetch-site"];
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    const auto& origin = request.headers["origin"];
    return origin.empty() || origin == config.url;
}

Context::Handler Context::open_page(std::function<Response(const Request&, text::Lang)> page) {
    return [this, page = std::move(page)](const Request& request) {
        const auto lang = lang_of(request);
        try {
            return page(request, lang);
        } catch (const DaemonAway& error) {
            spdlog::warn("event=daemon_away reason={}", error.message().key);
            return sorry(503, lang, text::render(lang, "web.error.daemon_away"));
        } catch (const SignedOut&) {
            return signed_out(to_sign_in(request));
        } catch (const UserError& error) {
            return sorry(400, lang, text::render(lang, error.message()));
        }
    };
}

Context::Handler Context::open_form(std::function<Response(const Request&, text::Lang)> page) {
    return open_page([this, page = std::move(page)](const Request& request, text::Lang lang) {
        if (!is_from_here(request)) return sorry(403, lang, text::render(lang, "web.error.other_site"));
        return page(request, lang);
    });
}

std::uint64_t Context::signed_on(const Request& request) {
    if (config.sign_on_header.empty() || !request.is_from_proxy) return 0;
    const auto& mail = request.headers[config.sign_on_header];
    if (mail.find('@') == std::string::npos) return 0;
    const auto person = people.find(mail);
    return person ? person->id() : 0;
}

Context::Handler Context::page(Page page) {
    return open_page([this, page = std::move(page)](const Request& request, text::Lang) {
        if (const auto who = visitor(request)) return page(request, *who);
        if (request.method != "GET") return to_sign_in(request);
        const auto person = signed_on(request);
        // The page is asked for anew, with the session's cookie.
        return person == 0 ? to_sign_in(request) : signed_in(person, request, redirect(request.target));
    });
}

Context::Handler Context::form(Page page) {
    return this->page([this, page = std::move(page)](const Request& request, const Visitor& visitor) {
        if (!is_from_here(request) || !is_same_secret(request.form["form_token"], visitor.form_token))
            return sorry(403, visitor.lang, text::render(visitor.lang, "web.error.form_token"), &visitor);
        return page(request, visitor);
    });
}

std::function<std::optional<Response>(const Request&)> Context::visitors_only() {
    return [this](const Request& request) -> std::optional<Response> {
        if (accounts.sessions.find(request.cookies[cookie_name()])) return std::nullopt;
        return to_sign_in(request);
    };
}

}  // namespace dondoc::web
