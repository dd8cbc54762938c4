// SPDX-License-Identifier: Apache-2.0
// Lists and the log as they are asked for: names with a slip of the pen, what is refused, who may see what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "dondoc/v1/frame.pb.h"
#include "engine/life_record.h"
#include "hub/hub.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Listening : public hub::Outbox, public hub::Feed {
  public:
    hub::Delivery send(const hub::RoutingId&, const std::string& frame) override {
        last = frame;
        return hub::Delivery::Sent;
    }
    void cut(const hub::RoutingId&) override {}
    void publish(const std::string&, const std::string&) override {}
    void dismiss(const std::string&) override {}

    std::string last;
};

class ListRequests : public testing::Test {
  protected:
    ListRequests() {
        province.register_agencies();
        province.import(
            {row("1", "Cải cách hành chính", "31/5/2023", "các sở, ban, ngành", "Văn phòng UBND tỉnh"),
             row("2", "Luật Đất đai", "15/6/2023", "Sở Tài chính", "Sở Nội vụ"),
             row("3", "Việc của chưa ai", "15/6/2023", "đơn vị nào đó")},
            "122/KH-UBND");
        province.import({row("1", "Chuyển đổi số", "15/7/2023", "Sở Tài chính")}, "05/QĐ-UBND", "government");
        province.engine.change([&](engine::Work& work) {
            work.store.keys.put({office, Role::Office, std::nullopt, "văn phòng", work.now, std::nullopt});
            for (const auto& [key, code] : {std::pair{snv, "SNV"}, {vp, "VP"}})
                work.store.keys.put(
                    {key, Role::Agency, work.store.agencies.find(code)->id, code, work.now, std::nullopt});
        });
        access.load(province.store.keys, province.store.agencies);
    }

    v1::Reply ask(const v1::Request& request, const std::string& key) {
        v1::ClientFrame frame;
        *frame.mutable_request() = request;
        frame.mutable_request()->set_id(std::to_string(++asked));
        hub.receive("r", key, frame.SerializeAsString());
        v1::DaemonFrame answer;
        EXPECT_TRUE(answer.ParseFromString(listening.last));
        return answer.reply();
    }
    v1::Reply list(const std::function<void(v1::TaskListRequest&)>& set, const std::string& key = office) {
        v1::Request request;
        set(*request.mutable_task_list());
        return ask(request, key);
    }
    // Numbers of the rows, with the agencies.
    std::vector<std::string> rows(const std::function<void(v1::TaskListRequest&)>& set,
                                  const std::string& key = office) {
        const auto reply = list(set, key);
        EXPECT_FALSE(reply.has_error()) << reply.error().message();
        std::vector<std::string> found;
        for (const auto& row : reply.task_list().rows()) found.push_back(row.title() + " " + row.agency());
        return found;
    }
    std::string refusal(const std::function<void(v1::TaskListRequest&)>& set,
                        const std::string& key = office) {
        return list(set, key).error().code();
    }

    static inline const std::string office = std::string(40, '0'), snv = std::string(40, '1'),
                                    vp = std::string(40, '2');
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
    Listening listening;
    hub::AccessList access;
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, listening, listening, {}, turned_away};
    int asked = 0;
};

TEST_F(ListRequests, ADocumentIsFoundWithASlipOfThePen) {
    for (const auto* typed : {"05/QĐ-UBND", "05/qđ-ubnd", "05 / QD – UBND", "05/QĐ-UBND "})
        EXPECT_THAT(rows([&](auto& list) { list.set_document(typed); }), ElementsAre("Chuyển đổi số STC"));
    v1::Request status;
    status.mutable_status()->set_document("05/qd-ubnd");
    EXPECT_EQ(ask(status, office).status().counts().total(), 1U);
}

TEST_F(ListRequests, WhatCameFromAnotherSystemIsListedAndOfOneTaskOnce) {
    province.engine.change([](engine::Work& work) {
        work.store.task_sources.put({"qlvb", "7"}, {2}, "");
        work.store.task_sources.put({"qlvb", "8"}, {2}, "");  // twice there
    });
    EXPECT_THAT(rows([](auto& list) { list.set_source("qlvb"); }), ElementsAre("Luật Đất đai STC"));
    EXPECT_EQ(list([](auto& list) { list.set_source("qlvb"); }).task_list().total(), 1U);
    EXPECT_EQ(refusal([](auto& list) { list.set_source("khác"); }), "source.unknown");
    EXPECT_EQ(refusal([](auto& list) { list.set_source("qlvb"); }, snv), "access.denied");
    v1::Request show;
    show.mutable_task_show()->set_task(2);
    EXPECT_EQ(ask(show, office).task_show().sources_size(), 2);
    EXPECT_EQ(ask(show, snv).task_show().sources_size(), 0) << "the office's own affair";
}

