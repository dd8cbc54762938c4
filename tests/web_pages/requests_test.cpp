// SPDX-License-Identifier: GPL-3.0-or-later
// What was filled in, as requests.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>

#include "domain/lifecycle.h"
#include "domain/message.h"
#include "text/catalogue.h"
#include "web/pages/calendar_page.h"
#include "web/pages/drafts.h"
#include "web/pages/intake_page.h"
#include "web/pages/log_page.h"
#include "web/pages/overview.h"
#include "web/pages/report_pages.h"
#include "web/pages/task_list.h"
#include "web/pages/waiting.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

Fields fields(std::initializer_list<std::pair<const char*, const char*>> entries) {
    Fields result;
    for (const auto& [name, value] : entries) result.add(name, value);
    return result;
}

std::string key_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const UserError& error) {
        return error.message().key;
    }
    return {};
}

TEST(ActionForm, AReportSaysTheResultAndTheRevisionThatWasSeen) {
    const auto change = change_of(12, fields({{"action", "report"},
                                              {"revision", "3"},
                                              {"number", "15/BC-SNV"},
                                              {"date", "30/11/2026"},
                                              {"evidence", "Biên bản 3\r\n\r\nẢnh hiện trường\n"}}));
    EXPECT_EQ(change.assignment(), 12U);
    EXPECT_EQ(change.revision(), 3U);
    EXPECT_EQ(change.action(), v1::AssignmentChangeRequest::report);
    EXPECT_EQ(change.date(), "2026-11-30");
    ASSERT_EQ(change.evidence_size(), 2);
    EXPECT_EQ(change.evidence(1), "Ảnh hiện trường");
    EXPECT_FALSE(change.has_percent());
}

TEST(ActionForm, WhatIsMissingIsSaidBeforeTheDaemonIsAsked) {
    EXPECT_EQ(key_of([] {
                  change_of(1, fields({{"action", "return"}, {"note", " \n"}}));
              }),
              "page.form.reason_missing");
    EXPECT_EQ(key_of([] {
                  change_of(1, fields({{"action", "request_extension"}, {"note", "thiếu người"}}));
              }),
              "page.form.day_missing");
    EXPECT_EQ(key_of([] {
                  change_of(1, fields({{"action", "report"}, {"date", "31/02/2026"}}));
              }),
              "page.form.bad_day");
    EXPECT_EQ(key_of([] { change_of(1, fields({{"action", "drop table"}})); }), "page.form.broken");
    EXPECT_EQ(key_of([] { change_of(1, {}); }), "page.form.broken");
}

TEST(ActionForm, AllThatCanBeDoneSaysThatItWasDone) {
    for (int action = 0; action < action_count; ++action) {
        const auto name = std::string(name_of(static_cast<Action>(action)));
        EXPECT_TRUE(text::has_sentence("page.done." + name)) << name;
    }
}

TEST(ActionForm, OffersWhatTheTableOfLifeAllows) {
    View view;
    view.role = View::Role::Agency;
    view.agency = "SNV";
    v1::AssignmentRow row;
    row.set_agency("SNV");
    row.set_due("2026-12-31");
    const auto offers = [&](const char* action) {
        return all_actions(view, row, {}, nullptr).markup().find(std::string("value=\"") + action + "\"") !=
               std::string::npos;
    };
    EXPECT_TRUE(offers("receive") && offers("report") && offers("progress") && offers("request_extension") &&
                offers("return"));
    EXPECT_FALSE(offers("confirm") || offers("complete") || offers("grant_extension") || offers("transfer"));
    row.set_agency("STC");  // somebody else's: it cooperates
    EXPECT_TRUE(offers("comment"));
    EXPECT_FALSE(offers("receive") || offers("report"));
    row.set_agency("SNV");
    row.set_state(v1::Workflow::completed);
    EXPECT_FALSE(offers("receive") || offers("report") || offers("request_extension"));
}

TEST(ActionForm, WhatWasWrittenComesBackWithWhatIsWrong) {
    View view;
    view.role = View::Role::Agency;
    view.agency = "SNV";
    v1::AssignmentRow row;
    row.set_agency("SNV");
    row.set_assignment(5);
    const auto written = fields({{"action", "report"}, {"number", "15/BC-SNV"}});
    const Attempt attempt{5, "report", &written, "đã thay đổi"};
    const auto html = all_actions(view, row, {}, &attempt).markup();
    EXPECT_NE(html.find("value=\"15/BC-SNV\""), std::string::npos);
    EXPECT_NE(html.find("đã thay đổi"), std::string::npos);
    EXPECT_NE(html.find("<details open"), std::string::npos);
}

TEST(WaitingForm, ManyAreConfirmedEachAsItWasSeen) {
    const auto batch = batch_of(fields({{"action", "confirm"}, {"chon", "12.3"}, {"chon", "14.1"}}));
    ASSERT_EQ(batch.changes_size(), 2);
    EXPECT_EQ(batch.changes(0).assignment(), 12U);
    EXPECT_EQ(batch.changes(0).revision(), 3U);
    EXPECT_EQ(batch.changes(1).action(), v1::AssignmentChangeRequest::confirm);
}

