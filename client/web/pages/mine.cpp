// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/mine.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

// The most urgent ones can be worked off here; the forms of all would make the page slow on a telephone.
constexpr std::uint32_t most_cards = 50;
constexpr int cards_with_forms = 12;

enum class Group { Late, Near, New, Later, Waiting };

struct GroupTitle {
    Group group;
    const char *id, *key;
};
constexpr std::array titles{GroupTitle{Group::Late, "qua-han", "page.mine.late"},
                            GroupTitle{Group::Near, "sap-den-han", "page.mine.near"},
                            GroupTitle{Group::New, "moi-giao", "page.mine.new"},
                            GroupTitle{Group::Later, "con-han", "page.mine.later"},
                            GroupTitle{Group::Waiting, "cho-xac-nhan", "page.mine.waiting"}};

Group group_of(const v1::AssignmentRow& row) {
    if (row.state() == v1::Workflow::reported) return Group::Waiting;
    if (row.timeliness() == v1::Timeliness::overdue) return Group::Late;
    if (row.timeliness() == v1::Timeliness::due_today || row.timeliness() == v1::Timeliness::due_soon)
        return Group::Near;
    return row.state() == v1::Workflow::assigned ? Group::New : Group::Later;
}

Html card(const View& view, const v1::AssignmentRow& row, bool has_forms) {
    const auto source = row.task_number().empty()
                            ? row.document()
                            : view.say("page.work.source", {row.document(), row.task_number()});
    return el("li", {{"class", "card"}, {"id", "pv" + std::to_string(row.assignment())}},
              el("p", {{"class", "standing"}}, standing_badge(view, row), " ",
                 el("span", {{"class", "due"}}, view.say("page.work.due", {due_of(view, row)}))),
              el("h3", link(assignment_address(row.task(), row.assignment()), row.title())),
              el("p", {{"class", "note"}}, source), standing_notes(view, row),
              has_forms ? quick_actions(view, row) : all_actions_link(view, row));
}

}  // namespace

v1::TaskListRequest mine_request(const View& view, const std::string& after) {
    v1::TaskListRequest list;
    list.set_agency(view.agency);
    for (const auto timeliness :
         {v1::Timeliness::overdue, v1::Timeliness::due_today, v1::Timeliness::due_soon,
          v1::Timeliness::in_time, v1::Timeliness::no_deadline})
        list.add_timeliness(timeliness);
    list.set_limit(most_cards);
    list.set_after(after);
    return list;
}

std::string mine_page(const View& view, const v1::StatusReply& status, const v1::TaskListReply& open) {
    std::array<Html, titles.size()> cards;
    std::array<std::uint64_t, titles.size()> counts{};
    int shown = 0;
    for (const auto& row : open.rows()) {
        const auto group = static_cast<std::size_t>(group_of(row));
        cards.at(group) += card(view, row, shown++ < cards_with_forms);
        ++counts.at(group);
    }
    const auto& all_counts = status.counts();
    Html body =
        el("ul", {{"class", "figures"}, {"data-part", "figures"}},
           figure(view, all_counts.overdue(), "page.mine.count_late", "bad", task_list_address({"overdue"})),
           figure(view, all_counts.due_today() + all_counts.due_soon(), "page.mine.count_near", "warning",
                  task_list_address({"due_today", "due_soon"})),
           figure(view, all_counts.in_time() + all_counts.no_deadline(), "page.mine.count_open", "good",
                  task_list_address({"open"})),
           figure(view, all_counts.waiting(), "page.mine.count_waiting", "waiting",
                  Address("/nhiem-vu").with("cho", "1")));
    for (const auto& title : titles) {
        const auto at = static_cast<std::size_t>(title.group);
        if (counts.at(at) == 0) continue;
        body += section(title.id, view.say(title.key, {std::to_string(counts.at(at))}),
                        el("ul", {{"class", "cards"}}, cards.at(at)));
    }
    if (open.rows().empty()) body += nothing(view.say("page.mine.nothing"));
    if (!open.next().empty())
        body +=
            el("p", button_link(Address("/cua-toi").with("sau", open.next()), view.say("page.list.next")));
    body += el("p", {{"class", "downloads"}},
               button_link(Address("/nhiem-vu").with("vai-tro", "cooperating"),
                           view.say("page.mine.cooperating"), "quiet"),
               button_link(Address("/nhiem-vu.xlsx").with("trang-thai", "open"), view.say("page.list.excel"),
                           "quiet"),
               button_link(Address("/phieu"), view.say("page.sheet.progress"), "quiet"));
    return framed(
        view, {.place = Place::Mine, .title = view.say("page.mine.title"), .body = body, .is_live = true});
}

}  // namespace dondoc::web::pages