TEST_F(ListRequests, WhatDoesNotExistIsRefusedWithWhatIsLikeIt) {
    auto reply = list([](auto& list) { list.set_document("122/KHUBND"); });
    EXPECT_EQ(reply.error().code(), "list.document_unknown_like");
    EXPECT_THAT(reply.error().message(), HasSubstr("122/KH-UBND"));
    EXPECT_EQ(refusal([](auto& list) { list.set_document("77/NQ-HĐND"); }), "list.document_unknown");
    reply = list([](auto& list) { list.set_agency("snv"); });
    EXPECT_EQ(reply.error().code(), "agency.unknown_like");
    EXPECT_THAT(reply.error().message(), HasSubstr("SNV (Sở Nội vụ)"));
    EXPECT_EQ(refusal([](auto& list) { list.set_agency("KHONGCO"); }), "agency.unknown");
    EXPECT_EQ(refusal([](auto& list) { list.set_level("tinh"); }), "plan.level");
    EXPECT_EQ(refusal([](auto& list) { list.add_timeliness(static_cast<v1::Timeliness::Class>(77)); }),
              "value.timeliness");
    EXPECT_EQ(refusal([](auto& list) { list.set_sort(static_cast<v1::ListSort::By>(77)); }), "value.sort");
    EXPECT_EQ(refusal([](auto& list) { list.set_text(" -%\""); }), "list.no_words");
    EXPECT_EQ(refusal([](auto& list) { list.set_role("boss"); }), "value.role");
    EXPECT_EQ(refusal([](auto& list) { list.set_role("cooperating"); }), "list.role_of_whom");
}

TEST_F(ListRequests, APlaceOfAnotherListIsRefused) {
    for (const auto* place : {"x", "due", "due.", "due.1", "due.1.x", "due.1.2.3", "updated.1.2", "due-.1.2",
                              "due.99999999999999999999.1", "' OR 1=1 --"})
        EXPECT_EQ(refusal([&](auto& list) { list.set_after(place); }), "list.position") << place;
    EXPECT_EQ(refusal([](auto& list) {
                  list.set_unassigned(true);
                  list.set_sort(v1::ListSort::agency);
              }),
              "list.unassigned_sort");
}

TEST_F(ListRequests, PagesGoOnUnderEveryOrder) {
    for (int by = v1::ListSort::By_MIN; by <= v1::ListSort::By_MAX; ++by)
        for (const bool reverse : {false, true}) {
            std::set<std::uint64_t> seen;
            std::string after;
            int pages = 0;
            do {
                const auto page = list([&](auto& list) {
                                      list.set_sort(static_cast<v1::ListSort::By>(by));
                                      list.set_reverse(reverse);
                                      list.set_limit(1);
                                      list.set_after(after);
                                  }).task_list();
                EXPECT_EQ(page.total(), 4U);
                for (const auto& row : page.rows()) EXPECT_TRUE(seen.insert(row.assignment()).second);
                after = page.next();
            } while (!after.empty() && ++pages < 10);
            EXPECT_EQ(seen.size(), 4U);
        }
}

TEST_F(ListRequests, TextIsFoundWithAndWithoutMarks) {
    for (const auto* typed : {"đất đai", "dat dai", "ĐẤT", "luat dat"})
        EXPECT_THAT(rows([&](auto& list) { list.set_text(typed); }), ElementsAre("Luật Đất đai STC"));
    EXPECT_THAT(rows([](auto& list) { list.set_text("dắt"); }), IsEmpty());
    const auto unassigned = rows([](auto& list) {
        list.set_unassigned(true);
        list.set_text("chua ai");
    });
    EXPECT_THAT(unassigned, ElementsAre("Việc của chưa ai "));
}

TEST_F(ListRequests, AnAmendedTextIsFoundAsItIsNow) {
    province.engine.change([](engine::Work& work) {
        auto task = work.store.plans.task({2}).value();
        task.search = "luật nhà ở";
        work.store.plans.update(task);
    });
    EXPECT_THAT(rows([](auto& list) { list.set_text("dat dai"); }), IsEmpty());
    EXPECT_THAT(rows([](auto& list) { list.set_text("nha o"); }), ElementsAre("Luật Đất đai STC"));
}

