// SPDX-License-Identifier: Apache-2.0
// Dossiers with a term: taken in, brought up to date, counted, told of and removed.
#include "flow_counter.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "engine/mutes.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

TEST(Flow, ADossierIsAddedOnceAndBroughtUpToDate) {
    Counter counter;
    EXPECT_EQ(counter.take(dossier("1")), FlowOutcome::Added);
    EXPECT_EQ(counter.take(dossier("1")), FlowOutcome::Unchanged);
    EXPECT_EQ(iso_instant(counter.item("1").due.value()), "2023-05-18T23:59:59+07:00");
    counter.province.advance_to("2023-05-17T08:00");
    EXPECT_EQ(counter.take(done(dossier("1"), "2023-05-17T08:00")), FlowOutcome::Changed);
    const auto figures = counter.figures(civil(2023, 5, 15), civil(2023, 5, 17));
    EXPECT_EQ(figures, (FlowFigures{0, 1, 1, 0, 0, 0, 0, 0}));
    EXPECT_TRUE(counter.findings().empty());
}

TEST(Flow, WhatIsOlderThanWhatIsKnownIsPassedOver) {
    Counter counter;
    auto newer = dossier("1");
    newer.changed = at("2023-05-15T09:00");
    counter.take(newer);
    auto older = done(dossier("1"), "2023-05-15T08:30", FlowState::Refused);
    older.changed = at("2023-05-15T08:30");
    EXPECT_EQ(counter.take(older), FlowOutcome::Older);
    EXPECT_EQ(counter.item("1").state, FlowState::InWork);
}

TEST(Flow, AChangedTermIsThatOfDossiersThatComeAfterIt) {
    Counter counter;
    counter.take(dossier("1"));
    counter.change([](engine::FlowIntake& intake) {
        EXPECT_TRUE(intake.put("TT1", "Cấp phiếu lý lịch", {10, FlowTerm::Unit::WorkingDays}));
        EXPECT_FALSE(intake.put("TT1", "Cấp phiếu lý lịch", {10, FlowTerm::Unit::WorkingDays}));
    });
    counter.take(dossier("2"));
    counter.take(done(dossier("1"), "2023-05-15T08:00"));
    EXPECT_EQ(to_text(counter.item("1").clock.term), "3wd");
    EXPECT_EQ(to_text(counter.item("2").clock.term), "10wd");
}

TEST(Flow, WhatIsWrongIsRefusedByItsField) {
    Counter counter;
    const auto refused = [&](const std::function<void(FlowSaid&)>& spoil) {
        auto said = dossier("1");
        spoil(said);
        try {
            counter.take(said);
        } catch (const UserError& error) {
            return error.message().key + " " + error.place();
        }
        return std::string{"taken"};
    };
    EXPECT_EQ(refused([](FlowSaid& said) { said.id = " "; }), "flow.no_code id");
    EXPECT_EQ(refused([](FlowSaid& said) { said.id = std::string(201, 'x'); }), "value.too_long id");
    EXPECT_EQ(refused([](FlowSaid& said) { said.procedure = "TT9"; }), "flow.unknown_procedure procedure");
    EXPECT_EQ(refused([](FlowSaid& said) { said.office = "KHONGCO"; }), "agency.unknown office");
    EXPECT_EQ(refused([](FlowSaid& said) { said.received = at("2023-05-17T08:00"); }),
              "flow.future received");
    EXPECT_EQ(refused([](FlowSaid& said) { said.received = at("1970-01-01T08:00"); }),
              "flow.too_old received");
    EXPECT_EQ(refused([](FlowSaid& said) { said.state = FlowState::Done; }), "flow.no_finished finished");
    EXPECT_EQ(refused([](FlowSaid& said) { said.finished = at("2023-05-15T09:00"); }),
              "flow.not_finished finished");
    EXPECT_EQ(refused([](FlowSaid& said) { said = done(said, "2023-05-14T09:00"); }),
              "flow.finished_order finished");
    EXPECT_EQ(refused([](FlowSaid& said) { said.state = FlowState::Paused; }), "flow.no_pause pauses");
    EXPECT_EQ(refused([](FlowSaid& said) {
                  said.pauses = {{at("2023-05-15T09:00"), std::nullopt}};
              }),
              "flow.pause_goes_on pauses[0]");
    EXPECT_EQ(refused([](FlowSaid& said) {
                  said.pauses = {{at("2023-05-15T07:00"), at("2023-05-15T09:00")}};
              }),
              "flow.pause_order pauses[0]");
    EXPECT_EQ(refused([](FlowSaid& said) {
                  said.pauses = {{at("2023-05-15T09:00"), at("2023-05-15T10:00")},
                                 {at("2023-05-15T09:30"), at("2023-05-15T11:00")}};
              }),
              "flow.pause_order pauses[1]");
    EXPECT_EQ(refused([](FlowSaid& said) {
                  said.pauses.assign(101, {at("2023-05-15T09:00"), at("2023-05-15T09:00")});
              }),
              "flow.too_many_pauses pauses");
    EXPECT_EQ(counter.figures(civil(2023, 5, 1), civil(2023, 5, 15)), FlowFigures{});
}

