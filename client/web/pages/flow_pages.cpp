// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/flow_pages.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "domain/message.h"
#include "report/flow_page.h"
#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/report_pages.h"
#include "web/pages/work_forms.h"
#include "words/flow_text.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

using Class = v1::FlowClass;
using Kind = report::Column::Kind;

constexpr std::array<std::string_view, 6> classes{"overdue", "in_time", "paused",
                                                  "late",    "on_time", "refused"};
constexpr int rows_of_figures = 200;  // on a page; the workbook has all

report::Mark flow_mark(Class::Class which) {
    if (which == Class::overdue) return report::Mark::Bad;
    if (which == Class::late) return report::Mark::Warning;
    return which == Class::on_time ? report::Mark::Good : report::Mark::None;
}

Address dossier_address(const v1::FlowRow& row) {
    return Address("/ho-so/xem").with("ma", row.item().id()).with("nguon", row.source());
}

Html flow_filters(const View& view, const FlowFilter& filter) {
    Choices states;
    for (const auto name : classes)
        states.emplace_back(name, view.say("cli.flow.class." + std::string(name)));
    Html fields =
        all(typed_field(view, "date",
                        {.name = "tu-ngay",
                         .label = view.say("page.flow.from"),
                         .value = filter.from,
                         .hint = view.say("page.flow.from_hint")}),
            typed_field(view, "date",
                        {.name = "den-ngay", .label = view.say("page.flow.to"), .value = filter.to}));
    if (view.sees_all())
        fields += text_field(
            view, {.name = "co-quan", .label = view.say("page.list.agency"), .value = filter.agency});
    fields += all(
        text_field(view,
                   {.name = "thu-tuc", .label = view.say("cli.flow.procedure"), .value = filter.procedure}),
        select_field(view, {.name = "theo", .label = view.say("page.flow.by"), .value = filter.by},
                     {{"agency", view.say("page.flow.by_agency")},
                      {"procedure", view.say("page.flow.by_procedure")},
                      {"both", view.say("page.flow.by_both")}}),
        select_field(view, {.name = "xem", .label = view.say("page.flow.state"), .value = filter.state},
                     states));
    return query_form(Address("/ho-so"), view.say("page.list.filters"),
                      el("div", {{"class", "filters"}}, fields, submit(view.say("page.list.apply"))));
}

// A row of figures leads to the dossiers that it counts.
std::optional<Links> figure_links(const FlowFilter& filter, const v1::FlowReport& figures,
                                  const report::Section& section) {
    Links links;
    while (links.column < section.columns.size() && section.columns[links.column].kind != Kind::Prose)
        ++links.column;
    if (links.column == section.columns.size() || figures.rows().empty()) return std::nullopt;
    for (const auto& row : figures.rows()) {
        auto to = filter;
        to.after.clear();
        if (!row.agency().empty()) to.agency = row.agency();
        if (!row.procedure().empty()) to.procedure = row.procedure();
        if (!row.source().empty()) to.source = row.source();
        links.to.push_back(to.address("/ho-so"));
    }
    return links;
}

Html figures_part(const View& view, const FlowFilter& filter, const v1::FlowReport& figures) {
    auto shown = figures;
    const auto rows = figures.rows_size();
    if (rows > rows_of_figures) shown.mutable_rows()->DeleteSubrange(rows_of_figures, rows - rows_of_figures);
    auto page = report::flow_page(shown, view.lang);
    if (rows > rows_of_figures)
        page.sections.back().notes.push_back(
            view.say("page.flow.cut", {std::to_string(rows_of_figures), std::to_string(rows)}));
    return report_body(view, page, figure_links(filter, shown, page.sections.back()));
}

report::Section dossier_section(const View& view,
                                const google::protobuf::RepeatedPtrField<v1::FlowRow>& rows) {
    auto section = titled(view, "page.flow.list",
                          {{view.say("cli.column.id_there"), Kind::Text},
                           {view.say("cli.column.agency"), Kind::Text},
                           {view.say("cli.flow.procedure"), Kind::Prose},
                           {view.say("cli.flow.received"), Kind::Text},
                           {view.say("cli.column.due"), Kind::Text},
                           {view.say("cli.column.standing"), Kind::Prose},
                           {view.say("cli.flow.source"), Kind::Text, true}});
    for (const auto& row : rows)
        section.rows.push_back({row.item().id(),
                                row.item().office(),
                                row.procedure_name().empty() ? row.item().procedure() : row.procedure_name(),
                                words::flow_instant(row.item().received()),
                                words::flow_instant(row.due()),
                                {words::flow_standing(view.lang, row), flow_mark(row.class_())},
                                row.source()});
    return section;
}

Html list_part(const View& view, const FlowFilter& filter, const v1::FlowListReply& list) {
    const auto state = filter.state.empty() ? std::string{classes.front()} : filter.state;
    const auto title = view.say("page.flow.list_of", {view.say("cli.flow.class." + state)});
    if (list.rows().empty() && list.next().empty())
        return section("danh-sach", title, nothing(view.say("cli.flow.empty")));
    Links links{0, {}};
    for (const auto& row : list.rows()) links.to.push_back(dossier_address(row));
    Html body = table(view, dossier_section(view, list.rows()), links);
    if (!list.next().empty())
        body += el("p", button_link(filter.address("/ho-so").with("sau", list.next()).at("danh-sach"),
                                    view.say("page.list.next")));
    return section("danh-sach", title, body);
}

