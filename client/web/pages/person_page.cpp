// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/pages/agency_pages.h"
#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/person_forms.h"
#include "web/pages/work_forms.h"
#include "words/dates.h"
#include "words/person_text.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

Choices told_choices(const View& view) {
    Choices choices;
    for (const auto* what : {"lead, cooperating", "lead", "cooperating", "head", "none"})
        choices.emplace_back(what, view.say(std::string("page.persons.told.") +
                                            (std::string_view{what} == "lead, cooperating" ? "both" : what)));
    return choices;
}

Choices role_choices(const View& view, bool of_office) {
    Choices choices{{"", view.say("page.persons.no_login")}};
    if (!of_office) choices.emplace_back("agency", view.say("cli.role.agency"));
    if (of_office) choices.emplace_back("office", view.say("cli.role.office"));
    if (of_office) choices.emplace_back("operator", view.say("cli.role.operator"));
    return choices;
}

std::string change_words(const View& view, const v1::PersonChangeDetail& detail) {
    auto said = words::changes_text(view.lang, detail.changed());
    if (!detail.note().empty()) said += (said.empty() ? "" : "; ") + detail.note();
    return said;
}

Html history(const View& view, const v1::PersonShowReply& shown) {
    using Kind = report::Column::Kind;
    auto rows = titled(view, "cli.person.history",
                       {{view.say("cli.column.time"), Kind::Day},
                        {view.say("cli.column.action"), Kind::Text},
                        {view.say("cli.column.done_by"), Kind::Text},
                        {view.say("cli.column.details"), Kind::Prose}});
    for (auto change = shown.history().rbegin(); change != shown.history().rend(); ++change)
        rows.rows.push_back({instant(change->time()), view.say("cli.person.action." + change->action()),
                             change->by(), change_words(view, change->detail())});
    return section("qua-trinh", rows.title, table(view, rows));
}

Choices others(const View& view, const v1::Person& person, const v1::PersonListReply& colleagues) {
    Choices choices{{"", view.say("page.persons.nobody")}};
    for (const auto& one : colleagues.persons())
        if (one.id() != person.id()) choices.emplace_back(std::to_string(one.id()), one.name());
    return choices;
}

Html forms_of(const View& view, const PersonPage& page) {
    const auto& person = page.shown.person();
    const auto to = person_address(person.id());
    const auto revision = seen_revision(person.revision());
    const auto deputies = others(view, person, page.colleagues);
    const auto deputy = person.has_deputy() ? std::to_string(person.deputy().person()) : std::string{};
    const auto error = page.error.empty() ? Html{} : alert("bad", el("p", page.error));
    return all(
        section(
            "sua", view.say("page.persons.change"),
            all(error, form(view, to, "",
                            all(revision, person_fields(view, person, person.agency().empty(), page.written),
                                submit(view.say("page.form.save")))))),
        section(
            "nguoi-thay", view.say("cli.person.field.deputy"),
            form(view, to, "",
                 all(revision, hidden("what", "deputy"),
                     select_field(
                         view, {.name = "deputy", .label = view.say("page.persons.deputy"), .value = deputy},
                         deputies),
                     typed_field(view, "date",
                                 {.name = "from",
                                  .label = view.say("page.persons.from"),
                                  .value = person.deputy().from()}),
                     typed_field(
                         view, "date",
                         {.name = "to", .label = view.say("page.persons.to"), .value = person.deputy().to()}),
                     submit(view.say("page.form.save"))))),
        person.role().empty() ? Html{}
                              : section("moi", view.say("page.persons.invite"),
                                        all(note(view.say("page.persons.invite_note")),
                                            form(view, person_address(person.id()).part("moi"), "",
                                                 submit(view.say("page.persons.invite_do"), "")))),
        folded(
            view.say("page.persons.remove"),
            form(view, person_address(person.id()).part("go"), "",
                 all(note(view.say("page.persons.remove_note")),
                     text_field(
                         view, {.name = "reason", .label = view.say("page.action.reason"), .required = true}),
                     select_field(view, {.name = "hand_over", .label = view.say("page.persons.hand_over")},
                                  deputies),
                     submit(view.say("page.persons.remove"), "danger"))),
            false, "action"));
}

}  // namespace