TEST(WaitingForm, NothingChosenAndReasonsMissingAreSaid) {
    EXPECT_EQ(key_of([] { batch_of(fields({{"action", "confirm"}})); }), "page.waiting.none_chosen");
    EXPECT_EQ(key_of([] { batch_of(fields({{"action", "confirm"}, {"chon", "x.1"}})); }), "page.form.broken");
    EXPECT_EQ(key_of([] {
                  batch_of(fields({{"action", "rework"}, {"chon", "1.1"}}));
              }),
              "page.form.reason_missing");
    EXPECT_EQ(key_of([] {
                  batch_of(fields({{"action", "grant_extension"}, {"chon", "1.1"}}));
              }),
              "page.form.decision_missing");
    EXPECT_EQ(key_of([] { mute_of(fields({{"chon", "1.1"}, {"reason", "chờ"}})); }), "page.form.day_missing");
    EXPECT_EQ(press_of(fields({{"chon", "1.1"}, {"way", "phone"}, {"day", "2026-11-28"}})).assignments(0),
              1U);
}

TEST(ListFilter, AnAddressOfAListIsTheListAgain) {
    const auto query = fields({{"tim", "cải cách"},
                               {"trang-thai", "overdue"},
                               {"trang-thai", "due_soon"},
                               {"xep", "updated"},
                               {"nguoc", "1"},
                               {"cho", "1"},
                               {"thuoc", "12"},
                               {"tu-ngay", "2026-11-01"}});
    const auto filter = ListFilter::of(query);
    EXPECT_EQ(filter.address("/nhiem-vu").text(),
              "/nhiem-vu?tim=c%E1%BA%A3i%20c%C3%A1ch&trang-thai=overdue&trang-thai=due_soon&tu-ngay=2026-11-"
              "01&xep=updated&cho=1&nguoc=1&thuoc=12");
    const auto request = filter.request(50);
    EXPECT_EQ(request.timeliness_size(), 2);
    EXPECT_EQ(request.sort(), v1::ListSort::updated);
    EXPECT_EQ(request.under(), 12U);
    EXPECT_EQ(request.limit(), 50U);
    EXPECT_TRUE(request.reverse() && request.waiting());
}

TEST(ListFilter, UnknownWordsAreSaid) {
    EXPECT_EQ(key_of([] {
                  ListFilter::of(fields({{"trang-thai", "late"}})).request(1);
              }),
              "page.list.bad_state");
    EXPECT_EQ(key_of([] { ListFilter::of(fields({{"xep", "colour"}})).request(1); }), "page.list.bad_sort");
    EXPECT_EQ(key_of([] {
                  ListFilter::of(fields({{"tu-ngay", "hôm qua"}})).request(1);
              }),
              "page.form.bad_day");
}

TEST(LogFilter, DaysAreWholeDaysInVietnam) {
    View view;
    view.role = View::Role::Office;
    const auto log =
        LogFilter::of(fields({{"tu-ngay", "2026-11-28"}, {"den-ngay", "2026-11-28"}})).request(view);
    EXPECT_EQ(log.until().seconds() - log.since().seconds(), 24 * 3600);
    EXPECT_EQ(log.since().seconds(),
              to_instant(local_seconds{civil(2026, 11, 28)}).time_since_epoch().count());
}

TEST(LogFilter, AnAgencySeesItsOwnWhateverIsAsked) {
    View view;
    view.role = View::Role::Agency;
    view.agency = "SNV";
    EXPECT_EQ(LogFilter::of(fields({{"co-quan", "STC"}})).request(view).agency(), "SNV");
}

TEST(ReportForm, AnAgencyGetsItsOwnSheetAlone) {
    View view;
    view.role = View::Role::Agency;
    view.agency = "SNV";
    EXPECT_EQ(report_request(view, "agency", fields({{"co-quan", "STC"}})).agency(), "SNV");
    EXPECT_EQ(key_of([&] { report_request(view, "ranking", {}); }), "page.reports.unknown");
    EXPECT_EQ(key_of([&] { report_request(view, "", {}); }), "page.reports.unknown");
}

TEST(CalendarPeriod, IsWholeWeeksFromMonday) {
    const auto month = Period::of(fields({{"thang", "2026-11"}}), civil(2026, 1, 1));
    EXPECT_EQ(month.first, civil(2026, 10, 26));
    EXPECT_EQ(month.last, civil(2026, 12, 6));
    const auto week = Period::of(fields({{"tuan", "2026-11-28"}}), civil(2026, 1, 1));
    EXPECT_TRUE(week.is_week);
    EXPECT_EQ(week.first, civil(2026, 11, 23));
    EXPECT_EQ(Period::of(fields({{"thang", "2026-13"}}), civil(2026, 2, 5)).shown, civil(2026, 2, 1));
}

