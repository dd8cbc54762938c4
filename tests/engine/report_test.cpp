// SPDX-License-Identifier: Apache-2.0
#include "engine/reports/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "engine/document_lookup.h"
#include "support/province.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

using Kind = v1::ReportKind;

v1::Report report(Province& province, const v1::ReportRequest& asked) {
    engine::ReportSubject subject;
    if (!asked.agency().empty()) subject.agency = province.store.agencies.find(asked.agency())->id;
    if (!asked.document().empty())
        subject.document = engine::find_document(province.store.plans.list(), {asked.document()});
    engine::ReportRun run{province.engine, engine::understand(province.engine, asked, subject)};
    while (run.step()) {
    }
    return run.report();
}

v1::ReportRequest request(Kind::Kind kind, const std::string& as_of = {}) {
    v1::ReportRequest asked;
    asked.set_kind(kind);
    asked.set_as_of(as_of);
    return asked;
}

std::string report_refusal(Province& province, const v1::ReportRequest& asked) {
    return refusal([&] { report(province, asked); });
}

std::uint64_t classes(const v1::ReportCounts& c) {
    return c.on_time() + c.late() + c.waiting() + c.overdue() + c.in_time() + c.no_deadline() + c.withdrawn();
}

class Report : public testing::Test {
  protected:
    Report() { province.register_agencies(); }

    store::Assignment of(const char* code, const char* number) {
        const auto agency = province.store.agencies.find(code)->id;
        store::AssignmentFilter filter;
        filter.agency = agency;
        for (const auto& listed : province.store.lists.all(filter))
            if (listed.task_number == number) return listed.assignment;
        throw std::runtime_error("no such assignment");
    }
    void change(store::Assignment assignment, const std::string& instant) {
        province.store.history.write(assignment, ChangeKind::Progress, "", {}, at(instant));
    }

