// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/task_page.h"

#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/task_list.h"
#include "words/change_text.h"
#include "words/life_text.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

// What was decided on the term later, and holds; nullptr: it is as the document says.
const v1::TermEntry* term_in_force(const v1::TaskShowReply& shown) {
    if (shown.terms().empty()) return nullptr;
    const auto& newest = *shown.terms().rbegin();
    return newest.action() == "event" || newest.action() == "term" ? &newest : nullptr;
}

std::string document_words(const View& view, const v1::Document& document) {
    auto words = view.say("page.task.document_of", {document.number(), day(document.issued()),
                                                    words::level_word(view.lang, document.level())});
    if (document.secret()) words += " (" + view.say("cli.alert.secret") + ")";
    return words;
}

Html about_task(const View& view, const v1::TaskShowReply& shown) {
    const auto& row = shown.row();
    const auto& document = shown.document();
    return facts({{view.say("page.task.document"),
                   all(link(document_address(document.number()), document_words(view, document)),
                       document.title().empty() ? Html{} : el("div", {{"class", "note"}}, document.title()))},
                  {view.say("page.task.number"), row.number()},
                  {view.say("page.task.section"), row.section()},
                  {view.say("page.task.requirement"), row.requirement()},
                  {view.say("page.task.solution"), row.solution()},
                  {view.say("page.task.lead"), words::joined(row.lead())},
                  {view.say("page.task.cooperating"), words::joined(row.cooperating())},
                  {view.say("page.task.role_notes"), words::joined(row.role_notes())},
                  {view.say("page.task.dropped"), day(shown.dropped())}});
}

Html term(const View& view, const v1::TaskShowReply& shown) {
    const auto& row = shown.row();
    const auto& deadline = row.deadline();
    std::vector<Fact> said{
        {view.say("page.task.phrase"), row.deadline_text().empty() ? Html{} : el("q", row.deadline_text())}};
    if (const auto* decided = term_in_force(shown)) {
        said.insert(said.end(),
                    {{view.say("page.task.term_decided"),
                      view.say("page.task.term_decided_by", {view.say("action." + decided->action()),
                                                             instant(decided->time()), decided->by()})},
                     {view.say("page.task.due"),
                      decided->due().empty() ? view.say("page.task.no_day") : day(decided->due())},
                     {view.say("page.task.why"), decided->why()},
                     {view.say("page.task.by_document"), decided->document()},
                     {view.say("page.task.reason"), decided->reason()}});
    } else {
        const auto days = words::days_text(deadline.due());
        said.insert(said.end(),
                    {{view.say("page.task.kind"), words::word(view.lang, deadline.kind())},
                     {view.say("page.task.start"), day(deadline.start())},
                     {view.say("page.task.due"), days.empty() ? view.say("page.task.no_day") : days},
                     {view.say("page.task.hour"), deadline.hour()},
                     {view.say("page.task.why"), deadline.reason()},
                     {view.say("page.task.decided"), words::decided_text(view.lang, row.decided())}});
    }
    Html problems;
    for (const auto& problem : row.problems()) problems += el("li", problem);
    return section("thoi-han", view.say("page.task.term"),
                   all(facts(said), problems.empty() ? problems : el("ul", {{"class", "doubts"}}, problems)));
}

std::vector<v1::Person> of_agency(const std::vector<v1::Person>& persons, const std::string& agency) {
    std::vector<v1::Person> result;
    for (const auto& person : persons)
        if (person.agency() == agency) result.push_back(person);
    return result;
}

