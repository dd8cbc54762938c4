// SPDX-License-Identifier: Apache-2.0
// Who may say whose child a task is, and what an agency sees of tasks that are not its own.
#include <gtest/gtest.h>

#include <map>

#include "support/asked_hub.h"

namespace dondoc::test {
namespace {

class ChildrenRequests : public testing::Test, protected AskedHub {
  protected:
    ChildrenRequests() {
        province.import({row("1", "Nhiệm vụ chứa", "Theo tiến độ Chính phủ giao", "Sở Nội vụ"),
                         row("1.1", "Việc của tài chính", "31/05/2023", "Sở Tài chính"),
                         row("2", "Việc khác", "31/05/2023", "Sở Nội vụ")});
        grant("SNV", Role::Agency, "SNV");
        grant("STC", Role::Agency, "STC");
        grant("office", Role::Office, "");
    }
    static v1::Request under(std::uint64_t parent, std::uint64_t child) {
        v1::Request request;
        request.mutable_task_under()->set_parent(parent);
        request.mutable_task_under()->add_children(child);
        return request;
    }
    v1::TaskShowReply show(const std::string& who, std::uint64_t task) {
        v1::Request request;
        request.mutable_task_show()->set_task(task);
        return ask(who, request).task_show();
    }
};

TEST_F(ChildrenRequests, TheOfficeMayAndAnAgencyMayNot) {
    EXPECT_EQ(ask("SNV", under(1, 3)).error().code(), "access.denied");
    const auto done = ask("office", under(1, 3)).task_under();
    EXPECT_EQ(done.changed_size(), 1);
    EXPECT_EQ(done.children().counted(), 2U);
    EXPECT_EQ(ask("office", under(1, 3)).task_under().changed_size(), 0);
    EXPECT_EQ(show("office", 3).parents(0).by(), "office");
}

TEST_F(ChildrenRequests, AnAgencyIsNotShownTheTitlesOfOthersTasks) {
    const auto container = show("SNV", 1);
    ASSERT_EQ(container.children_size(), 1);
    EXPECT_EQ(container.children(0).number(), "1.1");
    EXPECT_EQ(container.children(0).title(), "");
    EXPECT_EQ(container.assignments(0).children().due(), "2023-05-31");
    EXPECT_EQ(show("STC", 2).parent().task(), 1U);
    EXPECT_EQ(show("STC", 2).parent().title(), "");
    EXPECT_EQ(show("office", 1).children(0).title(), "Việc của tài chính");
}

TEST_F(ChildrenRequests, AListIsOfTheChildrenThatTheKeyMaySee) {
    v1::Request request;
    request.mutable_task_list()->set_under(1);
    EXPECT_EQ(ask("office", request).task_list().total(), 1U);
    EXPECT_EQ(ask("STC", request).task_list().rows_size(), 1);
    EXPECT_EQ(ask("SNV", request).task_list().total(), 0U);
    request.mutable_task_list()->set_under(99);
    EXPECT_EQ(ask("office", request).error().code(), "task.unknown");
}

TEST_F(ChildrenRequests, TheAnswerToWhatCompletesAContainerSaysSo) {
    province.engine.change([&](engine::Work& work) {
        const auto child = work.store.assignments.of_task({2}).front();
        engine::change_assignment(work, child, {Action::Complete, {}, "", "thử"});
    });
    v1::Request request;
    auto& wanted = *request.mutable_assignment_change();
    wanted.set_assignment(1);
    wanted.set_action(v1::AssignmentChangeRequest::comment);
    wanted.set_note("đã xem");
    const auto row = ask("office", request).assignment_change().assignment();
    EXPECT_EQ(row.state(), v1::Workflow::completed);
    EXPECT_EQ(row.children().completed(), 1U);
}

}  // namespace
}  // namespace dondoc::test