// Batches that were refused as a whole leave nothing in the counts of the next one.
TEST(Flow, ARefusedBatchIsCountedNowhere) {
    Counter counter;
    EXPECT_EQ(refusal([&] {
                  counter.change([](engine::FlowIntake& intake) {
                      intake.take(dossier("1"));
                      auto wrong = dossier("2");
                      wrong.procedure = "TT9";
                      intake.take(wrong);
                  });
              }),
              "flow.unknown_procedure");
    counter.take(dossier("3"));
    EXPECT_EQ(counter.figures(civil(2023, 5, 15), civil(2023, 5, 15)).received, 1);
    EXPECT_TRUE(counter.findings().empty());
}

TEST(Flow, AnAgencyIsToldBeforeOnAndAfterTheDay) {
    Counter counter;
    counter.take(dossier("1"));  // due on Thursday 18/5
    counter.province.advance_to("2023-06-02T12:00");
    std::vector<std::string> steps;
    for (const auto& alert : counter.told("STC"))
        steps.push_back(alert.steps(0) + " " + std::to_string(alert.days_left()));
    EXPECT_EQ(steps, (std::vector<std::string>{"-1wd 1", "0d 0", "+1wd -1", "+6wd -8", "+11wd -15"}));
    EXPECT_TRUE(counter.told("SNV").empty());
}

TEST(Flow, APauseStopsTheAlarmsUntilItEnds) {
    Counter counter;
    counter.take(dossier("1"));
    auto paused = dossier("1");
    paused.state = FlowState::Paused;
    paused.pauses = {{at("2023-05-15T08:00"), std::nullopt}};
    counter.take(paused);
    EXPECT_FALSE(counter.item("1").due);
    counter.province.advance_to("2023-05-29T08:00");
    EXPECT_TRUE(counter.told("STC").empty());
    auto resumed = dossier("1");
    resumed.pauses = {{at("2023-05-15T08:00"), at("2023-05-29T08:00")}};
    counter.take(resumed);
    // 29/5 counts, since the clock runs at its end.
    EXPECT_EQ(iso_day(civil_day(counter.item("1").due.value())), "2023-05-31");
    counter.province.advance_to("2023-05-31T12:00");
    EXPECT_EQ(counter.told("STC").size(), 2U);
}

TEST(Flow, WhatIsDoneIsToldOfNoMore) {
    Counter counter;
    counter.take(dossier("1"));
    counter.province.advance_to("2023-05-17T12:00");
    counter.take(done(dossier("1"), "2023-05-17T10:00"));
    counter.province.advance_to("2023-06-30T12:00");
    EXPECT_EQ(counter.told("STC").size(), 1U);
    EXPECT_FALSE(counter.province.engine.next_alarm());
}

TEST(Flow, WhatWasMissedWhileTheDaemonWasAwayIsToldOnce) {
    Counter counter;
    counter.take(dossier("1"));
    counter.province.clock.set(at("2023-06-02T12:00"));
    while (counter.province.engine.tick()) {
    }
    const auto told = counter.told("STC");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(std::vector<std::string>(told[0].steps().begin(), told[0].steps().end()),
              (std::vector<std::string>{"+1wd", "+6wd", "+11wd"}));
}

TEST(Flow, TheAgencyAboveIsToldOfWhatIsLongLate) {
    auto rules = flow_rules();
    rules.flow.policy.escalate_after = {{2, Offset::Unit::WorkingDays}};
    rules.flow.policy.escalate_to = {"VP"};
    Counter counter{rules};
    counter.take(dossier("1"));
    counter.province.advance_to("2023-05-22T12:00");
    const auto told = counter.told("VP");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].agency(), "STC");
    EXPECT_EQ(told[0].steps(0), "^2wd");
}

TEST(Flow, OneMomentsReportsToTheAgencyAboveAreOneDigest) {
    auto rules = flow_rules();
    rules.flow.policy.escalate_after = {{2, Offset::Unit::WorkingDays}};
    rules.flow.policy.escalate_to = {"VP"};
    Counter counter{rules};
    for (int i = 1; i <= 6; ++i) {
        auto said = dossier(std::to_string(i));
        if (i % 2 == 0) said.office = "SNV";
        counter.take(said);
    }
    counter.province.engine.on_batch([] { return false; }, 1);
    counter.province.advance_to("2023-05-22T12:00");
    const auto inbox = counter.province.inbox("VP");
    ASSERT_EQ(inbox.size(), 1U);
    EXPECT_EQ(inbox[0].flow().items_size(), 6);
}

MuteId mute_agency(Counter& counter, const std::string& code, local_days until) {
    MuteId id;
    counter.province.engine.change([&](engine::Work& work) {
        id = engine::add_mute(work, work.store.agencies.find(code)->id, until, "nghỉ lễ", "thử").id;
    });
    return id;
}

std::vector<std::string> steps_told(Counter& counter, const std::string& agency) {
    std::vector<std::string> steps;
    for (const auto& alert : counter.told(agency))
        for (const auto& step : alert.steps()) steps.push_back(alert.id() + " " + step);
    return steps;
}