Html assignment(const View& view, const v1::AssignmentRow& row, const TaskPage& page) {
    const auto name = row.agency_name().empty() ? row.agency() : row.agency_name();
    const auto content = all(el("h3", name),
                             el("p", {{"class", "standing"}}, standing_badge(view, row), " ",
                                badge("plain", words::word(view.lang, row.state()))),
                             standing_notes(view, row),
                             facts({{view.say("page.task.due"), due_of(view, row)},
                                    {view.say("page.task.original_due"),
                                     row.original_due() == row.due() ? "" : day(row.original_due())},
                                    {view.say("page.task.completed_on"), day(row.completed_on())},
                                    {view.say("page.task.note"), row.note()},
                                    {view.say("page.task.assignment"),
                                     view.say("page.task.assignment_of", {std::to_string(row.assignment()),
                                                                          std::to_string(row.revision())})}}),
                             all_actions(view, row, of_agency(page.persons, row.agency()), page.attempt));
    return el("li", {{"class", "card"}, {"id", "pv" + std::to_string(row.assignment())}}, content);
}

// A task of all communes has hundreds: then only those that matter now have their forms, all are a table, and
// what the task is stands before them.
bool is_of_many(const TaskPage& page) {
    constexpr int most_whole = 8;
    return page.shown.assignments_size() > most_whole;
}

bool is_shown_whole(const View& view, const v1::AssignmentRow& row, const TaskPage& page) {
    if (!is_of_many(page) || row.assignment() == page.chosen) return true;
    if (page.attempt != nullptr && page.attempt->assignment == row.assignment()) return true;
    return view.is_agency() && row.agency() == view.agency;
}

// Document, number and title are the page's own.
report::Section of_one_task(report::Section section) {
    constexpr std::ptrdiff_t of_the_page = title_column + 1;
    section.columns.erase(section.columns.begin(), section.columns.begin() + of_the_page);
    for (auto& row : section.rows) row.erase(row.begin(), row.begin() + of_the_page);
    return section;
}

Html assignments(const View& view, const TaskPage& page) {
    const auto title = view.say("page.task.assignments");
    const auto& rows = page.shown.assignments();
    Html cards;
    int whole = 0;
    for (const auto& row : rows)
        if (is_shown_whole(view, row, page)) {
            cards += assignment(view, row, page);
            ++whole;
        }
    Html content = cards.empty() ? cards : el("ul", {{"class", "cards"}}, cards);
    if (whole < rows.size())
        content +=
            table(view, of_one_task(assignment_section(view, title, rows)), Links{0, assignment_links(rows)});
    if (rows.empty()) content = nothing(view.say("page.task.no_assignments"));
    return section("phan-viec", title, content);
}

// What is done to the task as a whole.
Html task_tools(const View& view, const v1::TaskShowReply& shown) {
    if (!view.is_operator()) return {};
    const bool urgent = shown.priority() == "urgent";
    const auto to = task_address(shown.task()).part("muc-uu-tien");
    const auto priority =
        form(view, to, "",
             all(hidden("priority", urgent ? "normal" : "urgent"), hidden(back_field, view.here),
                 text_field(view, {.name = "reason", .label = view.say("page.action.reason")}, "priority-"),
                 submit(view.say(urgent ? "page.task.make_normal" : "page.task.make_urgent"))));
    return folded(view.say("page.task.priority"), priority, false, "action");
}

}  // namespace

std::string task_page(const View& view, const TaskPage& page) {
    const auto& shown = page.shown;
    const auto& row = shown.row();
    Html marks;
    if (shown.priority() == "urgent") marks += badge("bad", view.say("priority.urgent"));
    if (shown.completed()) marks += badge("good", view.say("page.task.completed"));
    if (!shown.dropped().empty()) marks += badge("faint", view.say("page.task.is_dropped"));
    const auto work = assignments(view, page);
    const auto task = all(about_task(view, shown), term(view, shown));
    const bool task_first =
        is_of_many(page) && page.chosen == 0 && page.attempt == nullptr && !view.is_agency();
    const auto body = all(task_first ? all(task, work) : all(work, task), family_section(view, shown),
                          decisions_section(view, shown), planned_section(view, shown),
                          told_section(view, shown), life_section(view, shown), task_tools(view, shown),
                          page.agencies.empty() ? Html{} : name_list("co-quan", page.agencies));
    return framed(view, {.place = Place::Tasks, .title = row.title(), .body = body, .beside = marks});
}

}  // namespace dondoc::web::pages
