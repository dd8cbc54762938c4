// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/task_list.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "domain/message.h"
#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/work_forms.h"
#include "words/assignment_text.h"
#include "words/task_states.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

constexpr std::array<std::string_view, 8> state_names{"overdue",        "due_today",   "due_soon",
                                                      "in_time",        "no_deadline", "completed_on_time",
                                                      "completed_late", "withdrawn"};

Choices sort_choices(const View& view) {
    Choices choices;
    for (const auto* by : {"due", "updated", "given", "agency", "document", "progress"})
        choices.emplace_back(by, view.say(std::string("page.list.sort.") + by));
    return choices;
}

Choices state_choices(const View& view) {
    Choices choices{{"open", view.say("page.list.open")}};
    for (const auto name : state_names)
        choices.emplace_back(name, view.say("cli.timeliness." + std::string(name)));
    return choices;
}

Html list_filters(const View& view, const ListFilter& filter) {
    Html main = typed_field(view, "search",
                            {.name = "tim", .label = view.say("page.list.text"), .value = filter.text});
    if (view.sees_all())
        main += text_field(view, {.name = "co-quan",
                                  .label = view.say("page.list.agency"),
                                  .value = filter.agency,
                                  .list = "co-quan"});
    main += text_field(
        view, {.name = "van-ban", .label = view.say("page.list.document"), .value = filter.document});
    main += choice_group(view.say("page.list.states"), "trang-thai", state_choices(view), filter.states);
    Html more = all(
        typed_field(view, "date",
                    {.name = "tu-ngay", .label = view.say("page.list.due_from"), .value = filter.due_from}),
        typed_field(view, "date",
                    {.name = "den-ngay", .label = view.say("page.list.due_to"), .value = filter.due_to}),
        select_field(view, {.name = "cap", .label = view.say("page.list.level"), .value = filter.level},
                     level_choices(view, {{"", view.say("page.list.any")}})),
        text_field(
            view,
            {.name = "phu-trach", .label = view.say("page.list.responsible"), .value = filter.responsible}),
        select_field(view, {.name = "xep", .label = view.say("page.list.sort"), .value = filter.sort},
                     sort_choices(view)),
        check_field("nguoc", "1", filter.reverse, view.say("page.list.reverse")),
        check_field("cho", "1", filter.waiting, view.say("page.list.waiting")),
        check_field("vai-tro", "cooperating", filter.cooperating, view.say("page.list.cooperating")));
    if (view.sees_all())
        more += check_field("chua-giao", "1", filter.unassigned, view.say("page.list.unassigned"));
    const bool is_more = !filter.due_from.empty() || !filter.due_to.empty() || !filter.level.empty() ||
                         !filter.responsible.empty() || !filter.sort.empty() || filter.reverse ||
                         filter.waiting || filter.cooperating || filter.unassigned;
    return query_form(
        Address("/nhiem-vu"), view.say("page.list.filters"),
        el("div", {{"class", "filters"}}, main,
           folded(view.say("page.list.more_filters"), el("div", {{"class", "filters"}}, more), is_more),
           submit(view.say("page.list.apply"))));
}

std::string extent(const View& view, const v1::TaskListReply& list) {
    const auto shown = static_cast<std::uint64_t>(list.rows_size());
    if (list.uncounted() || list.total() == 0) return view.count("page.list.shown", shown);
    if (shown < list.total())
        return view.say("page.list.shown_of", {std::to_string(shown), std::to_string(list.total())});
    return view.count("page.list.total", list.total());
}

// A day, so that a workbook can sort by it; what is more than a day, in words.
report::Cell due_cell(const View& view, const v1::AssignmentRow& row) {
    const auto due = row.hour().empty() ? parse_iso_day(row.due()) : std::nullopt;
    if (due) return *due;
    return due_of(view, row);
}

}  // namespace

ListFilter ListFilter::of(const Fields& query) {
    ListFilter filter;
    filter.text = query["tim"];
    filter.agency = query["co-quan"];
    filter.document = query["van-ban"];
    filter.level = query["cap"];
    filter.due_from = query["tu-ngay"];
    filter.due_to = query["den-ngay"];
    filter.responsible = query["phu-trach"];
    filter.sort = query["xep"] == "due" ? "" : query["xep"];
    filter.after = query["sau"];
    filter.states = query.all("trang-thai");
    filter.cooperating = query["vai-tro"] == "cooperating";
    filter.waiting = query["cho"] == "1";
    filter.unassigned = query["chua-giao"] == "1";
    filter.reverse = query["nguoc"] == "1";
    filter.under = number_of(query["thuoc"]);
    return filter;
}