Html person_fields(const View& view, const v1::Person& person, bool of_office, const Fields* written) {
    const auto value = [&](const char* name, const std::string& is) {
        return written != nullptr && written->has(name) ? (*written)[name] : is;
    };
    std::string told = words::joined(person.told());
    if (told.empty()) told = person.id() == 0 ? "lead, cooperating" : "none";
    const auto role = value("role", person.role());
    auto fields = all(
        text_field(view, {.name = "name",
                          .label = view.say("cli.person.field.name"),
                          .value = value("name", person.name()),
                          .required = true}),
        text_field(view, {.name = "position",
                          .label = view.say("cli.person.field.position"),
                          .value = value("position", person.position())}),
        typed_field(view, "email",
                    {.name = "email",
                     .label = view.say("cli.person.field.email"),
                     .value = value("email", person.email())}),
        typed_field(view, "tel",
                    {.name = "phone",
                     .label = view.say("cli.person.field.phone"),
                     .value = value("phone", person.phone())}),
        select_field(
            view, {.name = "told", .label = view.say("cli.person.field.told"), .value = value("told", told)},
            told_choices(view)),
        text_field(view, {.name = "channels",
                          .label = view.say("cli.person.field.channels"),
                          .value = value("channels", words::joined(person.channels())),
                          .hint = view.say("page.persons.channels_hint")}),
        text_field(view, {.name = "quiet",
                          .label = view.say("cli.person.field.quiet"),
                          .value = value("quiet", person.quiet()),
                          .hint = view.say("page.persons.quiet_hint")}));
    fields += select_field(view, {.name = "role", .label = view.say("cli.person.login"), .value = role},
                           role_choices(view, of_office));
    return el("div", {{"class", "filters"}}, fields);
}

std::string invitation_page(const View& view, const v1::PersonInviteReply& invitation) {
    const auto& person = invitation.person();
    const auto how = invitation.link().empty() ? view.say("page.persons.invite_token")
                                               : view.say("page.persons.invite_link");
    const auto& secret = invitation.link().empty() ? invitation.token() : invitation.link();
    const auto body =
        el("section", el("p", view.say("page.persons.invited", {person.name(), instant(invitation.ends())})),
           el("p", how), el("p", el("code", {{"class", "secret"}}, secret)),
           el("p", button_link(person_address(person.id()), view.say("page.persons.back"))));
    return framed(view, {.place = Place::Agencies, .title = view.say("page.persons.invite"), .body = body});
}

Address person_address(std::uint64_t person) {
    return Address("/nguoi-dung").part(std::to_string(person));
}

std::string person_page(const View& view, const PersonPage& page) {
    const auto& person = page.shown.person();
    const auto mail = person.email().empty() ? Html{} : link(Address::mail(person.email()), person.email());
    const auto phone = person.phone().empty() ? Html{} : link(Address::phone(person.phone()), person.phone());
    const auto deputy =
        person.has_deputy()
            ? view.say("cli.person.deputy",
                       {person.deputy().name(), day(person.deputy().from()), day(person.deputy().to())})
            : std::string{};
    Html body =
        facts({{view.say("cli.person.field.agency"),
                person.agency().empty() ? Html(view.say("page.frame.office"))
                                        : link(agency_address(person.agency()), person.agency())},
               {view.say("cli.person.field.position"), person.position()},
               {view.say("cli.person.field.email"), mail},
               {view.say("cli.person.field.phone"), phone},
               {view.say("cli.person.field.deputy"), deputy},
               {view.say("cli.person.open"), std::to_string(person.responsible())},
               {view.say("page.persons.removed"), person.has_removed() ? instant(person.removed()) : ""}});
    body += warnings(page.colleagues.warnings());
    const bool may_change = view.is_operator() || (view.is_agency() && person.agency() == view.agency);
    if (may_change && !person.has_removed()) body += forms_of(view, page);
    body += history(view, page.shown);
    return framed(view, {.place = Place::Agencies, .title = person.name(), .body = body});
}

namespace {

v1::PersonEdit edit_of(const Fields& form) {
    v1::PersonEdit edit;
    edit.set_name(form["name"]);
    edit.set_position(form["position"]);
    edit.set_email(form["email"]);
    edit.set_phone(form["phone"]);
    edit.set_told(form["told"]);
    edit.set_channels(form["channels"]);
    edit.set_quiet(form["quiet"]);
    edit.set_role(form["role"]);
    return edit;
}

}  // namespace

v1::PersonAddRequest person_add_of(const Fields& form) {
    v1::PersonAddRequest request;
    request.mutable_entry()->set_agency(form["agency"]);
    *request.mutable_entry()->mutable_edit() = edit_of(form);
    if (form["channels"].empty()) request.mutable_entry()->mutable_edit()->clear_channels();
    return request;
}

v1::PersonChangeRequest person_change_of(std::uint64_t person, const Fields& form) {
    v1::PersonChangeRequest request;
    request.set_person(std::to_string(person));
    request.set_revision(number_of(form[revision_field]));
    if (form["what"] != "deputy") {
        *request.mutable_edit() = edit_of(form);
    } else if (form["deputy"].empty()) {
        request.set_no_deputy(true);
    } else {
        request.set_deputy(form["deputy"]);
        request.set_deputy_from(day_of(form["from"]));
        request.set_deputy_to(day_of(form["to"]));
    }
    return request;
}

v1::PersonRemoveRequest person_remove_of(std::uint64_t person, const Fields& form) {
    v1::PersonRemoveRequest request;
    request.set_person(std::to_string(person));
    request.set_reason(form["reason"]);
    request.set_hand_over(form["hand_over"]);
    return request;
}

}  // namespace dondoc::web::pages
