// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/intake_page.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "words/change_text.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

Html document_fields(const View& view, const v1::Document& document) {
    return el(
        "div", {{"class", "filters"}},
        text_field(view, {.name = "number",
                          .label = view.say("page.intake.number"),
                          .value = document.number(),
                          .hint = view.say("page.intake.number_hint")}),
        typed_field(view, "date",
                    {.name = "issued", .label = view.say("page.intake.issued"), .value = document.issued()}),
        select_field(view,
                     {.name = "level", .label = view.say("page.intake.level"), .value = document.level()},
                     level_choices(view, {{"", view.say("page.intake.choose_level")}})),
        text_field(view,
                   {.name = "issuer", .label = view.say("page.intake.issuer"), .value = document.issuer()}),
        text_field(view,
                   {.name = "title", .label = view.say("page.intake.title_of"), .value = document.title()}),
        check_field("secret", "1", document.secret(), view.say("page.intake.secret")));
}

std::string as_names(const v1::Decision::Names& names) {
    return names.names().empty() ? "-" : words::joined(names.names(), "; ");
}

// What the document says, as it stands there, and what was read of it.
Html said_and_read(const View& view, const v1::PlanRow& row) {
    const auto days = words::days_text(row.deadline().due());
    const auto quoted = [](const std::string& text) { return text.empty() ? Html{} : el("q", text); };
    return facts({{view.say("page.intake.running_text"), quoted(row.running_text())},
                  {view.say("page.intake.term_said"), quoted(row.deadline_text())},
                  {view.say("page.intake.term_read"),
                   words::word(view.lang, row.deadline().kind()) + (days.empty() ? "" : ": " + days)},
                  {view.say("page.intake.why"), row.deadline().reason()},
                  {view.say("page.intake.lead_said"), quoted(row.lead_text())},
                  {view.say("page.intake.lead_read"), words::joined(row.lead(), "; ")},
                  {view.say("page.intake.cooperating_said"), quoted(row.cooperating_text())},
                  {view.say("page.intake.cooperating_read"), words::joined(row.cooperating(), "; ")},
                  {view.say("page.task.decided"), words::decided_text(view.lang, row.decided())}});
}

Html correction(const View& view, const v1::PlanRow& row, const std::string& index) {
    const auto& decided = row.decided();
    const auto kind =
        decided.has_deadline() ? v1::DeadlineKind::Kind_Name(decided.deadline().kind()) : std::string{};
    const auto due = decided.has_deadline() && !decided.deadline().due().empty() ? decided.deadline().due(0)
                                                                                 : std::string{};
    const auto due_name = "due-" + index, kind_name = "kind-" + index, lead_name = "lead-" + index,
               cooperating_name = "cooperating-" + index;
    return all(
        hidden("row", index),
        el("div", {{"class", "filters"}},
           select_field(view,
                        {.name = kind_name.c_str(), .label = view.say("page.intake.term_is"), .value = kind},
                        {{"", view.say("page.intake.as_said")},
                         {"date", view.say("page.intake.term_day")},
                         {"ongoing", words::word(view.lang, v1::DeadlineKind::ongoing)},
                         {"none", view.say("page.intake.term_none")}}),
           typed_field(view, "date",
                       {.name = due_name.c_str(), .label = view.say("page.intake.due"), .value = due}),
           text_field(view, {.name = lead_name.c_str(),
                             .label = view.say("page.intake.lead_is"),
                             .value = decided.has_lead() ? as_names(decided.lead()) : "",
                             .hint = view.say("page.intake.names_hint"),
                             .list = "co-quan"}),
           text_field(view, {.name = cooperating_name.c_str(),
                             .label = view.say("page.intake.cooperating_is"),
                             .value = decided.has_cooperating() ? as_names(decided.cooperating()) : "",
                             .list = "co-quan"})));
}

std::string row_id(int index) {
    return "dong-" + std::to_string(index + 1);
}

// Which row the error is about.
Html row_link(const View& view, const IntakePage& page) {
    if (page.wrong_row < 0 || page.wrong_row >= page.draft.wanted.rows_size()) return {};
    const auto& number = page.draft.wanted.rows(page.wrong_row).number();
    const auto words =
        view.say("page.intake.row", {number.empty() ? std::to_string(page.wrong_row + 1) : number});
    return all(link(Address::here(row_id(page.wrong_row)), words), ": ");
}

Html row_card(const View& view, const v1::PlanRow& row, int index) {
    Html problems;
    for (const auto& problem : row.problems()) problems += el("li", problem);
    const auto number =
        row.number().empty() ? view.say("page.intake.row", {std::to_string(index + 1)}) : row.number();
    const auto place = row.source().line() == 0
                           ? std::string{}
                           : view.say("page.intake.place", {std::to_string(row.source().table()),
                                                            std::to_string(row.source().line())});
    return el("li", {{"class", "card"}, {"id", row_id(index)}}, el("h3", number + ". " + row.title()),
              el("p", {{"class", "note"}}, row.section(), row.section().empty() || place.empty() ? "" : " · ",
                 place),
              problems.empty() ? problems : el("ul", {{"class", "doubts"}}, problems),
              said_and_read(view, row),
              folded(view.say("page.intake.mend"), correction(view, row, std::to_string(index)),
                     !problems.empty() || row.has_decided(), "action"));
}

