// SPDX-License-Identifier: Apache-2.0
#include "engine/trials/rehearsal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/mutes.h"
#include "support/province.h"
#include "wire/time.h"

namespace dondoc::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

// "SNV 2023-12-16 2" for every day and agency, alerts counted.
std::vector<std::string> mornings(const v1::Rehearsal& report) {
    std::vector<std::string> lines;
    for (const auto& agency : report.agencies())
        for (const auto& day : agency.days())
            lines.push_back(agency.code() + " " + day.day() + " " + std::to_string(day.alerts()));
    std::ranges::sort(lines);
    return lines;
}

// The same of what was really sent.
std::vector<std::string> sent(Province& province) {
    std::map<std::string, int> alerts;
    for (const auto* code : {"SNV", "STC", "VP"})
        for (const auto& event : province.inbox(code)) {
            if (event.kind() == v1::EventKind::assigned) continue;
            const auto day = civil_day(wire::to_instant(event.time()));
            alerts[std::string{code} + " " + iso_day(day)] += event.digest().items_size();
        }
    std::vector<std::string> lines;
    for (const auto& [what, count] : alerts) lines.push_back(what + " " + std::to_string(count));
    return lines;
}

class Rehearsing : public testing::Test {
  protected:
    void SetUp() override { province.register_agencies(); }

    engine::Rehearsal::Prepare import_of(const std::vector<engine::PlanRow>& rows) {
        return [this, rows](engine::Work& work) {
            const auto read = engine::read_plan(work.directory, work.rules, document, rows);
            engine::import_plan(work, document, read, {});
            return work.store.plans.find(document.issuer, document.number, document.issued).value().id;
        };
    }
    v1::Rehearsal rehearse(const std::vector<engine::PlanRow>& rows, std::optional<local_days> until = {}) {
        engine::Rehearsal rehearsal{province.engine, import_of(rows), until};
        while (rehearsal.step()) {
        }
        return rehearsal.report();
    }
    std::vector<std::string> files() {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{folder.path()})
            if (entry.path().string().find("rehearsal") != std::string::npos)
                names.push_back(entry.path().filename());
        return names;
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
    store::Document document{{}, "UBND tỉnh", "01/KH-UBND", civil(2023, 5, 13), "Kế hoạch thử", "province"};
    std::vector<engine::PlanRow> plan{
        row("1", "Báo cáo năm", "31/12/2023", "Các sở, ban, ngành"),
        row("2", "Rà soát thủ tục", "Trước 31/10/2023", "Sở Nội vụ", "Văn phòng UBND tỉnh"),
        row("3", "Tuyên truyền", "Thường xuyên", "Sở Tài chính"),
        row("4", "Kiểm tra", "Quý III năm 2023", "Sở Tài chính")};
};

TEST_F(Rehearsing, TellsExactlyWhatIsThenSent) {
    const auto report = rehearse(plan);
    province.import(plan);
    province.advance_to("2023-12-31T23:59:59");
    EXPECT_EQ(mornings(report), sent(province));
    EXPECT_EQ(report.from(), "2023-05-13");
    EXPECT_EQ(report.until(), "2023-12-31");
    EXPECT_EQ(report.tasks(), 4U);
    EXPECT_EQ(report.assignments(), 5U);
    EXPECT_EQ(report.without_day(), 1U);
}

TEST_F(Rehearsing, SaysOfEachMorningWhatAnAgencyIsToldOf) {
    const auto report = rehearse(plan);
    std::vector<std::string> said;
    for (const auto& agency : report.agencies())
        for (const auto& day : agency.days()) {
            EXPECT_EQ(static_cast<std::uint64_t>(day.items_size()), day.alerts());
            if (agency.code() == "SNV" && day.day() == "2023-10-15")
                for (const auto& item : day.items())
                    said.push_back(item.task_number() + " " + item.title() + " " + item.steps(0) + " " +
                                   item.due());
        }
    EXPECT_THAT(said, ElementsAre("2 Rà soát thủ tục -15d 2023-10-30"));
    EXPECT_EQ(report.left_out(), 0U);
}

TEST_F(Rehearsing, TouchesNothing) {
    const auto before = province.store.inbox.last_event();
    const auto now = province.engine.now();
    rehearse(plan);
    EXPECT_EQ(province.store.inbox.last_event(), before);
    EXPECT_EQ(province.engine.now(), now);
    EXPECT_EQ(province.store.plans.count(), 0);
    EXPECT_FALSE(province.engine.next_alarm());
    EXPECT_THAT(files(), IsEmpty());
}

TEST_F(Rehearsing, ADocumentThatIsThereGoesOnFromToday) {
    province.import(plan);
    province.advance_to("2023-12-01T12:00");
    const auto id = province.store.plans.list().at(0).id;
    engine::Rehearsal rehearsal{province.engine, [id](engine::Work&) { return id; }, std::nullopt};
    while (rehearsal.step()) {
    }
    const auto already = sent(province).size();
    const auto report = rehearsal.report();
    EXPECT_EQ(report.from(), "2023-12-01");
    EXPECT_EQ(report.already_past(), 2U);
    province.advance_to("2023-12-31T23:59:59");
    EXPECT_EQ(mornings(report).size(), sent(province).size() - already);
}

