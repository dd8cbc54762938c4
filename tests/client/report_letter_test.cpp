// SPDX-License-Identifier: GPL-3.0-or-later
// The letter that comes with dondoc, filled in: it says what it is of, and lists what its report is about.
#include "cli/commands/report_letter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <string>

#include "cli/frame/command.h"
#include "domain/report_counts.h"
#include "plan/formats/zip_archive.h"
#include "report/pages.h"

namespace dondoc::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

v1::ReportFigures figures(std::uint64_t on_time, std::uint64_t overdue) {
    v1::ReportFigures all;
    ReportCounts counts;
    counts.on_time = static_cast<std::int64_t>(on_time);
    counts.overdue = static_cast<std::int64_t>(overdue);
    for (auto* wire : {all.mutable_current(), all.mutable_original()}) {
        wire->set_given(on_time + overdue);
        wire->set_on_time(on_time);
        wire->set_overdue(overdue);
        for (std::size_t i = 0; i < age_buckets; ++i) wire->add_ages(i == 0 ? overdue : 0);
        for (const auto& ratio : report_ratios()) {
            const auto fraction = ratio.of(counts);
            auto& said = *wire->add_ratios();
            said.set_name(std::string{ratio.name});
            said.set_numerator(static_cast<std::uint64_t>(fraction.numerator));
            said.set_denominator(static_cast<std::uint64_t>(fraction.denominator));
        }
    }
    return all;
}

void add(v1::ReportPart& part, const std::string& code, const std::string& name, std::uint64_t on_time,
         std::uint64_t overdue, std::uint32_t rank) {
    part.set_code(code);
    part.set_name(name);
    part.set_rank(rank);
    *part.mutable_figures() = figures(on_time, overdue);
}

v1::Report made(v1::ReportKind::Kind kind) {
    v1::Report report;
    report.mutable_asked()->set_kind(kind);
    report.mutable_asked()->set_by("on_time");
    report.set_daemon("UBND tỉnh Thái Nguyên");
    report.set_as_of("2025-09-30");
    report.mutable_instant()->set_seconds(1'759'251'599);
    report.mutable_produced()->set_seconds(1'759'626'000);
    report.set_tasks(5);
    *report.mutable_total() = figures(3, 2);
    for (const auto& ratio : report.total().current().ratios()) EXPECT_FALSE(ratio.name().empty());
    add(*report.add_agencies(), "SNV", "Sở Nội vụ", 3, 0, 1);
    add(*report.add_agencies(), "STP", "Sở Tư pháp", 0, 2, 2);
    return report;
}

// The text of the letter, a paragraph a line.
std::string letter(const v1::Report& report) {
    const auto bytes = report_letter(report, report::make_page(report, text::Lang::Vi),
                                     read_input(DONDOC_SOURCE_DIR "/config/templates/bao-cao.docx"));
    plan::ZipArchive archive{bytes};
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(archive.read("word/document.xml").c_str(), pugi::parse_full));
    std::string text;
    for (const auto& paragraph : document.select_nodes("//w:p")) {
        for (const auto& run : paragraph.node().select_nodes(".//w:t")) text += run.node().text().get();
        text += '\n';
    }
    return text;
}

TEST(ReportLetter, HasAPlaceForEverythingThatTheOfficeAdds) {
    const auto text = letter(made(v1::ReportKind::government));
    EXPECT_THAT(text, AllOf(HasSubstr("UBND tỉnh Thái Nguyên\n"), HasSubstr("Độc lập - Tự do - Hạnh phúc"),
                            HasSubstr("..., ngày 05 tháng 10 năm 2025"),
                            HasSubstr("(số liệu đến hết ngày 30/09/2025)"), HasSubstr("Lưu: VT"),
                            HasSubstr("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ")));
    EXPECT_THAT(text, Not(HasSubstr("«"))) << "every field is filled in";
    EXPECT_THAT(
        text, AllOf(HasSubstr("1\nSở Tư pháp\n2\n0\n0\n0\n2\n0,00\xc2\xa0%\n"), Not(HasSubstr("Sở Nội vụ"))))
        << "who has nothing overdue is not listed";
    auto all_done = made(v1::ReportKind::government);
    all_done.mutable_agencies()->RemoveLast();
    EXPECT_THAT(letter(all_done), HasSubstr("Không có\n"));
}

TEST(ReportLetter, OfOneAgencyNamesItAndListsItsDocuments) {
    auto report = made(v1::ReportKind::agency);
    report.clear_agencies();
    report.set_agency_name("UBND xã Đại Từ");
    add(*report.add_documents(), "58/KH-UBND", "Những việc phải làm", 3, 2, 0);
    EXPECT_THAT(letter(report),
                AllOf(HasSubstr("Phiếu theo dõi nhiệm vụ của UBND xã Đại Từ\n"),
                      HasSubstr("Theo từng văn bản:\nTT\nVăn bản\n"),
                      HasSubstr("1\n58/KH-UBND: Những việc phải làm\n5\n3\n0\n0\n2\n60,00\xc2\xa0%\n"),
                      Not(HasSubstr("Không có\n"))));
}

TEST(ReportLetter, OfARankingHasEveryAgencyWithItsRank) {
    auto report = made(v1::ReportKind::ranking);
    add(*report.add_agencies(), "SYT", "Sở Y tế", 0, 0, 0);
    const auto text = letter(report);
    const auto first = text.find("1\nSở Nội vụ\n3\n"), second = text.find("2\nSở Tư pháp\n2\n"),
               last = text.find("–\nSở Y tế\n0\n");
    EXPECT_NE(first, text.npos) << text;
    EXPECT_LT(first, second);
    EXPECT_LT(second, last);
    EXPECT_NE(last, text.npos) << "who has too little to be ranked is last, without a rank";
}

}  // namespace
}  // namespace dondoc::cli