Html ask_absent(const View& view, const IntakePage& page) {
    if (page.error_code != "plan.absent_members" && page.draft.wanted.absent() == v1::AbsentMembers::ask)
        return {};
    return select_field(view,
                        {.name = "absent",
                         .label = view.say("page.intake.absent"),
                         .value = v1::AbsentMembers::Choice_Name(page.draft.wanted.absent())},
                        {{"ask", view.say("page.intake.absent_ask")},
                         {"assign", view.say("page.intake.absent_assign")},
                         {"leave", view.say("page.intake.absent_leave")}});
}

Html ask_new_document(const View& view, const IntakePage& page) {
    const bool similar = page.error_code == "plan.similar_document" || page.error_code == "plan.similar_rows";
    if (!similar && !page.draft.wanted.new_document()) return {};
    return check_field("new_document", "1", page.draft.wanted.new_document(),
                       view.say("page.intake.new_document"));
}

Html difference(const View& view, const v1::PlanImportReply& reading) {
    if (!reading.has_difference()) return {};
    using Kind = report::Column::Kind;
    const auto& differs = reading.difference();
    auto changes = titled(view, "page.intake.difference",
                          {{view.say("cli.plan.column.change"), Kind::Text},
                           {view.say("cli.column.number"), Kind::Text},
                           {view.say("cli.column.title"), Kind::Prose},
                           {view.say("page.intake.what_differs"), Kind::Prose}});
    for (const auto& change : differs.document())
        changes.rows.push_back(
            {view.say("cli.plan.kind.document"), "", "", words::field_change_text(view.lang, change)});
    for (const auto& row : differs.rows()) {
        std::string fields;
        for (const auto& field : row.fields())
            fields += (fields.empty() ? "" : "; ") + words::field_change_text(view.lang, field);
        const auto mark = row.kind() == v1::RowDifference::dropped ? report::Mark::Bad : report::Mark::None;
        changes.rows.push_back({{view.say("cli.plan.kind." + v1::RowDifference::Kind_Name(row.kind())), mark},
                                row.number(),
                                row.title(),
                                fields});
    }
    const auto effect = view.say("cli.plan.difference_effect",
                                 {std::to_string(reading.assignments()), std::to_string(reading.replanned()),
                                  std::to_string(reading.revoked()), std::to_string(reading.reopened())});
    return section("khac", changes.title,
                   all(note(effect), differs.reordered() ? note(view.say("cli.plan.reordered")) : Html{},
                       table(view, changes)));
}

Html summary(const View& view, const IntakePage& page) {
    Html lines;
    for (const auto& problem : page.draft.read.problems()) lines += el("li", problem);
    if (page.reading != nullptr) {
        for (const auto& problem : page.reading->reading().problems()) lines += el("li", problem);
        const auto& reading = *page.reading;
        const auto would =
            view.say(reading.unchanged() ? "page.intake.unchanged" : "page.intake.would",
                     {std::to_string(reading.reading().rows_size()), std::to_string(reading.assignments()),
                      std::to_string(reading.with_due()), std::to_string(reading.problems())});
        return all(alert(reading.problems() > 0 ? "warning" : "good", el("p", would)),
                   lines.empty() ? lines : alert("warning", el("ul", lines)));
    }
    return lines.empty() ? lines : alert("warning", el("ul", lines));
}

struct Shown {
    Html cards, pages;
};

// The rows that are to be looked at, some at a time: a plan has hundreds.
Shown rows_of(const View& view, const IntakePage& page) {
    const auto& rows = page.reading != nullptr ? page.reading->reading().rows() : page.draft.wanted.rows();
    std::vector<int> chosen;
    for (int i = 0; i < rows.size(); ++i)
        if (page.all_rows || !rows[i].problems().empty() || page.draft.wanted.rows(i).has_decided())
            chosen.push_back(i);
    // Those with doubts first, in the order of the document.
    std::stable_partition(chosen.begin(), chosen.end(), [&](int i) { return !rows[i].problems().empty(); });
    Shown shown;
    const auto from = std::clamp(page.from, 0, static_cast<int>(chosen.size()));
    const auto until = std::min<int>(from + rows_at_once, static_cast<int>(chosen.size()));
    for (int i = from; i < until; ++i)
        shown.cards +=
            row_card(view, rows[chosen[static_cast<std::size_t>(i)]], chosen[static_cast<std::size_t>(i)]);
    const auto at = [&](int start) {
        return draft_address(page.id)
            .with("tat-ca", page.all_rows ? "1" : "")
            .with("tu", std::to_string(start));
    };
    if (from > 0)
        shown.pages += button_link(at(std::max(0, from - rows_at_once)), view.say("page.intake.before"));
    if (until < static_cast<int>(chosen.size()))
        shown.pages += button_link(
            at(until),
            view.say("page.intake.after", {std::to_string(chosen.size() - static_cast<std::size_t>(until))}));
    shown.pages +=
        page.all_rows ? button_link(draft_address(page.id), view.say("page.intake.only_doubts"), "quiet")
                      : button_link(draft_address(page.id).with("tat-ca", "1"),
                                    view.say("page.intake.all_rows", {std::to_string(rows.size())}), "quiet");
    return shown;
}

