// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "web/pages/agency_pages.h"
#include "web/pages/desk.h"
#include "web/pages/page_file.h"
#include "web/pages/routes.h"
#include "web/pages/task_list.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

constexpr std::uint32_t most_persons = 1000;  // of the wire

v1::Reply agencies_of(Desk& desk) {
    v1::Request request;
    request.mutable_agency_list()->set_text(desk.asked.query["tim"]);
    return desk.ask(std::move(request));
}

v1::Reply ask_persons(Desk& desk, const std::string& agency) {
    v1::Request request;
    request.mutable_person_list()->set_agency(agency);
    request.mutable_person_list()->set_office(agency.empty());
    request.mutable_person_list()->set_limit(most_persons);
    return desk.ask(std::move(request));
}

Response show_agency(Desk& desk, const std::string& code, const Fields* written, const std::string& error) {
    v1::Request show;
    show.mutable_agency_show()->set_code(code);
    const auto shown = desk.ask(std::move(show));
    const bool is_own = desk.view.sees_all() || desk.view.agency == shown.agency_show().agency().code();
    v1::Reply persons, status;
    if (is_own) {
        persons = ask_persons(desk, code);
        v1::Request counts;
        counts.mutable_status()->set_agency(code);
        status = desk.ask(std::move(counts));
    }
    const auto* list = is_own ? &persons.person_list() : nullptr;
    const auto* counts = is_own ? &status.status() : nullptr;
    return html(agency_page(desk.view, {shown.agency_show(), list, counts, written, error}),
                error.empty() ? 200 : 409);
}

Response show_office(Desk& desk, const Fields* written, const std::string& error) {
    return html(office_page(desk.view, ask_persons(desk, {}).person_list(), written, error),
                error.empty() ? 200 : 409);
}

Response add_person(Desk& desk) {
    const auto& form = desk.asked.form;
    const auto agency = form["agency"];
    std::string error;
    try {
        v1::Request request;
        *request.mutable_person_add() = person_add_of(form);
        const auto reply = desk.command(std::move(request));
        return desk.back(person_address(reply.person().person().id()), "saved");
    } catch (const Refused& refused) {
        error = refused.sentence();
    }
    return agency.empty() ? show_office(desk, &form, error) : show_agency(desk, agency, &form, error);
}

Response show_person(Desk& desk, const Fields* written, const std::string& error) {
    v1::Request request;
    request.mutable_person_show()->set_person(desk.asked.parts["id"]);
    const auto shown = desk.ask(std::move(request));
    const auto colleagues = ask_persons(desk, shown.person_show().person().agency());
    return html(person_page(desk.view, {shown.person_show(), colleagues.person_list(), written, error}),
                error.empty() ? 200 : 409);
}

Response change_person(Desk& desk, v1::Request request) {
    try {
        const auto reply = desk.command(std::move(request));
        return desk.back(person_address(reply.person().person().id()), "saved");
    } catch (const Refused& refused) {
        return show_person(desk, &desk.asked.form, refused.sentence());
    }
}

std::uint64_t id_of_person(const Desk& desk) {
    return number_of(desk.asked.parts["id"]);
}

}  // namespace

void add_register_routes(Router& router, Context& context) {
    router.get(
        "/co-quan", page(context, [](Desk& desk) {
            return html(agencies_page(desk.view, desk.asked.query["tim"], agencies_of(desk).agency_list()));
        }));
    router.get("/co-quan.xlsx", page(context, [](Desk& desk) {
                   return page_file(
                       workbook(desk.view, agency_section(desk.view, agencies_of(desk).agency_list())),
                       "co-quan");
               }));
    router.get("/co-quan/{ma}", page(context, [](Desk& desk) {
                   return show_agency(desk, desk.asked.parts["ma"], nullptr, {});
               }));
    router.get("/van-phong", page(context, [](Desk& desk) { return show_office(desk, nullptr, {}); }));
    router.post("/nguoi-dung", command(context, add_person));
    router.get("/nguoi-dung/{id}", page(context, [](Desk& desk) { return show_person(desk, nullptr, {}); }));
    router.post("/nguoi-dung/{id}", command(context, [](Desk& desk) {
                    v1::Request request;
                    *request.mutable_person_change() = person_change_of(id_of_person(desk), desk.asked.form);
                    return change_person(desk, std::move(request));
                }));
    router.post("/nguoi-dung/{id}/moi", command(context, [](Desk& desk) {
                    v1::Request request;
                    request.mutable_person_invite()->set_person(desk.asked.parts["id"]);
                    return html(invitation_page(desk.view, desk.command(std::move(request)).person_invite()))
                        .set("Referrer-Policy", "strict-origin");
                }));
    router.post("/nguoi-dung/{id}/go", command(context, [](Desk& desk) {
                    v1::Request request;
                    *request.mutable_person_remove() = person_remove_of(id_of_person(desk), desk.asked.form);
                    return change_person(desk, std::move(request));
                }));
}

}  // namespace dondoc::web::pages