TEST_F(ListRequests, WorkIsFoundByWhatWasSaidOfItByThoseWhoMaySeeThat) {
    v1::ChangeDetail detail;
    detail.set_note("Đã gửi dự thảo cho Bộ");
    detail.mutable_result()->set_number("15/BC-STC");
    province.engine.change([&](engine::Work& work) {
        for (const auto& [task, code] : {std::pair{1, "SNV"}, {2, "STC"}}) {
            auto assignment = *work.store.assignments.find({task}, work.store.agencies.find(code)->id);
            engine::write_change(work, assignment, ChangeKind::Comment, "thử", detail);
        }
    });
    for (const auto* typed : {"15/BC-STC", "15 bc stc", "dự thảo", "GUI DU THAO"})
        EXPECT_THAT(rows([&](auto& list) { list.set_text(typed); }),
                    ElementsAre("Cải cách hành chính SNV", "Luật Đất đai STC"))
            << typed;
    EXPECT_THAT(rows([](auto& list) { list.set_text("dự thao"); }), testing::SizeIs(2));
    EXPECT_THAT(rows([](auto& list) { list.set_text("dứ thao"); }), IsEmpty());
    EXPECT_THAT(rows([](auto& list) { list.set_text("15/BC-STC"); }, snv),
                ElementsAre("Cải cách hành chính SNV"));
    const auto cooperating = [](const char* text) {
        return [text](auto& list) {
            list.set_role("cooperating");
            list.set_text(text);
        };
    };
    EXPECT_THAT(rows(cooperating("15/BC-STC"), snv), IsEmpty()) << "it is STC's and the office's affair";
    EXPECT_THAT(rows(cooperating("dat dai"), snv), ElementsAre("Luật Đất đai STC"));
}

TEST_F(ListRequests, AnAgencySeesItsOwnAndWhatItCooperatesIn) {
    const auto everything = [](auto&) {};
    const auto cooperating = [](auto& list) { list.set_role("cooperating"); };
    EXPECT_THAT(rows(everything, snv), ElementsAre("Cải cách hành chính SNV"));
    EXPECT_THAT(rows(cooperating, snv), ElementsAre("Luật Đất đai STC"));
    EXPECT_THAT(rows(cooperating, vp), ElementsAre("Cải cách hành chính SNV", "Cải cách hành chính STC"));
    EXPECT_THAT(rows([](auto& list) {
                    list.set_role("cooperating");
                    list.set_agency("SNV");
                }),
                ElementsAre("Luật Đất đai STC"));
    EXPECT_EQ(refusal([](auto& list) { list.set_agency("STC"); }, snv), "access.foreign");
    // Another agency's document is as one that is not there, and is not named.
    const auto foreign = list([](auto& list) { list.set_document("05/QĐ-UBND"); }, snv);
    EXPECT_EQ(foreign.error().code(), "list.document_unknown");
    EXPECT_THAT(list([](auto& list) { list.set_document("05/QĐ-UBNN"); }, snv).error().message(),
                testing::Not(HasSubstr("05/QĐ-UBND ")));
}

TEST_F(ListRequests, TheLogIsOfTheKeysOwnInboxWhateverItAsksFor) {
    const auto log = [&](const std::function<void(v1::LogRequest&)>& set, const std::string& key) {
        v1::Request request;
        set(*request.mutable_log());
        return ask(request, key);
    };
    const auto own = log([](auto&) {}, snv);
    EXPECT_GT(own.log().events_size(), 0);
    for (const auto& event : own.log().events()) EXPECT_EQ(event.agency(), "SNV");
    const auto of_task = log([](auto& asked_for) { asked_for.set_task(1); }, vp);
    EXPECT_GT(of_task.log().events_size(), 0);
    for (const auto& event : of_task.log().events()) EXPECT_EQ(event.agency(), "VP");
    EXPECT_EQ(log([](auto& asked_for) { asked_for.set_task(4); }, snv).error().code(), "task.unknown");
    EXPECT_EQ(log([](auto& asked_for) { asked_for.set_assignment(4); }, snv).error().code(),
              "assignment.unknown");
    EXPECT_EQ(log([](auto& asked_for) { asked_for.set_assignment(99); }, office).error().code(),
              "assignment.unknown");
    EXPECT_EQ(log([](auto& asked_for) { asked_for.set_task(std::uint64_t{1} << 63); }, office).error().code(),
              "task.unknown");
    EXPECT_EQ(log([](auto& asked_for) { asked_for.set_document("05/QĐ-UBND"); }, snv).error().code(),
              "list.document_unknown");
    EXPECT_EQ(log([](auto& asked_for) { asked_for.set_kind(static_cast<v1::EventKind::Kind>(77)); }, office)
                  .error()
                  .code(),
              "value.kind");
    const auto of_document = log([](auto& asked_for) { asked_for.set_document("05/qd-ubnd"); }, office).log();
    ASSERT_EQ(of_document.events_size(), 1);
    EXPECT_EQ(of_document.events(0).agency(), "STC");
    const auto newest = log(
        [](auto& asked_for) {
            asked_for.set_newest_first(true);
            asked_for.set_limit(1);
        },
        office);
    EXPECT_TRUE(newest.log().more());
    EXPECT_EQ(newest.log().next(), newest.log().events(0).id());
}

}  // namespace
}  // namespace dondoc::test