Html intake_last_steps(const View& view, const IntakePage& page) {
    if (page.reading == nullptr || page.reading->unchanged()) return {};
    const bool amends = page.reading->has_difference();
    auto fields = all(
        hidden("mark", page.draft.mark), hidden("seen", page.reading->difference().seen()),
        amends
            ? text_field(view, {.name = "reason", .label = view.say("page.intake.amend_reason")}, "import-")
            : Html{},
        page.reading->problems() > 0
            ? note(view.say("page.intake.doubts_stay", {std::to_string(page.reading->problems())}))
            : Html{},
        submit(view.say(amends ? "page.intake.amend" : "page.intake.import")));
    return section(
        "nhap", view.say("page.intake.last"),
        all(el("div", {{"class", "actions"}},
               button_link(draft_address(page.id).part("dien-tap"), view.say("page.intake.rehearse"))),
            form(view, draft_address(page.id).part("nhap"), "", fields)));
}

}  // namespace

Address draft_address(const std::string& id) {
    return Address("/van-ban/nhap").part(id);
}

std::string intake_start_page(const View& view, const IntakeStart& start) {
    constexpr const char* accepted =
        ".docx,.xlsx,.odt,.ods,.pdf,.html,.csv,.txt,.doc,.xls,.rtf,.png,.jpg,.jpeg,.tif,.tiff";
    Html body = start.error.empty() ? Html{} : alert("bad", el("p", start.error));
    const bool running = start.written != nullptr && (*start.written)["running_text"] == "1";
    const auto fields =
        all(file_field(view,
                       {.name = "plan",
                        .label = view.say("page.intake.file"),
                        .hint = view.say("page.intake.file_hint"),
                        .required = true},
                       accepted),
            check_field("running_text", "1", running, view.say("page.intake.with_running_text")),
            el("p", submit(view.say("page.intake.read"))));
    body += section("tep", view.say("page.intake.drop"), upload_form(view, Address("/van-ban/nhap"), fields));
    Html drafts;
    for (const auto& draft : start.drafts) {
        const auto name = draft.number.empty() ? draft.file : draft.number;
        drafts += el(
            "li", link(draft_address(draft.id), name.empty() ? view.say("page.intake.unnamed") : name), " ",
            el("span", {{"class", "note"}},
               view.count("page.intake.rows", static_cast<std::uint64_t>(draft.rows)) +
                   (draft.file.empty() ? "" : ", " + draft.file)));
    }
    if (!drafts.empty())
        body += section("dang-xem", view.say("page.intake.drafts"), el("ul", {{"class", "plain"}}, drafts));
    return framed(view, {.place = Place::Documents, .title = view.say("page.intake.title"), .body = body});
}

std::string intake_page(const View& view, const IntakePage& page) {
    auto shown = rows_of(view, page);
    const auto rows =
        shown.cards.empty()
            ? nothing(view.say(page.reading == nullptr ? "page.intake.not_read" : "page.intake.no_doubts"))
            : el("ul", {{"class", "cards"}}, shown.cards);
    Html body = page.error.empty() ? Html{} : alert("bad", el("p", row_link(view, page), page.error));
    body += summary(view, page);
    body += form(
        view, draft_address(page.id), "xem-lai",
        all(hidden("mark", page.draft.mark),
            section("van-ban", view.say("page.intake.document"),
                    all(document_fields(view, page.draft.wanted.document()),
                        check_field("urgent", "1", page.draft.wanted.priority() == "urgent",
                                    view.say("page.intake.urgent")),
                        ask_absent(view, page), ask_new_document(view, page))),
            section("dong", view.say(page.all_rows ? "page.intake.rows_all" : "page.intake.rows_doubtful"),
                    all(rows, el("p", {{"class", "downloads"}}, shown.pages))),
            el("p", submit(view.say("page.intake.save")))));
    if (page.reading != nullptr) body += difference(view, *page.reading);
    body += intake_last_steps(view, page);
    body += form(view, draft_address(page.id).part("bo"), "",
                 submit(view.say("page.intake.drop_draft"), "danger"));
    if (!page.agencies.empty()) body += name_list("co-quan", page.agencies);
    const auto& number = page.draft.wanted.document().number();
    return framed(view, {.place = Place::Documents,
                         .title = view.say("page.intake.look",
                                           {number.empty() ? page.draft.read.document().title() : number}),
                         .body = body});
}

}  // namespace dondoc::web::pages
