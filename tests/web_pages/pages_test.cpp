// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every page, whatever stands in the daemon's reply: a list of pages that grows with them
// (all_pages.cpp).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "web/pages/assets.h"
#include "web/pages/mine.h"
#include "web/pages/task_list.h"
#include "web/pages/task_page.h"
#include "web_pages/all_pages.h"
#include "web_pages/filled.h"

namespace dondoc::web::pages {
namespace {

// Well-formed, and every element and attribute by the function.
void each_element(const MadePage& page, const std::function<void(const pugi::xml_node&)>& look) {
    pugi::xml_document document;
    const auto result = document.load_string(page.html.c_str(), pugi::parse_full);
    ASSERT_TRUE(result) << page.name << ": " << result.description() << " at "
                        << page.html.substr(
                               static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset - 60, 0)),
                               160);
    for (const auto& found : document.select_nodes("//*")) look(found.node());
}

class Pages : public testing::TestWithParam<View::Role> {
  protected:
    std::vector<MadePage> pages_ = all_pages(GetParam(), text::Lang::Vi);
};

std::string name_of_role(const testing::TestParamInfo<View::Role>& role) {
    if (role.param == View::Role::Agency) return "Agency";
    return role.param == View::Role::Office ? "Office" : "Operator";
}

INSTANTIATE_TEST_SUITE_P(Of, Pages,
                         testing::Values(View::Role::Agency, View::Role::Office, View::Role::Operator),
                         name_of_role);

TEST_P(Pages, HostileTextStaysText) {
    const std::set<std::string_view> never{"iframe", "object", "embed", "base", "style", "img"};
    for (const auto& page : pages_) {
        int scripts = 0;
        each_element(page, [&](const pugi::xml_node& node) {
            const std::string_view name = node.name();
            EXPECT_FALSE(never.contains(name)) << page.name << ": " << name;
            if (name == "script") {
                ++scripts;
                EXPECT_TRUE(std::string_view{node.text().get()}.empty()) << page.name;
                EXPECT_EQ(node.attribute("src").value(), script_address().text()) << page.name;
            }
            for (const auto& attribute : node.attributes()) {
                const std::string_view called = attribute.name();
                EXPECT_FALSE(called.starts_with("on") || called == "style") << page.name << ": " << called;
            }
        });
        EXPECT_EQ(scripts, 1) << page.name;
        EXPECT_NE(page.html.find("&lt;script&gt;"), std::string::npos)
            << page.name << " shows no text of the reply";
    }
}

TEST_P(Pages, LinksStayOnTheSite) {
    for (const auto& page : pages_)
        each_element(page, [&](const pugi::xml_node& node) {
            for (const auto* name : {"href", "src", "action", "formaction"}) {
                const std::string_view value = node.attribute(name).value();
                const bool is_own = value.empty() || value.starts_with('#') || value.starts_with("mailto:") ||
                                    value.starts_with("tel:") ||
                                    (value.starts_with('/') && !value.starts_with("//"));
                EXPECT_TRUE(is_own) << page.name << ": " << value;
            }
        });
}

TEST_P(Pages, EveryFormThatChangesSomethingCarriesItsSealAndWhatWasSeen) {
    const std::set<std::string> without_revision{"/ngon-ngu",     "/dang-xuat",      "/van-ban/nhap",
                                                 "/nhiem-vu/moi", "/nguoi-dung",     "/cho-xu-ly",
                                                 "/phieu",        "/nguoi-dung/nhap"};
    for (const auto& page : pages_)
        each_element(page, [&](const pugi::xml_node& node) {
            if (std::string_view{node.name()} != "form" ||
                std::string_view{node.attribute("method").value()} != "post")
                return;
            const auto has = [&](const char* name) {
                return !node.select_nodes((std::string(".//input[@name='") + name + "']").c_str()).empty();
            };
            const std::string action = node.attribute("action").value();
            EXPECT_TRUE(has("form_token")) << page.name << ": " << action;
            EXPECT_TRUE(has("request")) << page.name << ": " << action;
            const bool sees = has("revision") || has("mark") || has("seen") ||
                              without_revision.contains(action) || action.ends_with("/go") ||
                              action.ends_with("/bo") || action.ends_with("/muc-uu-tien") ||
                              action.ends_with("/moi") || action.ends_with("/kiem-tra");
            EXPECT_TRUE(sees) << page.name << ": " << action;
        });
}

TEST_P(Pages, EveryListCanBeTakenAlongAsAWorkbook) {
    for (const auto& page : pages_) {
        const bool has_workbook = page.html.find(".xlsx") != std::string::npos;
        EXPECT_TRUE(has_workbook || !page.is_list) << page.name;
    }
}

TEST_P(Pages, EveryFieldHasALabelAndIdsAreUnique) {
    for (const auto& page : pages_) {
        std::set<std::string> ids, labelled;
        each_element(page, [&](const pugi::xml_node& node) {
            const std::string id = node.attribute("id").value();
            EXPECT_TRUE(id.empty() || ids.insert(id).second) << page.name << ": " << id;
            if (std::string_view{node.name()} == "label") labelled.insert(node.attribute("for").value());
        });
        each_element(page, [&](const pugi::xml_node& node) {
            const std::string_view name = node.name(), type = node.attribute("type").value();
            if ((name != "input" && name != "select" && name != "textarea") || type == "hidden") return;
            const bool is_named = node.attribute("aria-label") ||
                                  labelled.contains(node.attribute("id").value()) ||
                                  std::string_view{node.parent().name()} == "label";
            EXPECT_TRUE(is_named) << page.name << ": " << node.attribute("name").value();
        });
    }
}

