// SPDX-License-Identifier: GPL-3.0-or-later
#include <spdlog/spdlog.h>

#include <string>

#include "web/session/password.h"
#include "web/sign_in/forms.h"
#include "web/sign_in/sign_in.h"

namespace dondoc::web {
namespace {

// The address holds a secret: no other page is told of it. (With "no-referrer" the form would come from the
// origin "null".)
Response secret_page(const Context& context, text::Lang lang, const char* title, const Markup& page,
                     int status) {
    auto response = html(context.frame({lang, text::render(lang, title), page.html(), nullptr}), status);
    response.set("Referrer-Policy", "strict-origin");
    return response;
}

v1::Reply invitation(Context& context, const std::string& token, bool look, text::Lang lang) {
    v1::Request request;
    request.mutable_invitation_take()->set_token(token);
    request.mutable_invitation_take()->set_look(look);
    return context.daemon.ask_itself(std::move(request), lang);
}

// Whoever was signed in as this person, perhaps with what was stolen or forgotten, is so no longer.
Response begin_anew(Context& context, const Request& request, const v1::Person& person) {
    auto& accounts = context.accounts;
    accounts.credentials.set_password(person.id(), request.form["password"]);
    accounts.credentials.end_first_link();
    accounts.sessions.end_all(person.id());
    accounts.tokens.revoke_all(person.id());
    return context.signed_in(person.id(), request, redirect("/"));
}

// A link that came by mail is no second factor: who has one shows it, too.
bool needs_code(Context& context, const v1::InvitationTakeReply& invited) {
    return invited.mailed() && context.accounts.credentials.has_totp(invited.person().id());
}

Response invitation_page(Context& context, text::Lang lang, const std::string& token,
                         const v1::InvitationTakeReply& invited, const std::string& fault) {
    Markup page{lang};
    page.alert(fault)
        .paragraph("web.invitation.for", {invited.person().name()})
        .paragraph("web.password.rules", {std::to_string(shortest_password)})
        .begin_form("/loi-moi/" + token)
        .field("password", "web.password.new", "new-password")
        .field("again", "web.password.again", "new-password");
    if (needs_code(context, invited)) page.field("code", "web.totp.code", "one-time-code");
    page.end_form("web.invitation.button");
    return secret_page(context, lang, "web.invitation.title", page, fault.empty() ? 200 : 400);
}

std::string code_fault(Context& context, const Request& request, const v1::InvitationTakeReply& invited,
                       text::Lang lang) {
    if (!needs_code(context, invited)) return {};
    auto& tries = context.accounts.tries;
    const auto person = invited.person().id();
    const auto account = "person " + std::to_string(person);
    if (!tries.begin(account, request.remote)) return text::render(lang, "web.sign_in.too_many");
    if (!context.accounts.credentials.is_totp(person, request.form["code"]))
        return text::render(lang, "web.totp.wrong");
    tries.succeeded(account, request.remote);
    return {};
}

Response take_invitation(Context& context, const Request& request, text::Lang lang) {
    const auto& token = request.parts["token"];
    const auto looked = invitation(context, token, true, lang);
    if (looked.has_error()) return context.sorry(403, lang, looked.error().message());
    const auto& invited = looked.invitation_take();
    const auto& person = invited.person();
    if (request.method == "GET") return invitation_page(context, lang, token, invited, "");
    if (const auto fault = new_password_fault(request, person, lang); !fault.empty())
        return invitation_page(context, lang, token, invited, fault);
    if (const auto fault = code_fault(context, request, invited, lang); !fault.empty())
        return invitation_page(context, lang, token, invited, fault);
    const auto taken = invitation(context, token, false, lang);
    if (taken.has_error()) return context.sorry(403, lang, taken.error().message());
    spdlog::info("event=invitation_taken person={} address={}", person.id(), request.remote);
    if (!invited.mailed()) context.accounts.credentials.end_totp(person.id());
    return begin_anew(context, request, taken.invitation_take().person());
}

Response first_page(const Context& context, text::Lang lang, const std::string& token,
                    const std::string& login, const std::string& fault) {
    Markup page{lang};
    page.alert(fault)
        .paragraph("web.first.about")
        .paragraph("web.password.rules", {std::to_string(shortest_password)})
        .begin_form("/bat-dau/" + token)
        .field("login", "web.sign_in.login", "text", login)
        .field("password", "web.password.new", "new-password")
        .field("again", "web.password.again", "new-password")
        .end_form("web.invitation.button");
    return secret_page(context, lang, "web.first.title", page, fault.empty() ? 200 : 400);
}

// The first user comes from the office: an agency's person could let nobody else in.
Response first_user(Context& context, const Request& request, text::Lang lang) {
    const auto& token = request.parts["token"];
    if (!context.accounts.credentials.is_first_link(token))
        return context.sorry(403, lang, text::render(lang, "web.first.ended"));
    if (request.method == "GET") return first_page(context, lang, token, "", "");
    const auto& login = request.form["login"];
    const auto person = context.people.find(login);
    if (!person || person->role() == "agency")
        return first_page(context, lang, token, login, text::render(lang, "web.first.unknown"));
    if (const auto fault = new_password_fault(request, *person, lang); !fault.empty())
        return first_page(context, lang, token, login, fault);
    spdlog::info("event=first_user person={} address={}", person->id(), request.remote);
    return begin_anew(context, request, *person);
}

}  // namespace

std::string new_password_fault(const Request& request, const v1::Person& person, text::Lang lang) {
    const auto& password = request.form["password"];
    const auto& mail = person.email();
    if (const auto fault = password_fault(password, {person.name(), mail, mail.substr(0, mail.find('@'))}))
        return text::render(lang, *fault);
    if (password != request.form["again"]) return text::render(lang, "web.password.differ");
    return {};
}

void add_invitations(Router& router, Context& context) {
    const auto take = [&context](const Request& request, text::Lang lang) {
        return take_invitation(context, request, lang);
    };
    const auto first = [&context](const Request& request, text::Lang lang) {
        return first_user(context, request, lang);
    };
    router.get("/loi-moi/{token}", context.open_page(take));
    router.post("/loi-moi/{token}", context.open_form(take));
    router.get("/bat-dau/{token}", context.open_page(first));
    router.post("/bat-dau/{token}", context.open_form(first));
}

}  // namespace dondoc::web
