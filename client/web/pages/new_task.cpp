// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/new_task.h"

#include "domain/document_number.h"
#include "domain/message.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/work_forms.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

Html reading(const View& view, const v1::RowEditReply& seen) {
    const auto& row = seen.row();
    const auto days = words::days_text(row.deadline().due());
    Html problems;
    for (const auto& problem : row.problems()) problems += el("li", problem);
    return section(
        "doc", view.say("page.new.read_as"),
        all(problems.empty() ? problems : alert("warning", el("ul", problems)),
            facts({{view.say("page.intake.lead_read"), words::joined(row.lead(), "; ")},
                   {view.say("page.intake.cooperating_read"), words::joined(row.cooperating(), "; ")},
                   {view.say("page.intake.term_read"),
                    words::word(view.lang, row.deadline().kind()) + (days.empty() ? "" : ": " + days)},
                   {view.say("page.intake.why"), row.deadline().reason()}})));
}

Html inputs(const View& view, const NewTask& task) {
    const auto& written = task.written;
    const auto need = [&](const char* name, const char* key, const char* hint, const char* list = nullptr) {
        return text_field(view, {.name = name,
                                 .label = view.say(key),
                                 .value = written[name],
                                 .hint = view.say(hint),
                                 .required = true,
                                 .list = list});
    };
    const auto more = all(
        text_field(view, {.name = "cooperating",
                          .label = view.say("page.intake.cooperating_is"),
                          .value = written["cooperating"],
                          .list = "co-quan"}),
        area_field(view, {.name = "requirement",
                          .label = view.say("page.task.requirement"),
                          .value = written["requirement"]}),
        text_field(
            view,
            {.name = "row_number", .label = view.say("page.task.number"), .value = written["row_number"]}),
        typed_field(view, "date",
                    {.name = "issued",
                     .label = view.say("page.intake.issued"),
                     .value = written["issued"],
                     .hint = view.say("page.new.issued_hint")}),
        select_field(view,
                     {.name = "level",
                      .label = view.say("page.intake.level"),
                      .value = written["level"].empty() ? std::string{"province"} : written["level"]},
                     level_choices(view)),
        text_field(view,
                   {.name = "issuer", .label = view.say("page.intake.issuer"), .value = written["issuer"]}));
    const bool is_more = task.seen != nullptr || !task.error.empty();
    return all(need("title", "page.new.title_of", "page.new.title_hint"),
               need("lead", "page.new.lead", "page.new.lead_hint", "co-quan"),
               need("due", "page.new.due", "page.new.due_hint"),
               need("document", "page.new.document", "page.new.document_hint"),
               check_field("urgent", "1", written["urgent"] == "1", view.say("page.new.urgent")),
               folded(view.say("page.new.more"), more, is_more));
}

}  // namespace

std::string new_task_page(const View& view, const NewTask& task) {
    Html body = task.error.empty() ? Html{} : alert("bad", el("p", task.error));
    if (task.seen != nullptr) body += reading(view, *task.seen);
    const auto button = task.seen == nullptr
                            ? submit(view.say("page.new.assign"))
                            : submit_as("doubts", "1", view.say("page.new.assign_all_the_same"), "primary");
    body += el("section", form(view, Address("/nhiem-vu/moi"), "", all(inputs(view, task), el("p", button))));
    if (!task.agencies.empty()) body += name_list("co-quan", task.agencies);
    return framed(view, {.place = Place::Tasks, .title = view.say("page.frame.new_task"), .body = body});
}

v1::RowEditRequest row_edit_of(const Fields& form) {
    v1::RowEditRequest request;
    for (const auto* name : {"title", "lead", "due", "document"})
        if (form[name].find_first_not_of(' ') == std::string::npos) throw UserError("page.new.missing");
    auto& document = *request.mutable_document();
    document.set_number(printed_number(form["document"]));
    document.set_issued(day_of(form["issued"]));
    if (!document.issued().empty()) {
        document.set_level(form["level"]);
        document.set_issuer(form["issuer"]);
    }
    auto& row = *request.mutable_row();
    row.set_title(form["title"]);
    row.set_lead_text(form["lead"]);
    row.set_cooperating_text(form["cooperating"]);
    row.set_deadline_text(form["due"]);
    row.set_requirement(form["requirement"]);
    row.set_number(form["row_number"]);
    if (form["urgent"] == "1") request.set_priority("urgent");
    return request;
}

}  // namespace dondoc::web::pages
