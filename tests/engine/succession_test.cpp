// SPDX-License-Identifier: Apache-2.0
// Agencies that are renamed, merged, split and dissolved, and what becomes of their work.
#include "engine/succession/succession.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "engine/mutes.h"
#include "support/refusal.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const auto day = civil(2023, 7, 1);

class AgencySuccession : public testing::Test {
  protected:
    void SetUp() override {
        province.register_agencies();
        province.import({row("1", "Rà soát thủ tục hành chính", "31/12/2023", "Sở Nội vụ", "Sở Tài chính"),
                         row("2", "Số hóa hồ sơ lưu trữ", "30/9/2023", "Các sở, ban, ngành"),
                         row("3", "Bồi dưỡng cán bộ một cửa", "Thường xuyên", "Sở Tài chính")});
        province.advance_to("2023-07-01T08:00");
    }

    static engine::SuccessionOrder order(SuccessionKind kind, std::vector<std::string> from,
                                         std::vector<std::string> to, std::vector<Agency> described = {}) {
        engine::SuccessionOrder wanted;
        wanted.content.agencies = std::move(described);
        wanted.content.successions = {{kind, day, "15/NQ-HĐND", std::move(from), std::move(to)}};
        wanted.by = "van-phong";
        return wanted;
    }
    static Agency agency(const std::string& code, const std::string& name) {
        return {code, name, {}, "province", {}, {}};
    }
    v1::AgencySucceedReply look(engine::SuccessionOrder wanted) {
        v1::AgencySucceedReply shown;
        wanted.trial = true;
        province.engine.attempt([&](engine::Work& work) { shown = engine::succeed(work, wanted); });
        return shown;
    }
    v1::AgencySucceedReply succeed(engine::SuccessionOrder wanted) {
        v1::AgencySucceedReply done;
        wanted.seen = look(wanted).seen();
        province.engine.change([&](engine::Work& work) { done = engine::succeed(work, wanted); });
        while (province.engine.replan()) {
        }
        return done;
    }
    AgencyId id(const std::string& code) { return province.store.agencies.find(code)->id; }
    std::optional<store::Assignment> assignment(int task, const std::string& code) {
        return province.store.assignments.find({task}, id(code));
    }
    Workflow state(int task, const std::string& code) { return assignment(task, code).value().state; }
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(AgencySuccession, AMergerHandsOpenWorkOverWithTermProgressAndHistory) {
    auto part = assignment(1, "SNV").value();
    part.state = Workflow::InProgress;
    part.progress = 40;
    part.due = civil(2024, 1, 31);
    province.engine.change(
        [&](engine::Work& work) { work.store.history.write(part, ChangeKind::Extend, "an", {}, work.now); });
    const auto wanted =
        order(SuccessionKind::Merge, {"SNV", "STC"}, {"SNVTC"}, {agency("SNVTC", "Sở Nội vụ và Tài chính")});
    const auto done = succeed(wanted);
    EXPECT_EQ(done.agencies_added(), 1U);

    const auto taken = assignment(1, "SNVTC").value();
    EXPECT_EQ(taken.state, Workflow::InProgress);
    EXPECT_EQ(taken.progress, 40);
    EXPECT_EQ(taken.due, civil(2024, 1, 31));
    EXPECT_EQ(taken.original_due, civil(2023, 12, 31));
    EXPECT_EQ(taken.transferred_from, part.id);
    const auto changes = province.store.history.of(part.id);
    EXPECT_EQ(changes.back().kind, ChangeKind::Transfer);
    v1::ChangeDetail detail;
    ASSERT_TRUE(detail.ParseFromString(changes.back().detail));
    EXPECT_EQ(detail.note(), "15/NQ-HĐND");
    EXPECT_EQ(detail.agency(), "SNVTC");

    // Both led task 2: it is one part now.
    EXPECT_EQ(state(2, "SNV"), Workflow::Transferred);
    EXPECT_EQ(state(2, "STC"), Workflow::Transferred);
    EXPECT_EQ(state(2, "SNVTC"), Workflow::Assigned);
    EXPECT_EQ(province.store.assignments.of_task({2}).size(), 3U);
    EXPECT_EQ(province.store.agencies.read("SNV")->valid_to, civil(2023, 6, 30));
    EXPECT_EQ(province.store.agencies.read("SNVTC")->valid_from, day);
    // Who leads does not cooperate as well.
    EXPECT_TRUE(province.store.plans.cooperating({1}).empty());
}

TEST_F(AgencySuccession, WhatTheSuccessorHasCompletedStaysCompleted) {
    const auto own = assignment(2, "STC").value();
    province.engine.change([&](engine::Work& work) {
        engine::change_assignment(work, own, {Action::Complete, civil(2023, 6, 20), "BC 1", "an"});
    });
    const auto wanted = order(SuccessionKind::Merge, {"SNV"}, {"STC"});
    const auto shown = look(wanted);
    ASSERT_EQ(shown.unjoined_size(), 1);
    EXPECT_EQ(shown.unjoined(0).outcome(), v1::AgencySucceedReply::Unjoined::returned);
    EXPECT_EQ(shown.unjoined(0).task_number(), "2");
    EXPECT_EQ(shown.unjoined(0).other_state(), "completed");
    const auto done = succeed(wanted);
    EXPECT_EQ(done.shares(0).assignments(), 2U);
    EXPECT_EQ(done.shares(0).returned(), 1U);
    EXPECT_EQ(state(2, "STC"), Workflow::Completed);
    EXPECT_EQ(assignment(2, "STC")->completed_on, civil(2023, 6, 20));
    EXPECT_EQ(state(2, "SNV"), Workflow::Returned);
    EXPECT_EQ(state(1, "STC"), Workflow::Assigned);
    const auto again = succeed(wanted);
    EXPECT_EQ(again.unjoined_size(), 0) << "the office deals with it";
}

TEST_F(AgencySuccession, AReportedResultIsConfirmedForWhoReportedIt) {
    province.engine.change([&](engine::Work& work) {
        for (const int task : {1, 2})
            engine::change_assignment(work, assignment(task, "SNV").value(),
                                      {Action::Report, civil(2023, 6, 20), "BC 1", "an", Actor::Agency});
    });
    const auto wanted =
        order(SuccessionKind::Merge, {"SNV", "STC"}, {"SNVTC"}, {agency("SNVTC", "Sở Nội vụ và Tài chính")});
    const auto done = succeed(wanted);
    // Where it stands alone it goes with its day; beside work to be done it waits where it is.
    EXPECT_EQ(state(1, "SNVTC"), Workflow::Reported);
    EXPECT_EQ(assignment(1, "SNVTC")->completed_on, civil(2023, 6, 20));
    ASSERT_EQ(done.unjoined_size(), 1);
    EXPECT_EQ(done.unjoined(0).outcome(), v1::AgencySucceedReply::Unjoined::kept);
    EXPECT_EQ(state(2, "SNV"), Workflow::Reported);
    EXPECT_EQ(state(2, "SNVTC"), Workflow::Assigned);
    EXPECT_EQ(assignment(2, "SNVTC")->transferred_from, assignment(2, "STC")->id);

    const auto told = province.inbox("SNVTC").size();
    EXPECT_EQ(succeed(wanted).shares(0).kept(), 1U);
    EXPECT_EQ(province.inbox("SNVTC").size(), told) << "nothing moved";
    province.engine.change([&](engine::Work& work) {
        engine::change_assignment(work, assignment(2, "SNV").value(), {Action::Rework, {}, "thiếu", "an"});
    });
    succeed(wanted);
    EXPECT_EQ(state(2, "SNV"), Workflow::Transferred) << "what is to be done again goes over after all";
}

TEST_F(AgencySuccession, TheSeriesOfWhatWasCompletedGoesOnWithTheSuccessor) {
    province.import({row("1", "Báo cáo quý", "Ngày 20 tháng cuối quý", "Sở Nội vụ")}, "02/KH-UBND");
    const int task = 4;
    province.engine.change([&](engine::Work& work) {
        engine::change_assignment(work, assignment(task, "SNV").value(),
                                  {Action::Complete, civil(2023, 7, 1), "BC 1", "an"});
    });
    succeed(order(SuccessionKind::Merge, {"SNV"}, {"STC"}));
    province.advance_to("2023-10-01");
    EXPECT_EQ(province.store.assignments.of_task({task}).size(), 3U) << "one of SNV, those after it of STC";
    EXPECT_EQ(assignment(task, "STC").value().due, civil(2023, 9, 20));
}

TEST_F(AgencySuccession, ADissolvedAgencyCooperatesNoMore) {
    auto wanted = order(SuccessionKind::Dissolve, {"STC"}, {});
    wanted.leave = true;
    const auto done = succeed(wanted);
    ASSERT_EQ(done.shares_size(), 1);
    EXPECT_EQ(done.shares(0).assignments(), 2U);
    EXPECT_EQ(done.shares(0).cooperations(), 1U);
    EXPECT_TRUE(province.store.plans.cooperating({1}).empty());
    const auto notice = province.inbox("STC").back().succession();
    EXPECT_EQ(notice.shares(0).cooperations(), 1U);
}

TEST_F(AgencySuccession, BothSidesAreToldOnce) {
    const auto before = province.inbox("SNV").size();
    succeed(order(SuccessionKind::Merge, {"SNV"}, {"VP"}));
    ASSERT_EQ(province.inbox("SNV").size(), before + 1);
    const auto notice = province.inbox("SNV").back();
    EXPECT_EQ(notice.kind(), v1::EventKind::changed);
    ASSERT_EQ(notice.succession().shares_size(), 1);
    EXPECT_EQ(notice.succession().shares(0).to(), "VP");
    EXPECT_EQ(notice.succession().shares(0).assignments(), 2U);
    ASSERT_EQ(province.inbox("VP").size(), 1U);
    const auto told = province.inbox("VP").back();
    EXPECT_EQ(told.kind(), v1::EventKind::assigned);
    ASSERT_EQ(told.digest().items_size(), 2);
    EXPECT_EQ(told.digest().items(0).agency(), "SNV");
    province.advance_to("2024-02-01");
    EXPECT_EQ(province.inbox("SNV").size(), before + 1) << "nothing new comes to it";
}

TEST_F(AgencySuccession, WhatThePredecessorWasToldIsNotToldAgain) {
    const auto late = civil(2023, 9, 26);
    province.advance_to("2023-09-26T12:00");
    ASSERT_THAT(ledger(province, {2}), testing::Contains("-7d"));
    auto wanted = order(SuccessionKind::Merge, {"SNV"}, {"VP"});
    wanted.content.successions[0].day = late;
    succeed(wanted);
    province.advance_to("2023-10-01T12:00");
    EXPECT_THAT(told(province, "VP"),
                ElementsAre("2023-09-29 reminder -1d", "2023-09-30 reminder 0d", "2023-10-01 overdue +1d"));
}

TEST_F(AgencySuccession, AMuteOfAnAssignmentGoesWithIt) {
    province.engine.change([&](engine::Work& work) {
        engine::add_mute(work, assignment(2, "SNV")->id, civil(2023, 9, 20), "chờ", "an");
    });
    province.advance_to("2023-09-16T12:00");  // -15d is held back
    auto wanted = order(SuccessionKind::Merge, {"SNV"}, {"VP"});
    wanted.content.successions[0].day = civil(2023, 9, 16);
    succeed(wanted);
    province.advance_to("2023-09-20T12:00");
    EXPECT_TRUE(told(province, "VP").empty());
    province.advance_to("2023-09-23T12:00");
    EXPECT_THAT(told(province, "VP"), ElementsAre("2023-09-21 reminder -15d", "2023-09-23 reminder -7d"));
}

TEST_F(AgencySuccession, ASplitNeedsAChoiceForEachPiece) {
    auto wanted = order(SuccessionKind::Split, {"STC"}, {"STC", "KB"}, {agency("KB", "Kho bạc")});
    const auto shown = look(wanted);
    ASSERT_EQ(shown.pieces_size(), 3);  // leads 2 and 3, cooperates in 1
    EXPECT_EQ(refusal([&] { succeed(wanted); }), "succession.unchosen");
    for (const auto& piece : shown.pieces()) {
        EXPECT_THAT(piece.candidates(), ElementsAre("STC", "KB"));
        wanted.choices.push_back(piece.choice());
    }
    wanted.choices[0].set_to("STC");
    wanted.choices[1].set_to("SNV");
    EXPECT_EQ(refusal([&] { succeed(wanted); }), "succession.choice_other");
    wanted.choices[1].set_to("KB");
    wanted.choices[2].set_to("KB");
    wanted.choices.push_back(wanted.choices[0]);
    EXPECT_EQ(refusal([&] { succeed(wanted); }), "succession.choice_twice");
    wanted.choices.back().set_assignment(999);
    EXPECT_EQ(refusal([&] { succeed(wanted); }), "succession.choice_unknown");
    wanted.choices.pop_back();
    succeed(wanted);
    EXPECT_EQ(state(2, "STC"), Workflow::Assigned);
    EXPECT_EQ(state(3, "STC"), Workflow::Transferred);
    EXPECT_EQ(state(3, "KB"), Workflow::Assigned);
    EXPECT_THAT(province.store.plans.cooperating({1}), ElementsAre(id("KB")));
    EXPECT_EQ(province.store.agencies.read("STC")->valid_to, std::nullopt);
}

TEST_F(AgencySuccession, ARenamedAgencyStaysTheSameUnderBothCodes) {
    const auto before = id("STC");
    succeed(order(SuccessionKind::Rename, {"STC"}, {"SKHTC"}, {agency("SKHTC", "Sở Kế hoạch và Tài chính")}));
    EXPECT_EQ(id("STC"), before);
    EXPECT_EQ(province.store.agencies.find("STC")->code, "SKHTC");
    const auto& directory = province.engine.directory();
    EXPECT_EQ(directory.reader(day, "").read("Sở Kế hoạch và Tài chính").parties.at(0).code, "SKHTC");
    EXPECT_EQ(directory.reader(civil(2023, 6, 30), "").read("Sở Tài chính").parties.at(0).name,
              "Sở Tài chính");
    EXPECT_EQ(directory.reader(day, "").resolve("STC").code, "SKHTC");
    EXPECT_EQ(state(2, "SKHTC"), Workflow::Assigned);
    EXPECT_EQ(refusal([&] {
                  province.engine.change([&](engine::Work& work) {
                      engine::import_register(work, {{agency("STC", "Sở Tài chính")}, {}});
                  });
              }),
              "agency.former_code");
}

TEST_F(AgencySuccession, WithoutASuccessorTheWorkIsLeftOnlyWhenThatIsSaid) {
    auto wanted = order(SuccessionKind::Dissolve, {"SNV"}, {});
    EXPECT_EQ(refusal([&] { succeed(wanted); }), "succession.left");
    wanted.leave = true;
    succeed(wanted);
    EXPECT_EQ(state(1, "SNV"), Workflow::Returned);
}

TEST_F(AgencySuccession, APlanIsReadByTheAgenciesOfItsTime) {
    succeed(order(SuccessionKind::Merge, {"SNV"}, {"VP"}));
    const auto read = [&](local_days issued) {
        return province.engine.directory().reader(issued, "").read("Sở Nội vụ");
    };
    EXPECT_EQ(read(civil(2023, 6, 30)).parties.at(0).code, "SNV");
    const auto after = read(day);
    EXPECT_EQ(after.parties.at(0).kind, language::Party::Kind::Unknown);
    EXPECT_EQ(after.problems.at(0),
              (Message{"party.succeeded", {"Sở Nội vụ", "30/06/2023", "Văn phòng UBND tỉnh"}}));
}

TEST_F(AgencySuccession, WhatComesToAPredecessorLaterIsHandedOverByTheSameOrder) {
    const auto wanted = order(SuccessionKind::Merge, {"SNV"}, {"VP"});
    succeed(wanted);
    province.import({row("1", "Báo cáo quý", "31/12/2023", "Sở Nội vụ")}, "02/KH-UBND");
    EXPECT_EQ(state(4, "SNV"), Workflow::Assigned);
    const auto again = succeed(wanted);
    EXPECT_TRUE(again.successions(0).has_time());
    EXPECT_EQ(state(4, "VP"), Workflow::Assigned);
    EXPECT_EQ(province.store.successions.all().size(), 1U);
    const auto events = province.published.size();
    succeed(wanted);
    EXPECT_EQ(province.published.size(), events) << "nothing is left to be told";
}

TEST_F(AgencySuccession, AnAmendedPlanOfThatTimeKeepsTheWorkWithTheSuccessor) {
    succeed(order(SuccessionKind::Merge, {"SNV"}, {"VP"}));
    const std::vector rows{row("1", "Rà soát thủ tục hành chính", "30/11/2023", "Sở Nội vụ", "Sở Tài chính"),
                           row("2", "Số hóa hồ sơ lưu trữ", "30/9/2023", "Các sở, ban, ngành"),
                           row("3", "Bồi dưỡng cán bộ một cửa", "Thường xuyên", "Sở Tài chính")};
    const store::Document document{{},        "UBND tỉnh", "01/KH-UBND", civil(2023, 5, 13), "Kế hoạch thử",
                                   "province"};
    engine::PlanImport result;
    const auto import = [&](engine::ImportTerms terms) {
        return [&, terms](engine::Work& work) {
            result = engine::import_plan(work, document,
                                         read_plan(work.directory, work.rules, document, rows), {}, terms);
        };
    };
    province.engine.attempt(import({.trial = true}));
    province.engine.change(
        import({.amendment = engine::Amendment{result.difference->seen(), "sửa đổi", "an"}}));
    EXPECT_EQ(assignment(1, "VP")->due, civil(2023, 11, 30));
    EXPECT_EQ(state(1, "SNV"), Workflow::Transferred);
    EXPECT_EQ(result.revoked, 0);
}

TEST_F(AgencySuccession, WhatCannotBeIsRefusedAndChangesNothing) {
    const auto merge = SuccessionKind::Merge;
    EXPECT_EQ(refusal([&] { succeed(order(merge, {"SNV"}, {"SNV"})); }), "succession.shape");
    EXPECT_EQ(refusal([&] { succeed(order(merge, {"SNV"}, {"STC", "VP"})); }), "succession.shape");
    EXPECT_EQ(refusal([&] { succeed(order(merge, {"SNV", "SNV"}, {"VP"})); }), "succession.shape");
    EXPECT_EQ(refusal([&] { succeed(order(merge, {"XYZ"}, {"VP"})); }), "succession.unknown");
    EXPECT_EQ(refusal([&] { succeed(order(SuccessionKind::Rename, {"SNV"}, {"STC"})); }),
              "succession.code_taken");
    EXPECT_EQ(refusal([&] { succeed(order(SuccessionKind::Rename, {"SNV"}, {})); }), "succession.no_change");
    auto ahead = order(merge, {"SNV"}, {"VP"});
    ahead.content.successions[0].day = day + date::days{1};
    EXPECT_EQ(look(ahead).shares_size(), 1);
    EXPECT_EQ(refusal([&] { succeed(ahead); }), "succession.future");
    auto stale = order(merge, {"SNV"}, {"VP"});
    stale.seen = look(stale).seen();
    province.engine.change([&](engine::Work& work) {
        engine::change_assignment(work, assignment(1, "SNV").value(), {Action::Start, {}, "", "an"});
    });
    EXPECT_EQ(
        refusal([&] { province.engine.change([&](engine::Work& work) { engine::succeed(work, stale); }); }),
        "succession.changed_meanwhile");
    EXPECT_TRUE(province.store.successions.all().empty());
    EXPECT_EQ(province.store.agencies.read("SNV")->valid_to, std::nullopt);
    succeed(order(merge, {"SNV"}, {"VP"}));
    auto again = order(merge, {"SNV"}, {"STC"});
    again.content.successions[0].day = day - date::days{10};
    EXPECT_EQ(refusal([&] { succeed(again); }), "succession.ended");
    EXPECT_EQ(refusal([&] { succeed(order(merge, {"STC"}, {"SNV"})); }), "succession.to_ended");
}

// Whatever happens to agencies, a report of any past day has the same totals as it was and restated, and
// restated nobody has work who went over into one other.
TEST_F(AgencySuccession, TotalsAreEqualAsTheyWereAndRestated) {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        const auto below = [&](std::size_t limit) {
            return std::uniform_int_distribution<std::size_t>{0, limit - 1}(random);
        };
        TemporaryFolder place;
        Province own{place / "dondoc.db"};
        own.store.database.forgo_durability();
        own.register_agencies();
        std::vector<std::string> living{"SNV", "STC", "VP"};
        std::vector<local_days> days;
        int made = 0;
        const auto run = [&](engine::SuccessionOrder wanted) {
            v1::AgencySucceedReply shown;
            const auto look_at = [&](engine::Work& work) { shown = engine::succeed(work, wanted); };
            wanted.trial = true;
            own.engine.attempt(look_at);
            for (const auto& piece : shown.pieces()) {
                wanted.choices.push_back(piece.choice());
                const auto count = static_cast<std::size_t>(piece.candidates_size());
                wanted.choices.back().set_to(piece.candidates(static_cast<int>(below(count))));
            }
            own.engine.attempt(look_at);
            wanted.trial = false;
            wanted.seen = shown.seen();
            own.engine.change(look_at);
        };
        for (int step = 0; step < 30; ++step) {
            const auto today = own.engine.today();
            const auto pick = [&] { return living[below(living.size())]; };
            const auto fresh = [&] {
                const auto number = std::to_string(++made);
                return agency("M" + number, "Cơ quan mới số " + number);
            };
            auto wanted = order(SuccessionKind::Merge, {}, {});
            auto& succession = wanted.content.successions[0];
            succession.day = today;
            switch (below(6)) {
                case 0: {  // merge two, into a new one or one of them
                    const auto one = pick();
                    const auto other = pick();
                    if (one == other || living.size() < 3) break;
                    succession.from = {one, other};
                    if (below(2) == 0) wanted.content.agencies = {fresh()};
                    succession.to = {wanted.content.agencies.empty() ? one : wanted.content.agencies[0].code};
                    run(wanted);
                    std::erase(living, one);
                    std::erase(living, other);
                    living.push_back(succession.to[0]);
                    break;
                }
                case 1: {
                    const auto one = pick();
                    wanted.content.agencies = {fresh(), fresh()};
                    succession.kind = below(2) == 0 ? SuccessionKind::Split : SuccessionKind::Dissolve;
                    succession.from = {one};
                    for (const auto& added : wanted.content.agencies) {
                        succession.to.push_back(added.code);
                        living.push_back(added.code);
                    }
                    run(wanted);
                    std::erase(living, one);
                    break;
                }
                case 2: {
                    const auto one = pick();
                    wanted.content.agencies = {fresh()};
                    succession.kind = SuccessionKind::Rename;
                    succession.from = {one};
                    succession.to = {wanted.content.agencies[0].code};
                    run(wanted);
                    std::ranges::replace(living, one, succession.to[0]);
                    break;
                }
                case 3: {
                    const auto one = own.store.agencies.find(pick())->id;
                    for (const auto id : own.store.successions.open_of(one))
                        if (below(2) == 0)
                            own.engine.change([&](engine::Work& work) {
                                engine::change_assignment(work, work.store.assignments.get(id).value(),
                                                          {Action::Complete, {}, "", "an"});
                            });
                    break;
                }
                default: {
                    const auto number = std::to_string(step) + "/KH-UBND";
                    const auto lead = own.store.agencies.find(pick())->name;
                    const auto second = own.store.agencies.find(pick())->name;
                    own.engine.change([&](engine::Work& work) {
                        const store::Document document{{},           "UBND tỉnh", number,
                                                       work.today(), "Kế hoạch",  "province"};
                        engine::import_plan(
                            work, document,
                            read_plan(work.directory, work.rules, document,
                                      {row("1", "Việc " + number, "31/12/2023", lead + "; " + second)}),
                            {}, {.new_document = true});
                    });
                }
            }
            days.push_back(today);
            own.advance_to(iso_day(today + date::days{1 + static_cast<int>(below(4))}) + "T08:00");
        }
        const auto restated = own.store.successions.restatement(own.engine.today());
        std::set<AgencyId> gone;
        for (const auto& record : own.store.successions.all())
            if (record.kind != SuccessionKind::Rename && record.to.size() == 1)
                for (const auto agency : record.from)
                    if (agency != record.to[0]) gone.insert(agency);
        for (const auto as_of : days) {
            const auto instant = to_instant(local_seconds{as_of + date::days{1}}) - std::chrono::seconds{1};
            std::map<Timeliness, int> was, now;
            std::map<AgencyId, std::map<Timeliness, int>> by_agency, by_successor;
            for (const auto& part : own.store.history.as_of(instant, {}, 100'000)) {
                const auto kind = timeliness({part.state, part.due, part.completed_on}, as_of, 7);
                ++by_agency[part.agency][kind];
                const auto successor = restated.of(part.id, part.agency);
                EXPECT_FALSE(gone.contains(successor)) << successor.value;
                ++by_successor[successor][kind];
            }
            for (const auto& [agency, counts] : by_agency)
                for (const auto& [kind, count] : counts) was[kind] += count;
            for (const auto& [agency, counts] : by_successor)
                for (const auto& [kind, count] : counts) now[kind] += count;
            EXPECT_EQ(was, now) << iso_day(as_of);
        }
        for (const auto agency : gone) EXPECT_TRUE(own.store.successions.open_of(agency).empty());
    }
}

}  // namespace
}  // namespace dondoc::test