TEST(Flow, AMutedAgencyIsToldAfterwardsOfWhatIsStillTrue) {
    Counter counter;
    counter.take(dossier("1"));  // due on Thursday 18/5
    auto other = dossier("2");
    other.office = "SNV";
    counter.take(other);
    mute_agency(counter, "STC", civil(2023, 5, 22));
    counter.province.advance_to("2023-05-22T20:00");
    EXPECT_TRUE(counter.told("STC").empty());
    EXPECT_EQ(counter.told("SNV").size(), 3U);
    counter.province.advance_to("2023-05-23T12:00");
    EXPECT_EQ(steps_told(counter, "STC"), (std::vector<std::string>{"1 +1wd"}));
    counter.province.advance_to("2023-05-26T12:00");
    EXPECT_EQ(steps_told(counter, "STC"), (std::vector<std::string>{"1 +1wd", "1 +6wd"}));
}

TEST(Flow, AMuteThatIsEndedEarlyTellsAtOnceAndNothingThatIsStillToCome) {
    Counter counter;
    counter.take(dossier("1"));                      // due on 18/5
    counter.take(dossier("2", "2023-05-12T08:00"));  // due on 17/5
    const auto mute = mute_agency(counter, "STC", civil(2023, 6, 30));
    counter.province.advance_to("2023-05-18T12:00");
    EXPECT_TRUE(counter.told("STC").empty());
    counter.province.engine.change(
        [&](engine::Work& work) { engine::end_mute(work, mute, "đã xong", "thử"); });
    counter.province.advance_to("2023-05-18T12:01");
    EXPECT_EQ(steps_told(counter, "STC"), (std::vector<std::string>{"2 +1wd", "1 0d"}));
    counter.province.advance_to("2023-05-19T12:00");
    EXPECT_EQ(steps_told(counter, "STC"), (std::vector<std::string>{"2 +1wd", "1 0d", "1 +1wd"}));
}

TEST(Flow, WhatIsSentAgainDuringAMuteIsStillToldAfterwards) {
    Counter counter;
    counter.take(dossier("1"));  // due on 18/5
    mute_agency(counter, "STC", civil(2023, 5, 22));
    counter.province.advance_to("2023-05-20T12:00");
    auto again = dossier("1");
    again.state = FlowState::Received;
    EXPECT_EQ(counter.take(again), FlowOutcome::Changed);
    counter.province.advance_to("2023-05-23T12:00");
    EXPECT_EQ(steps_told(counter, "STC"), (std::vector<std::string>{"1 +1wd"}));
}

TEST(Flow, AHolidayThatIsDecidedLaterMovesTermsAndTellsNothingTwice) {
    Counter counter;
    counter.take(dossier("1"));
    counter.take(dossier("2", "2023-05-12T08:00"));  // due on 17/5
    counter.province.advance_to("2023-05-17T12:00");
    EXPECT_EQ(counter.told("STC").size(), 3U);
    auto rules = flow_rules();
    CalendarYear year{true, "thử", {}};
    year.days[civil(2023, 5, 18)] = {SpecialDay::Kind::Holiday, "nghỉ"};
    rules.calendar.set(date::year{2023}, year);
    counter.province.engine.change_rules(rules);
    while (counter.province.engine.replan()) {
    }
    EXPECT_EQ(iso_day(civil_day(counter.item("1").due.value())), "2023-05-19");
    EXPECT_EQ(iso_day(civil_day(counter.item("2").due.value())), "2023-05-17");
    counter.province.advance_to("2023-05-19T12:00");
    std::multiset<std::string> said;
    for (const auto& alert : counter.told("STC"))
        said.insert(alert.id() + " " + alert.due().substr(0, 10) + " " + alert.steps(0));
    EXPECT_EQ(said, (std::multiset<std::string>{"1 2023-05-18 -1wd", "1 2023-05-19 0d", "2 2023-05-17 -1wd",
                                                "2 2023-05-17 0d", "2 2023-05-17 +1wd"}));
}

TEST(Flow, ARemovedDossierStaysCountedAndIsNotTakenAgain) {
    Counter counter;
    counter.take(dossier("1"));
    counter.province.advance_to("2023-05-17T08:00");
    counter.take(done(dossier("1"), "2023-05-17T08:00"));
    const auto before = counter.figures(civil(2023, 5, 1), civil(2023, 5, 31));
    counter.province.engine.change([](engine::Work& work) {
        EXPECT_EQ(work.store.flow.remove_finished(at("2023-05-17T08:00"), 10), 0);
        EXPECT_EQ(work.store.flow.remove_finished(at("2023-05-17T08:01"), 10), 1);
    });
    EXPECT_TRUE(counter.province.store.flow.named("1").empty());
    EXPECT_EQ(counter.figures(civil(2023, 5, 1), civil(2023, 5, 31)), before);
    EXPECT_EQ(counter.take(done(dossier("1"), "2023-05-17T08:00")), FlowOutcome::Forgotten);
    EXPECT_EQ(counter.figures(civil(2023, 5, 1), civil(2023, 5, 31)), before);
    EXPECT_TRUE(counter.findings().empty());
}

}  // namespace
}  // namespace dondoc::test
