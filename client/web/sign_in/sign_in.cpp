// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/sign_in/sign_in.h"

#include <spdlog/spdlog.h>

#include <cstdint>
#include <string>

#include "domain/limits.h"
#include "language/words/normalize.h"
#include "web/sign_in/forms.h"

namespace dondoc::web {
namespace {

Response sign_in_page(const Context& context, text::Lang lang, const std::string& next,
                      const std::string& login, const std::string& fault) {
    Markup page{lang};
    page.alert(fault)
        .begin_form("/dang-nhap")
        .hidden("next", next)
        .field("login", "web.sign_in.login", "text", login)
        .field("password", "web.sign_in.password", "password")
        .field("code", "web.sign_in.code", "one-time-code")
        .end_form("web.sign_in.button")
        .link("/quen-mat-khau", "web.sign_in.forgotten");
    return html(context.frame({lang, text::render(lang, "web.sign_in.title"), page.html(), nullptr}),
                fault.empty() ? 200 : 403);
}

// Everything that is wrong is one answer, and takes as long: nobody learns who is known here.
bool is_who_he_says(Context& context, const Request& request, std::uint64_t person) {
    auto& credentials = context.accounts.credentials;
    if (!credentials.is_password(person, request.form["password"]) || person == 0) return false;
    return !credentials.has_totp(person) || credentials.is_totp(person, request.form["code"]);
}

Response sign_in(Context& context, const Request& request, text::Lang lang) {
    const auto& login = request.form["login"];
    const auto& next = request.form["next"];
    auto& tries = context.accounts.tries;
    const auto refuse = [&](const char* key) {
        spdlog::warn("event=sign_in_refused reason={} address={}", key, request.remote);
        return sign_in_page(context, lang, next, login, text::render(lang, key));
    };
    const auto found = context.people.find(login);
    const auto person = found ? found->id() : 0;
    // By the person, whatever he is called by: another spelling is no further try.
    const auto account = person == 0 ? "login " + language::fold(login) : "person " + std::to_string(person);
    if (!tries.begin(account, request.remote)) return refuse("web.sign_in.too_many");
    if (!is_who_he_says(context, request, person)) return refuse("web.sign_in.wrong");
    tries.succeeded(account, request.remote);
    return context.signed_in(person, request, redirect(next));
}

Response forgotten_page(const Context& context, text::Lang lang, const std::string& fault, const char* done) {
    Markup page{lang};
    page.alert(fault);
    if (*done != '\0') page.paragraph(done);
    page.paragraph("web.forgotten.mail")
        .begin_form("/quen-mat-khau")
        .field("login", "web.sign_in.login", "text")
        .end_form("web.forgotten.button")
        .paragraph("web.forgotten.office")
        .paragraph("web.forgotten.command")
        .link("/dang-nhap", "web.sign_in.title");
    return html(context.frame({lang, text::render(lang, "web.sign_in.forgotten"), page.html(), nullptr}),
                fault.empty() ? 200 : 403);
}

// The answer is the same whoever is named.
Response send_link(Context& context, const Request& request, text::Lang lang) {
    const auto& login = request.form["login"];
    if (!context.accounts.tries.begin("forgotten " + language::fold(login), request.remote))
        return forgotten_page(context, lang, text::render(lang, "web.sign_in.too_many"), "");
    v1::Request ask;
    ask.mutable_sign_in_link()->set_person(login.size() <= max_name_bytes ? login : std::string{});
    const auto reply = context.daemon.ask_itself(std::move(ask), lang);
    spdlog::info("event=password_forgotten address={}", request.remote);
    return forgotten_page(context, lang, "",
                          reply.sign_in_link().by_mail() ? "web.forgotten.sent" : "web.forgotten.no_mail");
}

Response sign_out(Context& context, const Visitor& visitor) {
    context.accounts.sessions.end(visitor.person, std::stoll(visitor.session));
    return context.signed_out(redirect("/dang-nhap"));
}

Response choose_language(const Request& request) {
    const auto* lang = request.form["lang"] == "en" ? "en" : "vi";
    auto response = redirect(request.form["next"]);
    response.add("Set-Cookie", std::string{"lang="} + lang + "; Path=/; SameSite=Lax; Max-Age=31536000");
    return response;
}

}  // namespace

void add_sign_in(Router& router, Context& context) {
    router.get("/dang-nhap", context.open_page([&context](const Request& request, text::Lang lang) {
        if (context.visitor(request)) return redirect(request.query["next"]);
        return sign_in_page(context, lang, request.query["next"], "", "");
    }));
    router.post("/dang-nhap", context.open_form([&context](const Request& request, text::Lang lang) {
        return sign_in(context, request, lang);
    }));
    router.post("/dang-xuat", context.form([&context](const Request&, const Visitor& visitor) {
        return sign_out(context, visitor);
    }));
    router.get("/quen-mat-khau", context.open_page([&context](const Request&, text::Lang lang) {
        return forgotten_page(context, lang, "", "");
    }));
    router.post("/quen-mat-khau", context.open_form([&context](const Request& request, text::Lang lang) {
        return send_link(context, request, lang);
    }));
    router.post("/ngon-ngu", context.open_form([](const Request& request, text::Lang) {
        return choose_language(request);
    }));
}

}  // namespace dondoc::web
