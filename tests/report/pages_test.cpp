// SPDX-License-Identifier: Apache-2.0
// A report on every kind of paper: the same figures, well-formed, and nothing of a title taken for code.
#include "report/pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "domain/report_counts.h"
#include "plan/formats/text_grid.h"
#include "plan/formats/xlsx_grid.h"
#include "plan/reader.h"
#include "report/csv.h"
#include "report/html.h"
#include "report/xlsx.h"

namespace dondoc::report {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr auto hostile = "<script>alert('x')</script> & \"y\" ]]> \x01 =1+1";

v1::ReportCounts counts(std::uint64_t on_time, std::uint64_t late, std::uint64_t overdue,
                        std::uint64_t in_time) {
    v1::ReportCounts wire;
    wire.set_given(on_time + late + overdue + in_time);
    wire.set_on_time(on_time);
    wire.set_late(late);
    wire.set_overdue(overdue);
    wire.set_in_time(in_time);
    for (std::size_t i = 0; i < age_buckets; ++i) wire.add_ages(i == 0 ? overdue : 0);
    ReportCounts figures;
    figures.on_time = static_cast<std::int64_t>(on_time);
    figures.late = static_cast<std::int64_t>(late);
    figures.overdue = static_cast<std::int64_t>(overdue);
    figures.in_time = static_cast<std::int64_t>(in_time);
    for (const auto& ratio : report_ratios()) {
        const auto fraction = ratio.of(figures);
        auto& said = *wire.add_ratios();
        said.set_name(std::string{ratio.name});
        said.set_numerator(static_cast<std::uint64_t>(fraction.numerator));
        said.set_denominator(static_cast<std::uint64_t>(fraction.denominator));
        said.set_percent(fraction.percent());
    }
    return wire;
}

// The national figures of 2017.
v1::Report sample(v1::ReportKind::Kind kind) {
    v1::Report report;
    report.mutable_asked()->set_kind(kind);
    report.mutable_asked()->add_levels("government");
    report.mutable_asked()->set_by("on_time");
    report.mutable_asked()->set_least(5);
    report.mutable_asked()->set_days(30);
    report.set_daemon("Văn phòng thử");
    report.set_as_of("2017-12-27");
    report.mutable_instant()->set_seconds(1'514'393'999);
    report.set_tasks(21'914);
    *report.mutable_total()->mutable_current() = counts(14'068, 1'983, 223, 5'640);
    *report.mutable_total()->mutable_original() = counts(13'000, 3'051, 400, 5'463);
    for (int i = 0; i < 3; ++i) {
        auto& part = *report.add_agencies();
        part.set_code("CQ" + std::to_string(i));
        part.set_name(i == 0 ? hostile : "Cơ quan");
        part.set_rank(static_cast<std::uint32_t>(i));
        part.set_open(10);
        part.set_stale(4);
        part.set_updated(3);
        *part.mutable_figures() = report.total();
    }
    *report.add_sections() = report.agencies(0);
    *report.add_documents() = report.agencies(0);
    auto& row = *report.add_rows();
    row.set_number("3.10");
    row.set_title(hostile);
    row.set_state("in_progress");
    row.set_timeliness("overdue");
    row.set_days_overdue(5);
    row.set_due("2017-12-22");
    report.set_rows_total(3);
    auto& rule = *report.mutable_criterion();
    rule.set_id("1.7");
    rule.set_max("1.5");
    rule.set_denominator("due");
    rule.set_term("current");
    report.mutable_score()->set_points("1.2750");
    report.mutable_score()->set_denominator(16'274);
    if (kind != v1::ReportKind::criterion) {
        report.clear_criterion();
        report.clear_score();
    }
    return report;
}

std::vector<v1::ReportKind::Kind> kinds() {
    std::vector<v1::ReportKind::Kind> all;
    for (int i = v1::ReportKind::Kind_MIN + 1; i <= v1::ReportKind::Kind_MAX; ++i)
        all.push_back(static_cast<v1::ReportKind::Kind>(i));
    return all;
}

TEST(Pages, EveryRowHasACellForEachColumn) {
    for (const auto kind : kinds()) {
        const auto page = make_page(sample(kind), text::Lang::Vi);
        EXPECT_FALSE(page.sections.empty());
        for (const auto& section : page.sections) {
            for (const auto& row : section.rows)
                EXPECT_EQ(row.size(), section.columns.size()) << section.name;
            EXPECT_TRUE(section.total.empty() || section.total.size() == section.columns.size());
            if (!section.chart) continue;
            for (const auto& bar : section.chart->bars)
                EXPECT_EQ(bar.parts.size(), section.chart->legend.size());
        }
    }
}

TEST(Pages, TheHtmlIsWellFormedAndEscapesEverything) {
    for (const auto kind : kinds()) {
        for (const auto lang : {text::Lang::Vi, text::Lang::En}) {
            const auto html = to_html(make_page(sample(kind), lang));
            pugi::xml_document document;
            const auto result = document.load_string(html.c_str(), pugi::parse_full);
            EXPECT_TRUE(result) << result.description() << " at "
                                << html.substr(static_cast<std::size_t>(result.offset), 80);
            EXPECT_THAT(html,
                        AllOf(Not(HasSubstr("<script")), Not(HasSubstr("src=")), Not(HasSubstr("href="))))
                << "nothing from elsewhere";
            EXPECT_TRUE(document.select_node("//html/body/main/section/div/table/thead/tr/th[@scope='col']"));
        }
    }
}

// What is printed is seen without its command.
TEST(Pages, AreNamedAfterWhatTheyAreOf) {
    auto report = sample(v1::ReportKind::plan);
    report.mutable_document()->set_number("58/KH-UBND");
    EXPECT_EQ(make_page(report, text::Lang::Vi).title, "Tiến độ thực hiện văn bản 58/KH-UBND");
    auto sheet = sample(v1::ReportKind::agency);
    sheet.set_agency_name("UBND xã Đại Từ");
    EXPECT_EQ(make_page(sheet, text::Lang::Vi).title, "Phiếu theo dõi nhiệm vụ của UBND xã Đại Từ");
    auto late = sample(v1::ReportKind::overdue);
    EXPECT_EQ(make_page(late, text::Lang::Vi).title, "Nhiệm vụ quá hạn chưa hoàn thành");
    late.set_agency_name("UBND xã Đại Từ");
    late.mutable_document()->set_number("58/KH-UBND");
    EXPECT_EQ(make_page(late, text::Lang::Vi).title,
              "Nhiệm vụ quá hạn chưa hoàn thành: 58/KH-UBND, UBND xã Đại Từ");
}

TEST(Pages, OnPaperNoColumnIsEmptyAndATermInWordsMayBreak) {
    auto report = sample(v1::ReportKind::agency);
    report.mutable_rows(0)->clear_due();
    report.mutable_rows(0)->set_deadline_text("Khi có quyết định công bố tình huống thiên tai");
    const auto page = make_page(report, text::Lang::Vi);
    const auto html = to_html(page);
    EXPECT_THAT(html, AllOf(Not(HasSubstr(">Ngày xong<")), Not(HasSubstr(">Đôn đốc lần cuối<")),
                            HasSubstr(">Xử lý<"), HasSubstr("<td class=\"text\">Khi có quyết định")));
    EXPECT_THAT(to_csv(page), HasSubstr("Ngày xong")) << "programs find every column";
}

// A mark of the direction of writing lets a name end as another one does.
TEST(Pages, ShowNothingThatIsNotSeen) {
    const std::string backwards = "\xe2\x80\xae", nothing = "\xe2\x80\x8b";
    auto report = sample(v1::ReportKind::government);
    report.mutable_agencies(0)->set_name("Sở " + backwards + "Tài" + nothing + " chính");
    const auto page = make_page(report, text::Lang::Vi);
    const auto bytes = to_xlsx(page);
    plan::ZipArchive archive{bytes};
    std::string cells;
    for (const auto& table :
         plan::read_xlsx_grid(archive, "xl/workbook.xml", plan::CellTexts::AsWritten).tables)
        for (const auto& row : table.rows)
            for (const auto& cell : row.cells) cells += cell.text() + "|";
    for (const auto& shown : {to_html(page), to_csv(page), cells}) {
        EXPECT_THAT(shown, HasSubstr("Sở Tài chính"));
        EXPECT_THAT(shown.substr(3), AllOf(Not(HasSubstr(backwards)), Not(HasSubstr(nothing))));
    }
}

TEST(Pages, SayTheFiguresWithTheirFormulaAndWhereTheyAreFrom) {
    const auto html = to_html(make_page(sample(v1::ReportKind::government), text::Lang::Vi));
    EXPECT_THAT(html,
                AllOf(HasSubstr("98,63 % (16051/16274)"), HasSubstr("86,44 %"), HasSubstr("27/12/2017"),
                      HasSubstr("Văn phòng thử"), HasSubstr("Chính phủ"),
                      HasSubstr("21914 = 14068 hoàn thành đúng hạn + 1983 hoàn thành quá hạn + 0 đã báo cáo, "
                                "chờ xác nhận + 223")));
    const auto scored = sample(v1::ReportKind::criterion);
    for (const auto lang : {text::Lang::Vi, text::Lang::En})
        EXPECT_THAT(to_html(make_page(scored, lang)), HasSubstr("quy tắc do người dùng cấu hình"));
}

TEST(Pages, TheWorkbookIsReadBackByTheReaderOfPlans) {
    for (const auto kind : kinds()) {
        const auto page = make_page(sample(kind), text::Lang::Vi);
        const auto bytes = to_xlsx(page);  // the archive looks into it
        plan::ZipArchive archive{bytes};
        const auto grid = plan::read_xlsx_grid(archive, "xl/workbook.xml", plan::CellTexts::AsWritten);
        EXPECT_EQ(grid.tables.size(), page.sections.size());
        std::string text;
        for (const auto& table : grid.tables)
            for (const auto& row : table.rows)
                for (const auto& cell : row.cells) text += cell.text() + "|";
        EXPECT_THAT(text, AllOf(HasSubstr(page.title), HasSubstr("27/12/2017"), HasSubstr("Văn phòng thử")));
        for (const auto& section : page.sections) {
            EXPECT_THAT(text, HasSubstr(section.title));
            for (const auto& column : section.columns) EXPECT_THAT(text, HasSubstr(column.title + "|"));
        }
    }
    const auto grid =
        plan::read_plan_grid(to_xlsx(make_page(sample(v1::ReportKind::government), text::Lang::Vi)));
    std::string ratios;
    for (const auto& row : grid.tables.at(1).rows)
        for (const auto& cell : row.cells) ratios += cell.text() + "|";
    EXPECT_THAT(ratios, AllOf(HasSubstr("16051|16274|98,63%"), HasSubstr("86,44%")));
}

TEST(Pages, TheCsvHasDecimalCommasThatAreReadBackAsTheyAre) {
    const auto csv = to_csv(make_page(sample(v1::ReportKind::government), text::Lang::En));
    EXPECT_THAT(csv, HasSubstr(";98,63;"));
    const auto grid = plan::read_text_grid(csv, ';');
    bool found = false;
    for (const auto& table : grid.tables)
        for (const auto& row : table.rows)
            for (const auto& cell : row.cells) found |= cell.text() == "98,63";
    EXPECT_TRUE(found);
}

TEST(Pages, TheCsvHasLinesOfOneWidthAndNoFormulas) {
    for (const auto kind : kinds()) {
        auto report = sample(kind);
        report.mutable_agencies(1)->set_name("=1+1");
        const auto csv = to_csv(make_page(report, text::Lang::Vi));
        std::size_t separators = 0, width = 0, lines = 0;
        bool quoted = false;
        for (const char c : csv) {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == ';') ++separators;
            if (c != '\n') continue;
            if (lines++ == 0) width = separators;
            EXPECT_EQ(separators, width) << "line " << lines;
            separators = 0;
        }
        EXPECT_GT(lines, 10U);
        EXPECT_THAT(csv, Not(HasSubstr(";=1+1")));
    }
}

}  // namespace
}  // namespace dondoc::report