TEST_F(Rehearsing, AlertsOfOtherDocumentsAreNotCounted) {
    province.import({row("1", "Việc khác", "31/12/2023", "Sở Nội vụ")}, "02/KH-UBND");
    const auto report = rehearse({row("1", "Báo cáo năm", "31/12/2023", "Sở Nội vụ")});
    EXPECT_THAT(mornings(report),
                ElementsAre("SNV 2023-12-16 1", "SNV 2023-12-24 1", "SNV 2023-12-30 1", "SNV 2023-12-31 1"));
}

TEST_F(Rehearsing, NamesTermsOnDaysThatAreNotWorked) {
    CalendarYear year;
    year.days[civil(2023, 9, 4)] = {SpecialDay::Kind::Substitute, "Nghỉ bù Quốc khánh"};
    Calendar calendar;
    calendar.set(date::year{2023}, year);
    Province other{folder / "other.db", {{daily_policy()}, calendar, 7}};
    other.register_agencies();
    engine::Rehearsal rehearsal{
        other.engine,
        import_of({row("1", "Một", "31/12/2023", "Các sở, ban, ngành"),
                   row("2", "Hai", "Trong năm 2023", "Sở Nội vụ"), row("3", "Ba", "04/9/2023", "Sở Nội vụ"),
                   row("4", "Bốn", "05/9/2023", "Sở Nội vụ")}),
        std::nullopt};
    while (rehearsal.step()) {
    }
    const auto& off = rehearsal.report().days_off();
    ASSERT_EQ(off.size(), 2);
    EXPECT_EQ(off[0].due(), "2023-09-04");
    EXPECT_EQ(off[0].holiday(), "Nghỉ bù Quốc khánh");
    EXPECT_EQ(off[0].last_working_day(), "2023-09-01");
    EXPECT_EQ(off[1].due(), "2023-12-31");
    EXPECT_EQ(off[1].holiday(), "");
    EXPECT_EQ(off[1].last_working_day(), "2023-12-29");
    EXPECT_EQ(off[1].assignments(), 3U);
    EXPECT_THAT(off[1].tasks(), ElementsAre("1", "2"));
}

TEST_F(Rehearsing, MutesHoldAndTheOfficeIsToldWhatNobodyLooksAt) {
    auto policy = daily_policy();
    policy.unseen_after = Offset{5, Offset::Unit::Days};
    Province other{folder / "other.db", {{policy}, {}, 7, "VP"}};
    other.register_agencies();
    other.engine.change([](engine::Work& work) {
        engine::add_mute(work, work.store.agencies.find("STC")->id, civil(2023, 12, 20), "chờ", "thử");
    });
    engine::Rehearsal rehearsal{other.engine, import_of(plan), std::nullopt};
    while (rehearsal.step()) {
    }
    other.import(plan);
    other.advance_to("2023-12-31T23:59:59");
    const auto rehearsed = mornings(rehearsal.report());
    EXPECT_EQ(rehearsed, sent(other));
    EXPECT_THAT(rehearsed, Contains(StartsWith("VP ")));
    EXPECT_THAT(rehearsed, Contains(StartsWith("STC 2023-12-21 ")));
}

TEST_F(Rehearsing, TheStateMayChangeWhileItIsCopied) {
    std::vector<engine::PlanRow> many;
    for (int i = 0; i < 5000; ++i)
        many.push_back(row(std::to_string(i), "Một việc có tên dài " + std::string(900, 'x'), "31/12/2023",
                           "Các sở, ban, ngành"));
    province.import(many, "03/KH-UBND");
    engine::Rehearsal rehearsal{province.engine, import_of(plan), civil(2023, 6, 1)};
    ASSERT_TRUE(rehearsal.step());
    province.import({row("1", "Việc chen vào", "31/12/2023", "Sở Nội vụ")}, "04/KH-UBND");
    while (rehearsal.step()) {
    }
    EXPECT_EQ(rehearsal.report().tasks(), 4U);
    EXPECT_EQ(province.store.plans.count(), 2);
}

TEST_F(Rehearsing, ARefusedPlanLeavesNothingBehind) {
    EXPECT_THROW(rehearse({row("1", "", "31/12/2023", "Sở Nội vụ")}), UserError);
    EXPECT_THAT(files(), IsEmpty());
}

TEST_F(Rehearsing, TheLastDayIsWithinReason) {
    EXPECT_THROW(rehearse(plan, civil(2023, 5, 12)), UserError);
    EXPECT_THROW(rehearse(plan, civil(2033, 5, 12)), UserError);
    const auto report = rehearse(plan, civil(2023, 5, 13));
    EXPECT_EQ(report.alerts(), 0U);
    EXPECT_EQ(report.after(), 4U);
}

}  // namespace
}  // namespace dondoc::test