    // What `status` counts, as the report calls it.
    static void expect_status_of(const v1::ReportCounts& report, store::TimelinessCounts status) {
        const auto count = [&](Timeliness timeliness) {
            return static_cast<std::uint64_t>(status[timeliness]);
        };
        EXPECT_EQ(report.on_time(), count(Timeliness::CompletedOnTime));
        EXPECT_EQ(report.late(), count(Timeliness::CompletedLate));
        EXPECT_EQ(report.overdue() + report.waiting_past(), count(Timeliness::Overdue));
        EXPECT_EQ(report.in_time() + report.waiting() - report.waiting_past(),
                  count(Timeliness::DueSoon) + count(Timeliness::DueToday) + count(Timeliness::InTime));
        EXPECT_EQ(report.no_deadline_completed(), count(Timeliness::CompletedNoDeadline));
        EXPECT_EQ(report.no_deadline(), report.no_deadline_completed() + count(Timeliness::NoDeadline));
        EXPECT_EQ(report.withdrawn(), count(Timeliness::Withdrawn));
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

// 10,000 lives, looked at on many days: the classes add up to what was given, for each agency and in total,
// against the current and the original term, and are what a model without a database says.
TEST_F(Report, AddsUpOnEveryDayOfTenThousandLives) {
    constexpr int agencies = 20, tasks = 500;
    std::mt19937 random{40'042};
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const auto first = civil(2022, 5, 1);
    struct State {
        sys_seconds at;
        TermState term;
    };
    struct Life {
        std::string agency;
        std::optional<local_days> original;
        std::vector<State> states;  // the first is how it was given
    };
    std::vector<Life> lives;
    province.engine.change([&](engine::Work& work) {
        std::vector<store::Agencies::Ref> all;
        for (int i = 0; i < agencies; ++i) {
            const auto code = "CQ" + std::to_string(i);
            work.store.agencies.put(Agency{code, "Cơ quan " + std::to_string(i), {}, "province", {}, {}});
            all.push_back(work.store.agencies.find(code).value());
        }
        const auto document = work.store.plans.add(
            {{}, "Thủ tướng", "1/QĐ-TTg", first, "Nhiệm vụ", "government"}, to_instant(local_seconds{first}));
        for (int i = 0; i < tasks; ++i) {
            store::Task task;
            task.document = document;
            task.number = std::to_string(i);
            const auto id = work.store.plans.add(task);
            for (const auto& agency : all) {
                auto when = to_instant(local_seconds{first + date::days{pick(300)}}) +
                            std::chrono::seconds{pick(86'400)};
                std::optional<local_days> due;
                if (pick(5) > 0) due = civil_day(when) + date::days{pick(200) - 20};
                auto assignment = work.store.assignments.add(id, agency.id, due, when);
                Life life{agency.code, due, {{when, {Workflow::Assigned, due, {}}}}};
                while (pick(3) > 0) {
                    when += std::chrono::hours{pick(24 * 20)};
                    if (when > work.now) break;
                    assignment.state = static_cast<Workflow>(pick(8));
                    if (pick(3) == 0) assignment.due = civil_day(when) + date::days{pick(100)};
                    assignment.completed_on = assignment.state == Workflow::Completed
                                                  ? std::optional{civil_day(when) - date::days{pick(9)}}
                                                  : std::nullopt;
                    work.store.history.write(assignment, ChangeKind::Progress, "", {}, when);
                    life.states.push_back(
                        {when, {assignment.state, assignment.due, assignment.completed_on}});
                }
                lives.push_back(std::move(life));
            }
        }
    });
    ASSERT_EQ(lives.size(), 10'000U);
    for (auto day = first; day <= province.engine.today(); day += date::days{29}) {
        const auto made = report(province, request(Kind::government, iso_day(day)));
        std::map<std::string, std::pair<ReportCounts, ReportCounts>> expected;
        const auto end = to_instant(local_seconds{day + date::days{1}});
        std::uint64_t given = 0;
        for (const auto& life : lives) {
            if (life.states.front().at >= end) continue;
            auto term = life.states.front().term;
            for (const auto& state : life.states)
                if (state.at < end) term = state.term;
            auto& [current, original] = expected[life.agency];
            current.add(term, day, 7);
            term.due = life.original;
            original.add(term, day, 7);
            ++given;
        }
        EXPECT_EQ(made.total().current().given(), given) << iso_day(day);
        EXPECT_EQ(classes(made.total().current()), given);
        EXPECT_EQ(classes(made.total().original()), given);
        ASSERT_EQ(static_cast<std::size_t>(made.agencies_size()), expected.size());
        for (const auto& part : made.agencies()) {
            const auto& [current, original] = expected[part.code()];
            const auto same = [&](const v1::ReportCounts& wire, const ReportCounts& counts) {
                EXPECT_EQ(classes(wire), wire.given());
                EXPECT_EQ(static_cast<std::int64_t>(wire.given()), counts.given);
                EXPECT_EQ(static_cast<std::int64_t>(wire.on_time()), counts.on_time) << iso_day(day);
                EXPECT_EQ(static_cast<std::int64_t>(wire.late()), counts.late);
                EXPECT_EQ(static_cast<std::int64_t>(wire.overdue()), counts.overdue);
                EXPECT_EQ(static_cast<std::int64_t>(wire.no_deadline()), counts.no_deadline);
                EXPECT_EQ(static_cast<std::int64_t>(wire.withdrawn()), counts.withdrawn);
                for (std::size_t i = 0; i < age_buckets; ++i)
                    EXPECT_EQ(static_cast<std::int64_t>(wire.ages(static_cast<int>(i))), counts.ages[i]);
            };
            same(part.figures().current(), current);
            same(part.figures().original(), original);
        }
    }
    const auto made = report(province, request(Kind::government));
    const store::Moment moment{province.engine.today(), province.engine.rules().due_soon_days};
    expect_status_of(made.total().current(), province.store.tallies.all(moment));
    for (const auto& part : made.agencies())
        expect_status_of(part.figures().current(),
                         province.store.tallies.of(province.store.agencies.find(part.code())->id, moment));
}

TEST_F(Report, APastDayIsAsItWasAndAnExtensionHidesNothing) {
    province.import({row("1", "Một", "31/05/2023", "Sở Nội vụ"), row("2", "Hai", "31/05/2023", "Sở Nội vụ"),
                     row("3", "Ba", "Thường xuyên", "Sở Tài chính")});
    province.advance_to("2023-07-01T09:00");
    auto done = of("SNV", "1");
    done.state = Workflow::Completed;
    done.completed_on = civil(2023, 6, 20);
    change(done, "2023-06-20T10:00");
    auto extended = of("SNV", "2");
    extended.due = civil(2023, 12, 31);
    change(extended, "2023-06-21T10:00");

    const auto past = report(province, request(Kind::ranking, "2023-06-19")).total().current();
    EXPECT_EQ(past.overdue(), 2U);
    EXPECT_EQ(past.ages(1), 2U);  // 19 days
    EXPECT_EQ(report(province, request(Kind::ranking, "2023-05-12")).total().current().given(), 0U);
    const auto now = report(province, request(Kind::ranking)).total();
    EXPECT_EQ(now.current().late(), 1U);
    EXPECT_EQ(now.current().overdue(), 0U);
    EXPECT_EQ(now.current().in_time(), 1U);
    EXPECT_EQ(now.current().no_deadline(), 1U);
    EXPECT_EQ(now.original().late(), 1U);
    EXPECT_EQ(now.original().overdue(), 1U);
    EXPECT_EQ(now.extended(), 1U);
}

TEST_F(Report, NamesAgenciesInTheOrderOfTheRegisterTheUpperLevelsFirst) {
    province.engine.change([](engine::Work& work) {
        engine::import_register(work, {{{"X.AN", "UBND xã An", {}, "commune", {}, {}},
                                        {"BQL", "Ban Quản lý", {}, "province", {}, {}}},
                                       {}});
    });
    province.import({row("1", "Một", "31/05/2023", "UBND xã An; Ban Quản lý; Sở Tài chính; Sở Nội vụ")});
    std::string codes;
    const auto made = report(province, request(Kind::updates));
    for (const auto& part : made.agencies()) codes += part.code() + " ";
    EXPECT_EQ(codes, "SNV STC BQL X.AN ");
}

TEST_F(Report, FiltersByLevelDocumentAgencyAndTheDayOfAssigning) {
    province.import({row("1", "Một", "31/05/2023", "Sở Nội vụ")}, "1/QĐ-TTg", "government");
    province.advance_to("2023-05-20T09:00");
    province.import(
        {row("1", "Hai", "31/05/2023", "Sở Nội vụ"), row("2", "Ba", "31/05/2023", "Sở Tài chính")},
        "2/KH-UBND");
    const auto given = [&](v1::ReportRequest asked) {
        return report(province, asked).total().current().given();
    };
    EXPECT_EQ(given(request(Kind::government)), 1U) << "the government's only, unless more is asked for";
    auto asked = request(Kind::government);
    asked.set_all_levels(true);
    EXPECT_EQ(given(asked), 3U);
    asked.set_agency("STC");
    EXPECT_EQ(given(asked), 1U);
    asked = request(Kind::government);
    asked.set_document("2/KH-UBND");
    EXPECT_EQ(given(asked), 2U);
    asked = request(Kind::updates);
    asked.set_given_from("2023-05-14");
    EXPECT_EQ(given(asked), 2U);
    asked.clear_given_from();
    asked.set_given_to("2023-05-13");
    EXPECT_EQ(given(asked), 1U);
}

TEST_F(Report, APlanIsInItsOwnOrderBySection) {
    auto first = row("1", "Một", "31/05/2023", "Sở Nội vụ; Sở Tài chính");
    first.section = "I";
    auto second = row("2", "Hai", "Năm 2023", "Sở Nội vụ");
    second.section = "II";
    province.import({first, second});
    auto asked = request(Kind::plan);
    asked.set_document("01/KH-UBND");
    const auto made = report(province, asked);
    ASSERT_EQ(made.sections_size(), 2);
    EXPECT_EQ(made.sections(0).name(), "I");
    EXPECT_EQ(made.sections(0).figures().current().given(), 2U);
    EXPECT_EQ(made.tasks(), 2U);
    ASSERT_EQ(made.rows_size(), 3);
    EXPECT_EQ(made.rows(2).title(), "Hai");
    EXPECT_EQ(made.rows(2).section(), "II");
    EXPECT_EQ(made.rows(0).timeliness(), "in_time");
    asked.set_limit(1);
    EXPECT_EQ(report(province, asked).rows_size(), 1);
    EXPECT_EQ(report(province, asked).rows_total(), 3U);
}

TEST_F(Report, SilentWorkIsWhatNobodyHasChanged) {
    province.import({row("1", "Một", "Năm 2023", "Sở Nội vụ"), row("2", "Hai", "Năm 2023", "Sở Nội vụ")});
    province.advance_to("2023-07-01T09:00");
    auto started = of("SNV", "2");
    started.state = Workflow::InProgress;
    change(started, "2023-06-20T10:00");
    const auto stale = report(province, request(Kind::stale));
    ASSERT_EQ(stale.rows_size(), 1);
    EXPECT_EQ(stale.rows(0).number(), "1");
    EXPECT_EQ(stale.rows(0).days_silent(), 49U);
    EXPECT_EQ(stale.open(), 2U);
    const auto updates = report(province, request(Kind::updates));
    EXPECT_EQ(updates.open(), 2U);
    EXPECT_EQ(updates.updated(), 1U);
    EXPECT_EQ(report(province, request(Kind::updates, "2023-05-20")).updated(), 0U)
        << "to be given is no update";
}

TEST_F(Report, TheSheetOfOneAgencyIsOfNothingElse) {
    province.import(
        {row("1", "Một", "31/05/2023", "Sở Nội vụ"), row("2", "Hai", "31/05/2023", "Sở Tài chính")});
    auto asked = request(Kind::agency);
    asked.set_agency("SNV");
    const auto made = report(province, asked);
    EXPECT_EQ(made.total().current().given(), 1U);
    EXPECT_EQ(made.agency_name(), "Sở Nội vụ");
    EXPECT_EQ(made.agencies_size(), 0);
    EXPECT_EQ(made.without_agency(), 0U);
}

TEST_F(Report, WhatCannotBeAnsweredIsRefused) {
    EXPECT_EQ(report_refusal(province, request(Kind::unspecified)), "report.kind");
    EXPECT_EQ(report_refusal(province, request(Kind::government, "2023-05-14")), "report.future");
    EXPECT_EQ(report_refusal(province, request(Kind::government, "hôm qua")), "value.day");
    EXPECT_EQ(report_refusal(province, request(Kind::agency)), "report.no_agency");
    EXPECT_EQ(report_refusal(province, request(Kind::plan)), "plan.no_number");
    EXPECT_EQ(report_refusal(province, request(Kind::criterion)), "report.no_criteria");
    auto asked = request(Kind::government);
    asked.add_levels("tỉnh");
    EXPECT_EQ(report_refusal(province, asked), "report.bad_level");
    asked = request(Kind::stale);
    asked.set_days(100'000);
    EXPECT_EQ(report_refusal(province, asked), "report.days");
    asked = request(Kind::ranking);
    asked.set_by("x");
    EXPECT_EQ(report_refusal(province, asked), "report.by");
    asked = request(Kind::updates);
    asked.set_given_from("2023-05-02");
    asked.set_given_to("2023-05-01");
    EXPECT_EQ(report_refusal(province, asked), "report.period");
}

}  // namespace
}  // namespace dondoc::test