Html steps_told(const View& view, const v1::FlowShowReply::Item& shown) {
    Html items;
    for (const auto& told : shown.told())
        items +=
            el("li", view.say(told.event() == 0 ? "page.flow.not_told" : "page.flow.told",
                              {words::flow_instant(told.at()), words::step_text(view.lang, told.step())}));
    if (!shown.next_step().empty())
        items += el("li", view.say("cli.flow.next", {words::step_text(view.lang, shown.next_step()),
                                                     words::flow_instant(shown.next_at())}));
    return items.empty() ? items : el("ul", items);
}

Html pauses_of(const View& view, const v1::FlowItem& item) {
    Html items;
    for (const auto& pause : item.pauses())
        items +=
            el("li", view.say("cli.flow.from_to", {words::flow_instant(pause.from()),
                                                   pause.to().empty() ? view.say("cli.flow.goes_on")
                                                                      : words::flow_instant(pause.to())}));
    return items.empty() ? items : el("ul", items);
}

Html one_dossier(const View& view, const v1::FlowShowReply::Item& shown) {
    const auto& row = shown.row();
    const auto& item = row.item();
    return facts({{view.say("cli.flow.source"), row.source()},
                  {view.say("cli.flow.procedure"), item.procedure() + " " + row.procedure_name()},
                  {view.say("cli.column.agency"), item.office()},
                  {view.say("cli.column.state"),
                   view.say("cli.flow.state." + v1::FlowState::State_Name(item.state()))},
                  {view.say("cli.flow.received"), words::flow_instant(item.received())},
                  {view.say("cli.flow.finished"), words::flow_instant(item.finished())},
                  {view.say("cli.column.due"), words::flow_instant(row.due())},
                  {view.say("cli.column.standing"), words::flow_standing(view.lang, row)},
                  {view.say("cli.flow.counted"), words::flow_counted(view.lang, shown)},
                  {view.say("cli.flow.pauses"), pauses_of(view, item)},
                  {view.say("cli.flow.told"), steps_told(view, shown)}});
}

}  // namespace

FlowFilter FlowFilter::of(const Fields& query) {
    return {query["co-quan"], query["thu-tuc"],  query["nguon"], query["xem"],
            query["tu-ngay"], query["den-ngay"], query["theo"],  query["sau"]};
}

Address FlowFilter::address(OwnPath path) const {
    Address address(path);
    address.with("co-quan", agency).with("thu-tuc", procedure).with("nguon", source).with("xem", state);
    return address.with("tu-ngay", from).with("den-ngay", to).with("theo", by);
}

v1::FlowReportRequest FlowFilter::figures(const View& view) const {
    v1::FlowReportRequest wanted;
    const date::year_month_day today{view.today};
    const auto first = day_of(from);
    wanted.set_from(first.empty() ? iso_day(local_days{today.year() / 1 / 1}) : first);
    wanted.set_to(day_of(to));
    wanted.set_agency(view.is_agency() ? view.agency : agency);
    wanted.set_procedure(procedure);
    wanted.set_source(source);
    wanted.set_by_agency(by != "procedure" && !view.is_agency());
    wanted.set_by_procedure(by == "procedure" || by == "both" || view.is_agency());
    return wanted;
}

v1::FlowListRequest FlowFilter::list(const View& view, std::uint32_t limit) const {
    v1::FlowListRequest wanted;
    wanted.set_agency(view.is_agency() ? view.agency : agency);
    wanted.set_procedure(procedure);
    wanted.set_source(source);
    Class::Class which = Class::overdue;
    if (!state.empty()) {
        const bool is_known = std::ranges::find(classes, std::string_view{state}) != classes.end();
        if (!is_known || !Class::Class_Parse(state, &which)) throw UserError("page.list.bad_state", {state});
    }
    wanted.set_class_(which);
    wanted.set_after(after);
    wanted.set_limit(limit);
    return wanted;
}

std::string flow_page(const View& view, const FlowFilter& filter, const v1::FlowReport& figures,
                      const v1::FlowListReply& list, const std::string& error) {
    Html body = flow_filters(view, filter);
    if (!error.empty())
        body += alert("bad", el("p", error));
    else
        body += all(figures_part(view, filter, figures), list_part(view, filter, list),
                    downloads(view, filter.address("/ho-so.xlsx")));
    return framed(view, {.place = Place::Flow, .title = view.say("page.flow.title"), .body = body});
}

report::Page flow_workbook(const View& view, const v1::FlowReport& figures, const v1::FlowListReply& list) {
    auto page = report::flow_page(figures, view.lang);
    page.sections.push_back(dossier_section(view, list.rows()));
    return page;
}

std::string dossier_page(const View& view, const std::string& id, const v1::FlowShowReply& shown) {
    Html body;
    for (const auto& item : shown.items()) body += one_dossier(view, item);
    body += el("p", button_link(Address("/ho-so"), view.say("page.flow.back"), "quiet"));
    return framed(view, {.place = Place::Flow, .title = view.say("page.flow.one", {id}), .body = body});
}

}  // namespace dondoc::web::pages
