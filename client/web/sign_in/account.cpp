// SPDX-License-Identifier: GPL-3.0-or-later
// What a person looks after himself: where he is signed in, his password, the second factor, tokens for
// programs and calendars. What is secret asks for the password again.
#include <spdlog/spdlog.h>

#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/limits.h"
#include "web/session/password.h"
#include "web/sign_in/forms.h"
#include "web/sign_in/sign_in.h"

namespace dondoc::web {
namespace {

std::string spoken(sys_seconds instant) {
    return spoken_instant(instant);
}

void add_sessions(Markup& page, Context& context, const Visitor& visitor) {
    std::vector<Markup::Row> rows;
    for (const auto& session : context.accounts.sessions.of(visitor.person)) {
        const bool is_this = std::to_string(session.id) == visitor.session;
        rows.push_back({{session.browser, session.address, spoken(session.begun_at), spoken(session.seen_at)},
                        is_this ? "" : "/tai-khoan/phien/" + std::to_string(session.id) + "/ket-thuc"});
    }
    page.heading("web.account.sessions")
        .table({"web.account.browser", "web.account.address", "web.account.begun", "web.account.seen"}, rows,
               "web.account.end", visitor.form_token)
        .begin_form("/tai-khoan/phien/ket-thuc", visitor.form_token)
        .end_form("web.account.end_others");
}

void add_tokens(Markup& page, Context& context, const Visitor& visitor) {
    std::vector<Markup::Row> rows;
    for (const auto& token : context.accounts.tokens.of(visitor.person))
        rows.push_back({{token.name,
                         text::render(visitor.lang, token.kind == Token::Kind::Api ? "web.token.api"
                                                                                   : "web.token.calendar"),
                         spoken(token.made_at), token.used_at ? spoken(*token.used_at) : ""},
                        "/tai-khoan/khoa/" + std::to_string(token.id) + "/thu-hoi"});
    page.heading("web.account.tokens")
        .table({"web.token.name", "web.token.kind", "web.token.made", "web.token.used"}, rows,
               "web.account.revoke", visitor.form_token)
        .begin_form("/tai-khoan/khoa", visitor.form_token)
        .field("name", "web.token.name", "text")
        .choice("kind", "web.token.kind", {{"calendar", "web.token.calendar"}, {"api", "web.token.api"}})
        .end_form("web.token.button");
}

void add_second_factor(Markup& page, Context& context, const Visitor& visitor) {
    page.heading("web.totp.title");
    if (context.accounts.credentials.has_totp(visitor.person)) {
        page.paragraph("web.totp.is_on")
            .begin_form("/tai-khoan/ma/tat", visitor.form_token)
            .field("present", "web.password.present", "password")
            .end_form("web.totp.end");
        return;
    }
    const auto secret = Credentials::new_totp_secret();
    const auto place =
        "otpauth://totp/dondoc:" + std::to_string(visitor.person) + "?secret=" + secret + "&issuer=dondoc";
    page.paragraph("web.totp.scan")
        .picture(place, "web.totp.picture")
        .link(place, "web.totp.open")
        .paragraph("web.totp.about")
        .code(secret)
        .begin_form("/tai-khoan/ma", visitor.form_token)
        .hidden("secret", secret)
        .field("code", "web.totp.code", "one-time-code")
        .end_form("web.totp.button");
}

Response account_page(Context& context, const Visitor& visitor, const std::string& fault = {},
                      const std::string& made = {}) {
    Markup page{visitor.lang};
    page.alert(fault);
    if (!made.empty()) page.paragraph("web.token.once").code(made);
    add_sessions(page, context, visitor);
    page.heading("web.account.password")
        .paragraph("web.password.rules", {std::to_string(shortest_password)})
        .begin_form("/tai-khoan/mat-khau", visitor.form_token)
        .field("present", "web.password.present", "password")
        .field("password", "web.password.new", "new-password")
        .field("again", "web.password.again", "new-password")
        .end_form("web.account.password_button");
    add_second_factor(page, context, visitor);
    add_tokens(page, context, visitor);
    return html(
        context.frame({visitor.lang, text::render(visitor.lang, "web.account.title"), page.html(), &visitor}),
        fault.empty() ? 200 : 400);
}

bool knows_password(Context& context, const Request& request, const Visitor& visitor) {
    const auto account = "person " + std::to_string(visitor.person);
    if (!context.accounts.tries.begin(account, request.remote)) return false;
    if (!context.accounts.credentials.is_password(visitor.person, request.form["present"])) return false;
    context.accounts.tries.succeeded(account, request.remote);
    return true;
}

Response refused(Context& context, const Visitor& visitor, const char* key) {
    return account_page(context, visitor, text::render(visitor.lang, key));
}

Response change_password(Context& context, const Request& request, const Visitor& visitor) {
    if (!knows_password(context, request, visitor))
        return refused(context, visitor, "web.password.not_present");
    const auto fault = new_password_fault(request, context.people.get(visitor.person), visitor.lang);
    if (!fault.empty()) return account_page(context, visitor, fault);
    context.accounts.credentials.set_password(visitor.person, request.form["password"]);
    context.accounts.sessions.end_all(visitor.person);
    spdlog::info("event=password_changed person={} address={}", visitor.person, request.remote);
    return context.signed_in(visitor.person, request, redirect("/tai-khoan"));
}

Response begin_second_factor(Context& context, const Request& request, const Visitor& visitor) {
    auto& credentials = context.accounts.credentials;
    if (credentials.has_totp(visitor.person) ||
        !credentials.begin_totp(visitor.person, request.form["secret"], request.form["code"]))
        return refused(context, visitor, "web.totp.wrong");
    return redirect("/tai-khoan");
}

Response end_second_factor(Context& context, const Request& request, const Visitor& visitor) {
    if (!knows_password(context, request, visitor))
        return refused(context, visitor, "web.password.not_present");
    context.accounts.credentials.end_totp(visitor.person);
    return redirect("/tai-khoan");
}

Response make_token(Context& context, const Request& request, const Visitor& visitor) {
    const bool is_calendar = request.form["kind"] == "calendar";
    const auto& name = request.form["name"];
    require_length(name, max_name_bytes, "name");
    try {
        const auto token = context.accounts.tokens.make(
            visitor.person, is_calendar ? Token::Kind::Calendar : Token::Kind::Api, name);
        return account_page(context, visitor, "",
                            is_calendar ? context.config.url + "/ics/" + token + ".ics" : token);
    } catch (const UserError& error) {
        return account_page(context, visitor, text::render(visitor.lang, error.message()));
    }
}

std::int64_t number_of(const Request& request) {
    const auto& text = request.parts["id"];
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

void add_account(Router& router, Context& context) {
    router.get("/tai-khoan", context.page([&context](const Request&, const Visitor& visitor) {
        return account_page(context, visitor);
    }));
    const auto add = [&](const char* pattern, auto work) {
        router.post(pattern, context.form([&context, work](const Request& request, const Visitor& visitor) {
            return work(context, request, visitor);
        }));
    };
    add("/tai-khoan/mat-khau", change_password);
    add("/tai-khoan/ma", begin_second_factor);
    add("/tai-khoan/ma/tat", end_second_factor);
    add("/tai-khoan/khoa", make_token);
    add("/tai-khoan/khoa/{id}/thu-hoi", [](Context& of, const Request& request, const Visitor& visitor) {
        of.accounts.tokens.revoke(visitor.person, number_of(request));
        return redirect("/tai-khoan");
    });
    add("/tai-khoan/phien/{id}/ket-thuc", [](Context& of, const Request& request, const Visitor& visitor) {
        of.accounts.sessions.end(visitor.person, number_of(request));
        return redirect("/tai-khoan");
    });
    add("/tai-khoan/phien/ket-thuc", [](Context& of, const Request&, const Visitor& visitor) {
        of.accounts.sessions.end_all(visitor.person, std::stoll(visitor.session));
        return redirect("/tai-khoan");
    });
}

}  // namespace dondoc::web