TEST_P(Pages, EverySentenceIsInBothLanguages) {
    for (const auto lang : {text::Lang::Vi, text::Lang::En})
        for (const auto& page : all_pages(GetParam(), lang))
            EXPECT_EQ(page.html.find("page."), std::string::npos)
                << page.name << ": " << page.html.substr(page.html.find("page."), 60);
}

// Of what a province has: a hundred rows of a list, a task that all communes have a part of.
TEST(PageSize, IsBelowAHundredKilobytesAlsoWhereThereIsMuch) {
    View view;
    view.role = View::Role::Operator;
    v1::TaskShowReply task;
    v1::TaskListReply list;
    for (std::uint64_t i = 1; i <= 150; ++i) {
        v1::AssignmentRow row;
        row.set_assignment(i);
        row.set_task(1);
        row.set_document("122/KH-UBND");
        row.set_task_number("3.1.2");
        row.set_title(
            "Tăng cường kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính tại các cơ quan, địa phương");
        row.set_agency("XA" + std::to_string(i));
        row.set_agency_name("UBND xã Số " + std::to_string(i));
        row.set_timeliness(v1::Timeliness::overdue);
        row.set_due("2026-11-20");
        row.set_days_left(-8);
        *task.add_assignments() = row;
        if (i <= rows_of_page) *list.add_rows() = row;
    }
    EXPECT_LT(task_page(view, {task}).size(), 100'000U);
    EXPECT_LT(task_list_page(view, {}, list).size(), 100'000U);
    view.role = View::Role::Agency;
    const auto limit = mine_request(view, {}).limit();
    ASSERT_LE(limit, 150U);
    list.clear_rows();
    for (std::uint32_t i = 0; i < limit; ++i) *list.add_rows() = task.assignments(static_cast<int>(i));
    EXPECT_LT(mine_page(view, {}, list).size(), 100'000U);
}

// What waits for the office is not shown as the agency's delay.
TEST(TaskList, ShowsWhatWaitsForTheOfficeAsNobodysDelay) {
    v1::TaskListReply list;
    auto& row = *list.add_rows();
    row.set_assignment(1);
    row.set_title("Kiểm kê trụ sở");
    row.set_timeliness(v1::Timeliness::overdue);
    row.set_due("2026-11-20");
    const auto late = task_list_page({}, {}, list);
    EXPECT_NE(late.find("prose bad"), late.npos);
    row.set_days_waiting(3);
    const auto waits = task_list_page({}, {}, list);
    EXPECT_EQ(waits.find("prose bad"), waits.npos);
    EXPECT_NE(waits.find("chờ xác nhận"), waits.npos);
}

// Who opens a task of all communes wants to know first what it is.
TEST(TaskOfMany, SaysWhatItIsBeforeItsAgenciesAndNothingTwice) {
    View view;
    view.role = View::Role::Office;
    v1::TaskShowReply task;
    task.mutable_document()->set_number("58/KH-UBND");
    task.mutable_row()->set_title("Bố trí đủ người trực");
    task.mutable_row()->set_deadline_text("Trước ngày 19/7/2025");
    const auto is_first = [&] {
        const auto page = task_page(view, {task});
        const auto term = page.find("Trước ngày 19/7/2025"), agencies = page.find("UBND xã Số 1");
        EXPECT_NE(term, page.npos);
        EXPECT_NE(agencies, page.npos);
        return term < agencies;
    };
    for (std::uint64_t i = 1; i <= 90; ++i) {
        auto& row = *task.add_assignments();
        row.set_assignment(i);
        row.set_title("Bố trí đủ người trực");
        row.set_agency_name("UBND xã Số " + std::to_string(i));
        if (i == 2) {
            EXPECT_FALSE(is_first()) << "of few agencies the forms are at hand";
        }
    }
    EXPECT_TRUE(is_first());
    const auto page = task_page(view, {task});
    std::size_t times = 0;
    for (auto at = page.find("Bố trí đủ"); at != page.npos; at = page.find("Bố trí đủ", at + 1)) ++times;
    EXPECT_LE(times, 3U) << "in the head and the heading, and not in each row";
}

TEST(PageAssets, AreSmallAndLoadNothingFromElsewhere) {
    const auto* style = find_asset("style.css");
    ASSERT_NE(style, nullptr);
    EXPECT_LT(style->content.size(), 30'000U);
    EXPECT_EQ(style->content.find("url("), std::string_view::npos);
    EXPECT_EQ(style->content.find("@import"), std::string_view::npos);
    ASSERT_NE(find_asset("app.js"), nullptr);
    EXPECT_EQ(find_asset("app.js")->content.find("innerHTML"), std::string_view::npos);
    EXPECT_EQ(find_asset("../style.css"), nullptr);
}

}  // namespace
}  // namespace dondoc::web::pages