bool ListFilter::is_set() const {
    return address("/").text() != "/";
}

Address ListFilter::address(OwnPath path) const {
    Address address(path);
    address.with("tim", text).with("co-quan", agency).with("van-ban", document);
    for (const auto& state : states) address.with("trang-thai", state);
    address.with("cap", level)
        .with("tu-ngay", due_from)
        .with("den-ngay", due_to)
        .with("phu-trach", responsible);
    address.with("xep", sort)
        .with("vai-tro", cooperating ? "cooperating" : "")
        .with("cho", waiting ? "1" : "");
    address.with("chua-giao", unassigned ? "1" : "").with("nguoc", reverse ? "1" : "");
    return address.with("thuoc", under == 0 ? "" : std::to_string(under));
}

v1::TaskListRequest ListFilter::request(std::uint32_t limit) const {
    v1::TaskListRequest list;
    list.set_text(text);
    list.set_agency(agency);
    list.set_document(document);
    list.set_level(level);
    list.set_due_from(day_of(due_from));
    list.set_due_to(day_of(due_to));
    list.set_responsible(responsible);
    list.set_waiting(waiting);
    list.set_unassigned(unassigned);
    list.set_under(under);
    list.set_reverse(reverse);
    if (cooperating) list.set_role("cooperating");
    v1::ListSort::By by{};
    if (!sort.empty() && !v1::ListSort::By_Parse(sort, &by)) throw UserError("page.list.bad_sort", {sort});
    list.set_sort(by);
    if (const auto bad = words::add_states(list, states)) throw UserError("page.list.bad_state", {*bad});
    list.set_after(after);
    list.set_limit(limit);
    return list;
}

std::string task_list_page(const View& view, const ListFilter& filter, const v1::TaskListReply& list,
                           const std::string& error) {
    // The list comes first where it was asked for, and the way to ask for it otherwise.
    Html body = folded(view.say("page.list.filters"), list_filters(view, filter),
                       !filter.is_set() || !error.empty(), "panel");
    if (!error.empty()) {
        body += alert("bad", el("p", error));
    } else if (list.rows().empty()) {
        const bool beyond = !filter.after.empty();
        body += nothing(view.say(beyond ? "page.list.beyond" : "page.list.empty"));
    } else {
        body += note(extent(view, list));
        body += table(view, assignment_section(view, view.say("page.tasks.title"), list.rows()),
                      Links{title_column, assignment_links(list.rows())});
        if (!list.next().empty())
            body += el("p", button_link(filter.address("/nhiem-vu").with("sau", list.next()),
                                        view.say("page.list.next")));
        body += downloads(view, filter.address("/nhiem-vu.xlsx"));
    }
    return framed(view, {.place = Place::Tasks, .title = view.say("page.tasks.title"), .body = body});
}

report::Section assignment_section(const View& view, std::string title,
                                   const google::protobuf::RepeatedPtrField<v1::AssignmentRow>& rows) {
    using Kind = report::Column::Kind;
    report::Section section{title, std::move(title), {}, {}, {}, {}, {}};
    section.columns = {
        {view.say("cli.column.document"), Kind::Text}, {view.say("cli.column.number"), Kind::Text},
        {view.say("cli.column.title"), Kind::Prose},   {view.say("cli.column.agency"), Kind::Text},
        {view.say("cli.column.due"), Kind::Day},       {view.say("cli.column.standing"), Kind::Prose}};
    for (const auto& row : rows)
        section.rows.push_back({row.document(),
                                row.task_number(),
                                row.title(),
                                row.agency_name().empty() ? row.agency() : row.agency_name(),
                                due_cell(view, row),
                                {words::standing_in_full(view.lang, row),
                                 row.has_days_waiting() ? report::Mark::None : mark_of(row.timeliness())}});
    return section;
}

std::vector<Address> assignment_links(const google::protobuf::RepeatedPtrField<v1::AssignmentRow>& rows) {
    std::vector<Address> links;
    links.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto& row : rows)
        links.push_back(row.assignment() == 0 ? task_address(row.task())
                                              : assignment_address(row.task(), row.assignment()));
    return links;
}

report::Page workbook(const View& view, report::Section section) {
    report::Page page{view.lang, section.title, {}, {}, {}, {}};
    page.facts.emplace_back(view.say("page.list.as_of"), spoken_day(view.today));
    if (!view.site.empty()) page.facts.emplace_back(view.say("cli.report.source"), view.site);
    page.sections.push_back(std::move(section));
    return page;
}

}  // namespace dondoc::web::pages
