// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/parts.h"

#include <string>
#include <utility>

#include "words/assignment_text.h"
#include "words/dates.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

std::string cell_class(const report::Column& column, report::Mark mark) {
    std::string look{report::style_name(column.kind)};
    if (mark != report::Mark::None) look.append(" ").append(report::style_name(mark));
    if (column.detail) look += " detail";
    return look;
}

// The cell of `header` names its row, where something stands in it.
Html table_row(const View& view, const report::Section& section, const std::vector<report::Cell>& cells,
               std::size_t header, const Address* to) {
    Html row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& column = section.columns[i];
        const auto look = cell_class(column, cells[i].mark);
        Html content = report::shown(cells[i].value, view.lang);
        if (i == header && !content.empty()) {
            if (to != nullptr) content = link(*to, content);
            row += el("th", {{"scope", "row"}, {"class", look}, {"data-label", column.title}}, content);
        } else {
            row += el("td", {{"class", look}, {"data-label", column.title}}, content);
        }
    }
    return el("tr", row);
}

}  // namespace

Html badge(std::string_view tone, std::string_view words) {
    return el("span", {{"class", "badge " + std::string(tone)}}, words);
}

std::string_view tone_of(v1::Timeliness::Class timeliness) {
    switch (timeliness) {
        case v1::Timeliness::overdue:
        case v1::Timeliness::completed_late:
            return "bad";
        case v1::Timeliness::due_soon:
        case v1::Timeliness::due_today:
            return "warning";
        case v1::Timeliness::in_time:
        case v1::Timeliness::completed_on_time:
        case v1::Timeliness::completed_no_deadline:
            return "good";
        case v1::Timeliness::withdrawn:
            return "faint";
        default:
            return "plain";
    }
}

report::Mark mark_of(v1::Timeliness::Class timeliness) {
    const auto tone = tone_of(timeliness);
    if (tone == "bad") return report::Mark::Bad;
    if (tone == "warning") return report::Mark::Warning;
    return tone == "good" ? report::Mark::Good : report::Mark::None;
}

Html standing_badge(const View& view, const v1::AssignmentRow& row) {
    if (row.has_days_waiting())
        return badge("waiting", view.say("cli.life.waiting", {std::to_string(row.days_waiting())}));
    return badge(tone_of(row.timeliness()), words::standing(view.lang, row));
}

Html standing_notes(const View& view, const v1::AssignmentRow& row) {
    Html notes;
    const auto add = [&](const std::string& words) { notes += el("li", words); };
    if (row.priority() == "urgent") notes += el("li", badge("bad", view.say("priority.urgent")));
    if (row.secret()) notes += el("li", badge("warning", view.say("cli.alert.secret")));
    if (!row.asked_due().empty()) add(view.say("page.work.asked", {day(row.asked_due())}));
    if (!row.original_due().empty() && row.original_due() != row.due())
        add(view.say("page.work.extended", {day(row.original_due())}));
    if (row.has_progress() && row.state() != v1::Workflow::completed)
        add(view.say("page.work.percent", {std::to_string(row.progress())}));
    if (row.has_children()) add(words::children_text(view.lang, row.children()));
    if (row.reworks() > 0) add(view.count("page.work.reworked", row.reworks()));
    if (!row.responsible_name().empty()) add(view.say("cli.life.responsible", {row.responsible_name()}));
    if (row.pressed() > 0)
        add(view.say("cli.press.count", {std::to_string(row.pressed()), day(row.pressed_on())}));
    if (row.has_mute()) add(view.say("page.work.muted", {day(row.mute().until()), row.mute().reason()}));
    return notes.empty() ? notes : el("ul", {{"class", "notes"}}, notes);
}

Html link(const Address& address, const Html& words) {
    return el("a", {{"href", address}}, words);
}

Html button_link(const Address& address, std::string_view words, std::string_view look) {
    return el("a", {{"href", address}, {"class", "button " + std::string(look)}}, words);
}

Html note(std::string_view words) {
    return el("p", {{"class", "note"}}, words);
}

Html nothing(std::string_view words) {
    return el("p", {{"class", "nothing"}}, words);
}

Html alert(std::string_view tone, const Html& words) {
    return el("div", {{"class", "alert " + std::string(tone)}, {"role", tone == "bad" ? "alert" : "status"}},
              words);
}

Html error_above(const std::string& error) {
    return error.empty() ? Html{} : alert("bad", el("p", error));
}

Html warnings(const google::protobuf::RepeatedPtrField<std::string>& said) {
    Html items;
    for (const auto& warning : said) items += el("li", warning);
    return items.empty() ? items : alert("warning", el("ul", items));
}

Html section(std::string_view id, std::string_view title, const Html& content) {
    const auto heading = "h-" + std::string(id);
    return el("section", {{"id", id}, {"aria-labelledby", heading}}, el("h2", {{"id", heading}}, title),
              content);
}

Html folded(std::string_view title, const Html& content, bool open, std::string_view look) {
    return el("details", {{"open", open}, {"class", look}}, el("summary", title),
              el("div", {{"class", "inside"}}, content));
}

Html facts(const std::vector<Fact>& facts) {
    Html list;
    for (const auto& [name, value] : facts)
        if (!value.empty()) list += all(el("dt", name), el("dd", value));
    return list.empty() ? list : el("dl", {{"class", "facts"}}, list);
}

Html table(const View& view, const report::Section& section, const std::optional<Links>& links) {
    const auto header = links ? links->column : 0;
    Html head;
    for (const auto& column : section.columns)
        head += el("th", {{"scope", "col"}, {"class", cell_class(column, report::Mark::None)}}, column.title);
    Html body;
    for (std::size_t i = 0; i < section.rows.size(); ++i)
        body += table_row(view, section, section.rows[i], header, links ? &links->to[i] : nullptr);
    const Html foot = section.total.empty()
                          ? Html{}
                          : el("tfoot", table_row(view, section, section.total, header, nullptr));
    return el(
        "div", {{"class", "scroll"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", section.title}},
        el("table", el("caption", section.title), el("thead", el("tr", head)), el("tbody", body), foot));
}

report::Section titled(const View& view, const char* key, std::vector<report::Column> columns) {
    const auto title = view.say(key);
    return {title, title, {}, std::move(columns), {}, {}, {}};
}

Html figure(const View& view, std::uint64_t number, const char* key, std::string_view tone,
            const Address& to) {
    return el("li", {{"class", "figure " + std::string(number == 0 ? "plain" : tone)}},
              el("a", {{"href", to}}, el("b", number), el("span", view.say(key))));
}

Html downloads(const View& view, const Address& xlsx) {
    return el("p", {{"class", "downloads"}}, button_link(xlsx, view.say("page.list.excel"), "quiet"));
}

std::string day(const std::string& iso) {
    return words::spoken_iso_day(iso);
}

std::string instant(const google::protobuf::Timestamp& time) {
    return words::spoken_instant(time);
}

std::string due_of(const View& view, const v1::AssignmentRow& row) {
    const auto text = words::due_text(view.lang, row);
    return text.empty() ? "–" : text;
}

}  // namespace dondoc::web::pages