TEST(OverviewWeeks, BeginTodayAndMeetWithoutAGap) {
    const auto weeks = weeks_from(civil(2026, 11, 28));  // a Saturday
    ASSERT_EQ(weeks.size(), static_cast<std::size_t>(weeks_shown));
    EXPECT_EQ(weeks[0].first, civil(2026, 11, 28));
    EXPECT_EQ(weeks[0].last, civil(2026, 11, 29));
    for (std::size_t i = 1; i < weeks.size(); ++i) {
        EXPECT_EQ(weeks[i].first, weeks[i - 1].last + date::days{1});
        EXPECT_EQ(weeks[i].last - weeks[i].first, date::days{6});
    }
}

class DraftsOnDisk : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("drafts-" + std::to_string(::getpid()));
        std::filesystem::remove_all(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    static Draft draft(const char* number) {
        Draft draft;
        draft.wanted.mutable_document()->set_number(number);
        draft.wanted.add_rows()->set_title("Rà soát");
        draft.read.mutable_document()->set_title("kh.docx");
        return draft;
    }
    std::filesystem::path folder_;
};

TEST_F(DraftsOnDisk, OutliveAProgram) {
    const auto id = Drafts{folder_}.add(draft("1/KH-UBND"));
    const Drafts again{folder_};
    const auto found = again.find(id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->wanted.document().number(), "1/KH-UBND");
    ASSERT_EQ(again.list().size(), 1U);
    EXPECT_EQ(again.list()[0].file, "kh.docx");
    EXPECT_EQ(again.list()[0].rows, 1);
}

TEST_F(DraftsOnDisk, OfTwoWhoChangeOneTheSecondIsTold) {
    Drafts drafts{folder_};
    const auto id = drafts.add(draft("1/KH-UBND"));
    auto mine = *drafts.find(id), yours = *drafts.find(id);
    mine.wanted.mutable_document()->set_level("province");
    EXPECT_TRUE(drafts.replace(id, mine));
    EXPECT_FALSE(drafts.replace(id, yours));
    EXPECT_EQ(drafts.find(id)->wanted.document().level(), "province");
}

TEST_F(DraftsOnDisk, NoOtherFileCanBeNamed) {
    Drafts drafts{folder_ / "in"};
    const auto id = drafts.add(draft("1/KH-UBND"));
    std::filesystem::copy_file(folder_ / "in" / (id + ".plan"), folder_ / "out.plan");
    for (const auto* name : {"../out", "..", "", "a/b", "/etc/passwd"})
        EXPECT_FALSE(drafts.find(name)) << name;
    drafts.remove("../out");
    EXPECT_TRUE(std::filesystem::exists(folder_ / "out.plan"));
}

TEST(IntakeForm, WhatIsSaidOfARowIsTakenInPlaceOfItsWords) {
    Draft draft;
    for (int i = 0; i < 3; ++i) draft.wanted.add_rows()->set_title("dòng");
    draft.wanted.mutable_rows(2)->mutable_decided()->mutable_lead()->add_names("STC");
    take_form(draft, fields({{"number", "122 / kh-ubnd"},
                             {"issued", "13/05/2023"},
                             {"level", "province"},
                             {"row", "1"},
                             {"kind-1", ""},
                             {"due-1", "2023-12-31"},
                             {"lead-1", " SNV ; Sở Tài chính;"},
                             {"cooperating-1", "-"}}));
    const auto& decided = draft.wanted.rows(1).decided();
    EXPECT_EQ(decided.deadline().kind(), v1::DeadlineKind::date);
    EXPECT_EQ(decided.deadline().due(0), "2023-12-31");
    ASSERT_EQ(decided.lead().names_size(), 2);
    EXPECT_EQ(decided.lead().names(1), "Sở Tài chính");
    EXPECT_TRUE(decided.has_cooperating());
    EXPECT_EQ(decided.cooperating().names_size(), 0);
    EXPECT_FALSE(draft.wanted.rows(0).has_decided());
    EXPECT_TRUE(draft.wanted.rows(2).has_decided());  // was not on the page, and stays
    EXPECT_EQ(draft.wanted.document().issued(), "2023-05-13");
}

TEST(IntakeForm, AnEmptyFieldTakesADecisionBack) {
    Draft draft;
    draft.wanted.add_rows()->mutable_decided()->mutable_lead()->add_names("STC");
    take_form(draft, fields({{"row", "0"}, {"lead-0", ""}}));
    EXPECT_FALSE(draft.wanted.rows(0).has_decided());
    EXPECT_EQ(key_of([&] { take_form(draft, fields({{"row", "9"}})); }), "page.form.broken");
    EXPECT_EQ(key_of([&] {
                  take_form(draft, fields({{"row", "0"}, {"kind-0", "date"}}));
              }),
              "page.form.day_missing");
}

}  // namespace
}  // namespace dondoc::web::pages
