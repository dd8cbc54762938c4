// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/pages/desk.h"
#include "web/pages/mine.h"
#include "web/pages/page_file.h"
#include "web/pages/routes.h"
#include "web/pages/task_list.h"
#include "web/pages/task_page.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

Response show_mine(Desk& desk) {
    if (!desk.view.is_agency()) return redirect("/tong-quan");
    v1::Request status;
    status.mutable_status()->set_agency(desk.view.agency);
    const auto counts = desk.ask(std::move(status));
    v1::Request list;
    *list.mutable_task_list() = mine_request(desk.view, desk.asked.query["sau"]);
    const auto open = desk.ask(std::move(list));
    if (const auto today = parse_iso_day(open.task_list().today())) desk.view.today = *today;
    desk.view.agency_name = desk.agency_name(desk.view.agency);
    return html(mine_page(desk.view, counts.status(), open.task_list()));
}

Response show_list(Desk& desk) {
    const auto filter = ListFilter::of(desk.asked.query);
    try {
        return html(task_list_page(desk.view, filter, desk.list(filter.request(rows_of_page), rows_of_page)));
    } catch (const Refused& refused) {
        return html(task_list_page(desk.view, filter, {}, refused.sentence()), 400);
    } catch (const UserError& error) {
        return html(task_list_page(desk.view, filter, {}, text::render(desk.view.lang, error.message())),
                    400);
    }
}

Response list_workbook(Desk& desk) {
    const auto filter = ListFilter::of(desk.asked.query);
    const auto list = desk.list(filter.request(rows_of_page), rows_of_workbook);
    auto page =
        workbook(desk.view, assignment_section(desk.view, desk.view.say("page.tasks.title"), list.rows()));
    if (!list.next().empty())
        page.warnings.push_back(desk.view.say("page.list.cut", {std::to_string(list.rows_size())}));
    return page_file(page, "nhiem-vu-" + iso_day(desk.view.today));
}

std::uint64_t asked_assignment(const Desk& desk) {
    return number_of(desk.asked.parts["id"]);
}

// Those of an agency who may be named; an operator may name any of the agencies that lead.
std::vector<v1::Person> persons_to_choose(Desk& desk, const v1::TaskShowReply& shown) {
    std::vector<v1::Person> persons;
    if (!desk.view.is_agency() && !desk.view.is_operator()) return persons;
    constexpr int most_agencies = 8;  // one request each
    int asked = 0;
    for (const auto& row : shown.assignments()) {
        if (desk.view.is_agency() && row.agency() != desk.view.agency) continue;
        if (++asked > most_agencies) break;
        v1::Request request;
        request.mutable_person_list()->set_agency(row.agency());
        const auto reply = desk.ask(std::move(request));
        persons.insert(persons.end(), reply.person_list().persons().begin(),
                       reply.person_list().persons().end());
    }
    return persons;
}

// What is not the agency's, or gone, is no reason not to show the page.
void mark_seen(Desk& desk, const std::vector<std::uint64_t>& events) {
    if (events.empty()) return;
    v1::Request request;
    auto& seen = *request.mutable_event_seen();
    seen.set_person(std::to_string(desk.who.person));
    for (const auto event : events) seen.add_events(event);
    try {
        desk.ask(std::move(request));
    } catch (const Refused&) {
        return;
    }
}

// A person of the agency looks at the task: what the agency was told of it is seen, by this person, and so is
// the event whose link was followed.
void note_seen(Desk& desk, std::uint64_t task) {
    if (!desk.view.is_agency()) return;
    v1::Request log;
    log.mutable_log()->set_task(task);
    log.mutable_log()->set_newest_first(true);
    const auto told = desk.ask(std::move(log));
    std::vector<std::uint64_t> events;
    for (const auto& event : told.log().events()) events.push_back(event.id());
    mark_seen(desk, events);
    if (const auto followed = number_of(desk.asked.query["seen"]); followed != 0) mark_seen(desk, {followed});
}

Response show_task(Desk& desk, std::uint64_t task, const Attempt* attempt) {
    v1::Request request;
    request.mutable_task_show()->set_task(task);
    note_seen(desk, task);
    const auto reply = desk.ask(std::move(request));
    desk.today();
    desk.view.here = task_address(task).text();
    const auto persons = persons_to_choose(desk, reply.task_show());
    const auto agencies = desk.view.is_operator() ? desk.agencies() : Choices{};
    const auto chosen = number_of(desk.asked.query["pv"]);
    const auto shown = task_page(desk.view, {reply.task_show(), persons, attempt, agencies, chosen});
    return html(shown, attempt == nullptr ? 200 : 409);
}

// The task that an assignment is of; the form comes from its page or from a list.
std::uint64_t task_of_assignment(Desk& desk, std::uint64_t assignment) {
    v1::Request request;
    request.mutable_assignment_history()->set_assignment(assignment);
    request.mutable_assignment_history()->set_limit(1);
    const auto reply = desk.ask(std::move(request));
    const auto& entries = reply.assignment_history().entries();
    return entries.empty() ? 0 : entries[0].task();
}

// What is refused is shown on the task's page, in the form that was filled in, beside how things are now.
Response change_or_explain(Desk& desk, const std::string& action, const std::function<v1::Reply()>& change) {
    const auto assignment = asked_assignment(desk);
    std::string error;
    try {
        const auto reply = change();
        const auto& row = reply.has_assignment_change() ? reply.assignment_change().assignment()
                                                        : reply.assignment_responsible().assignment();
        return desk.back(assignment_address(row.task(), assignment), action);
    } catch (const Refused& refused) {
        error = refused.sentence();
    } catch (const UserError& wrong) {
        error = text::render(desk.view.lang, wrong.message());
    }
    const Attempt attempt{assignment, action, &desk.asked.form, error};
    return show_task(desk, task_of_assignment(desk, assignment), &attempt);
}

Response change(Desk& desk) {
    return change_or_explain(desk, desk.asked.form["action"], [&] {
        v1::Request request;
        *request.mutable_assignment_change() = change_of(asked_assignment(desk), desk.asked.form);
        return desk.command(std::move(request));
    });
}

Response name_responsible(Desk& desk) {
    return change_or_explain(desk, "responsible", [&] {
        v1::Request request;
        *request.mutable_assignment_responsible() = responsible_of(asked_assignment(desk), desk.asked.form);
        return desk.command(std::move(request));
    });
}

Response change_priority(Desk& desk) {
    v1::Request request;
    auto& wanted = *request.mutable_task_priority();
    wanted.set_task(asked_assignment(desk));
    wanted.set_priority(desk.asked.form["priority"]);
    wanted.set_reason(desk.asked.form["reason"]);
    desk.command(std::move(request));
    return desk.back(task_address(asked_assignment(desk)), "priority");
}

}  // namespace

void add_work_routes(Router& router, Context& context) {
    router.get("/cua-toi", page(context, show_mine));
    router.get("/nhiem-vu", page(context, show_list));
    router.get("/nhiem-vu.xlsx", page(context, list_workbook));
    router.get("/nhiem-vu/{id}",
               page(context, [](Desk& desk) { return show_task(desk, asked_assignment(desk), nullptr); }));
    router.post("/nhiem-vu/{id}/muc-uu-tien", command(context, change_priority));
    router.post("/phan-viec/{id}", command(context, change));
    router.post("/phan-viec/{id}/phu-trach", command(context, name_responsible));
}

}  // namespace dondoc::web::pages
