// SPDX-License-Identifier: GPL-3.0-or-later
// Three lists with a box before each row, and below each list what can be done to the rows that are chosen. A
// box says the assignment and the revision that was seen: "12.3".
#include "web/pages/waiting.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

#include "domain/message.h"
#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/work_forms.h"
#include "words/assignment_text.h"

namespace dondoc::web::pages {
namespace {

constexpr const char* chosen_field = "chon";
constexpr std::uint32_t most_rows = 200;

using Rows = std::vector<const v1::AssignmentRow*>;

std::string box_value(const v1::AssignmentRow& row) {
    return std::to_string(row.assignment()) + "." + std::to_string(row.revision());
}

Html box(const View& view, const v1::AssignmentRow& row, const Fields* written) {
    const auto value = box_value(row);
    const auto chosen = written == nullptr ? std::vector<std::string>{} : written->all(chosen_field);
    return el("input", {{"type", "checkbox"},
                        {"name", chosen_field},
                        {"value", value},
                        {"checked", std::ranges::find(chosen, value) != chosen.end()},
                        {"aria-label", view.say("page.waiting.choose", {row.title()})}});
}

Html chosen_row(const View& view, const v1::AssignmentRow& row, const Fields* written) {
    const auto cell = [&](const char* key, std::string_view look, const Html& content) {
        return el("td", {{"class", look}, {"data-label", view.say(key)}}, content);
    };
    const auto agency = row.agency_name().empty() ? row.agency() : row.agency_name();
    const auto asked =
        row.asked_due().empty() ? Html{} : el("div", view.say("page.work.asked", {day(row.asked_due())}));
    return el(
        "tr", el("td", {{"class", "box"}}, box(view, row, written)),
        el("th", {{"scope", "row"}, {"class", "prose"}, {"data-label", view.say("cli.column.title")}},
           link(assignment_address(row.task(), row.assignment()), row.title()),
           el("div", {{"class", "note"}}, view.say("page.work.source", {row.document(), row.task_number()}))),
        cell("cli.column.agency", "text", agency), cell("cli.column.due", "day", due_of(view, row)),
        cell("cli.column.standing", "prose",
             all(standing_badge(view, row), asked,
                 row.note().empty() ? Html{} : el("div", {{"class", "note"}}, row.note()),
                 row.pressed() > 0
                     ? el("div", {{"class", "note"}},
                          view.say("cli.press.count", {std::to_string(row.pressed()), day(row.pressed_on())}))
                     : Html{})));
}

Html chosen_table(const View& view, const std::string& title, const Rows& rows, const Fields* written) {
    Html head = el("th", {{"scope", "col"}, {"class", "box"}},
                   el("span", {{"class", "hidden"}}, view.say("page.waiting.box")));
    for (const auto* key : {"cli.column.title", "cli.column.agency", "cli.column.due", "cli.column.standing"})
        head += el("th", {{"scope", "col"}}, view.say(key));
    Html body;
    for (const auto* row : rows) body += chosen_row(view, *row, written);
    return el("div", {{"class", "scroll"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", title}},
              el("table", {{"data-choose", view.say("page.waiting.all")}}, el("caption", title),
                 el("thead", el("tr", head)), el("tbody", body)));
}

std::string written_value(const Fields* written, std::string_view name) {
    return written == nullptr ? std::string{} : (*written)[name];
}

Html results(const View& view, const Rows& rows, const Fields* written) {
    const auto title = view.say("page.waiting.results", {std::to_string(rows.size())});
    if (rows.empty()) return section("ket-qua", title, nothing(view.say("page.waiting.no_results")));
    const auto rework = folded(view.say("cli.change.rework"),
                               all(area_field(view,
                                              {.name = "note",
                                               .label = view.say("page.action.reason"),
                                               .value = written_value(written, "note")},
                                              "rework-"),
                                   submit_as("action", "rework", view.say("page.waiting.rework_do"), "")),
                               false, "action");
    return section("ket-qua", title,
                   form(view, Address("/cho-xu-ly"), "",
                        all(chosen_table(view, title, rows, written),
                            el("div", {{"class", "actions"}},
                               submit_as("action", "confirm", view.say("page.waiting.confirm_do"), "primary"),
                               rework))));
}

Html extensions(const View& view, const Rows& rows, const Fields* written) {
    const auto title = view.say("page.waiting.extensions", {std::to_string(rows.size())});
    if (rows.empty()) return {};
    const auto fields = all(text_field(view,
                                       {.name = "decision",
                                        .label = view.say("page.action.decision"),
                                        .value = written_value(written, "decision")},
                                       "extension-"),
                            area_field(view,
                                       {.name = "note",
                                        .label = view.say("page.waiting.reason_to_refuse"),
                                        .value = written_value(written, "note")},
                                       "extension-"));
    return section(
        "gia-han", title,
        form(view, Address("/cho-xu-ly"), "",
             all(chosen_table(view, title, rows, written), fields,
                 el("div", {{"class", "actions"}},
                    submit_as("action", "grant_extension", view.say("page.waiting.grant_do"), "primary"),
                    submit_as("action", "refuse_extension", view.say("page.waiting.refuse_do"), "")))));
}

Html returned(const View& view, const Rows& rows) {
    if (rows.empty()) return {};
    Html items;
    for (const auto* row : rows)
        items += el("li", link(assignment_address(row->task(), row->assignment()), row->title()), " ",
                    el("span", {{"class", "note"}},
                       row->agency_name() + (row->note().empty() ? "" : ": " + row->note())));
    return section("tra-lai", view.say("page.waiting.returned", {std::to_string(rows.size())}),
                   all(note(view.say("page.waiting.returned_note")), el("ul", {{"class", "plain"}}, items)));
}

Choices press_ways(const View& view) {
    return {{"letter", view.say("cli.press.way.letter")},
            {"phone", view.say("cli.press.way.phone")},
            {"mail", view.say("cli.press.way.mail")}};
}

Html press_fields(const View& view, const Fields* written) {
    const auto day_said = written == nullptr ? iso_day(view.today) : (*written)["day"];
    return all(
        select_field(
            view,
            {.name = "way", .label = view.say("page.press.way"), .value = written_value(written, "way")},
            press_ways(view), "press-"),
        text_field(view,
                   {.name = "letter",
                    .label = view.say("page.press.letter"),
                    .value = written_value(written, "letter"),
                    .hint = view.say("page.press.letter_hint")},
                   "press-"),
        typed_field(view, "date", {.name = "day", .label = view.say("page.press.day"), .value = day_said},
                    "press-"),
        area_field(
            view,
            {.name = "note", .label = view.say("page.press.note"), .value = written_value(written, "note")},
            "press-"),
        submit_as("action", "press", view.say("page.press.do"), "primary"));
}

Html mute_fields(const View& view, const Fields* written) {
    return all(
        typed_field(
            view, "date",
            {.name = "until", .label = view.say("page.mute.until"), .value = written_value(written, "until")},
            "mute-"),
        text_field(view,
                   {.name = "reason",
                    .label = view.say("page.action.reason"),
                    .value = written_value(written, "reason")},
                   "mute-"),
        submit_as("action", "mute", view.say("page.mute.do"), ""));
}

Html overdue(const View& view, const v1::TaskListReply& list, const Fields* written) {
    Rows rows;
    for (const auto& row : list.rows())
        if (row.state() != v1::Workflow::reported) rows.push_back(&row);
    const auto title = view.say("page.waiting.overdue", {std::to_string(rows.size())});
    if (rows.empty()) return section("don-doc", title, nothing(view.say("page.waiting.no_overdue")));
    return section(
        "don-doc", title,
        form(view, Address("/cho-xu-ly"), "",
             all(chosen_table(view, title, rows, written),
                 el("div", {{"class", "actions"}},
                    folded(view.say("page.press.title"), press_fields(view, written), true, "action"),
                    folded(view.say("page.mute.title"), mute_fields(view, written), false, "action")))));
}

std::string muted_what(const View& view, const v1::Mute& mute) {
    if (mute.assignment() != 0) return view.say("page.mute.assignment", {std::to_string(mute.assignment())});
    if (mute.task() != 0) return view.say("page.mute.task", {std::to_string(mute.task())});
    if (!mute.document().empty()) return view.say("page.mute.document", {mute.document()});
    return view.say("page.mute.agency", {mute.agency()});
}

Html mutes(const View& view, const v1::MuteListReply& list) {
    Html items;
    for (const auto& mute : list.mutes()) {
        if (!mute.holds()) continue;
        const auto words =
            view.say("page.mute.line", {muted_what(view, mute), day(mute.until()), mute.reason(), mute.by()});
        items += el("li", words,
                    form(view, Address("/cho-xu-ly"), "",
                         all(hidden("action", "mute_end"), hidden("mute", std::to_string(mute.id())),
                             hidden("reason", view.say("page.mute.ended_by_hand")),
                             submit(view.say("page.mute.end"), "quiet"))));
    }
    return items.empty()
               ? items
               : section("tam-dung", view.say("page.mute.all"), el("ul", {{"class", "plain"}}, items));
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> chosen(const Fields& form) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> result;
    for (const auto& value : form.all(chosen_field)) {
        const auto dot = value.find('.');
        const auto assignment = number_of(std::string_view{value}.substr(0, dot));
        if (dot == std::string::npos || assignment == 0) throw UserError("page.form.broken");
        result.emplace_back(assignment, number_of(std::string_view{value}.substr(dot + 1)));
    }
    if (result.empty()) throw UserError("page.waiting.none_chosen");
    return result;
}

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \r\n\t") == std::string::npos;
}

}  // namespace

std::string waiting_page(const View& view, const WaitingPage& page) {
    Rows reported, asked, back;
    for (const auto& row : page.waiting.rows()) {
        if (row.state() == v1::Workflow::returned)
            back.push_back(&row);
        else if (row.state() == v1::Workflow::reported)
            reported.push_back(&row);
        else
            asked.push_back(&row);
    }
    Html body = page.error.empty() ? Html{} : alert("bad", el("p", page.error));
    body += all(results(view, reported, page.written), extensions(view, asked, page.written),
                returned(view, back), overdue(view, page.overdue, page.written), mutes(view, page.mutes));
    body += downloads(view, Address("/nhiem-vu.xlsx").with("cho", "1"));
    return framed(view, {.place = Place::Waiting, .title = view.say("page.waiting.title"), .body = body});
}

v1::TaskListRequest waiting_request() {
    v1::TaskListRequest list;
    list.set_waiting(true);
    list.set_limit(most_rows);
    return list;
}

v1::TaskListRequest overdue_request() {
    v1::TaskListRequest list;
    list.add_timeliness(v1::Timeliness::overdue);
    list.set_limit(most_rows);
    return list;
}

v1::AssignmentBatchRequest batch_of(const Fields& form) {
    v1::AssignmentChangeRequest::Action action{};
    if (!v1::AssignmentChangeRequest::Action_Parse(form["action"], &action))
        throw UserError("page.form.broken");
    const bool refuses = action == v1::AssignmentChangeRequest::rework ||
                         action == v1::AssignmentChangeRequest::refuse_extension;
    if (refuses && is_blank(form["note"])) throw UserError("page.form.reason_missing");
    if (action == v1::AssignmentChangeRequest::grant_extension && is_blank(form["decision"]))
        throw UserError("page.form.decision_missing");
    v1::AssignmentBatchRequest batch;
    for (const auto& [assignment, revision] : chosen(form)) {
        auto& change = *batch.add_changes();
        change.set_assignment(assignment);
        change.set_revision(revision);
        change.set_action(action);
        if (action != v1::AssignmentChangeRequest::confirm) change.set_note(form["note"]);
        change.set_decision(form["decision"]);
    }
    return batch;
}

v1::PressRequest press_of(const Fields& form) {
    v1::PressRequest press;
    for (const auto& [assignment, revision] : chosen(form)) press.add_assignments(assignment);
    press.set_way(form["way"]);
    press.set_letter(form["letter"]);
    press.set_day(day_of(form["day"]));
    press.set_note(form["note"]);
    return press;
}

v1::MuteAddRequest mute_of(const Fields& form) {
    if (form["until"].empty()) throw UserError("page.form.day_missing");
    if (is_blank(form["reason"])) throw UserError("page.form.reason_missing");
    v1::MuteAddRequest mute;
    for (const auto& [assignment, revision] : chosen(form)) mute.add_assignments(assignment);
    mute.set_until(day_of(form["until"]));
    mute.set_reason(form["reason"]);
    return mute;
}

v1::MuteEndRequest mute_end_of(const Fields& form) {
    v1::MuteEndRequest request;
    request.set_mute(number_of(form["mute"]));
    request.set_reason(form["reason"]);
    return request;
}

}  // namespace dondoc::web::pages
