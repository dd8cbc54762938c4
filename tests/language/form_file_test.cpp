// SPDX-License-Identifier: Apache-2.0
#include "language/files/form_file.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "domain/message.h"
#include "refused_files.h"
#include "sample_register.h"

namespace dondoc::language {
namespace {

using Quantity = FormItem::Quantity;

const std::string good_form =
    "title = \"Biểu\"\n"
    "source = \"thử\"\n"
    "[[items]]\n"
    "number = \"1\"\n"
    "name = \"Hồ sơ\"\n"
    "[[items]]\n"
    "number = \"1.1\"\n"
    "name = \"Đã giải quyết\"\n"
    "unit = \"Hồ sơ\"\n"
    "value = \"dossiers_done\"\n"
    "[[items]]\n"
    "number = \"1.2\"\n"
    "name = \"Đúng hạn\"\n"
    "value = \"dossiers_on_time\"\n"
    "[[items]]\n"
    "name = \"Tỷ lệ\"\n"
    "unit = \"%\"\n"
    "value = \"percent\"\n"
    "part = \"1.2\"\n"
    "whole = \"1.1\"\n";

TEST(FormFile, ItsItemsAreReadInTheirOrder) {
    const auto form = parse_report_form(good_form, "bieu.toml");
    ASSERT_EQ(form.items.size(), 4U);
    EXPECT_EQ(form.title, "Biểu");
    EXPECT_EQ(form.items[0].quantity, Quantity::Heading);
    EXPECT_EQ(form.items[1].quantity, Quantity::DossiersDone);
    EXPECT_EQ(form.items[1].id, "1.1");
    EXPECT_EQ(form.items[2].quantity, Quantity::DossiersOnTime);
    EXPECT_EQ(form.items[3].quantity, Quantity::Percent);
    EXPECT_EQ(form.items[3].part, "1.2");
    EXPECT_EQ(form.items[3].id, "");
}

TEST(FormFile, EveryQuantityHasItsWord) {
    const std::vector<std::pair<std::string, Quantity>> words{
        {"by_hand", Quantity::ByHand},
        {"assigned", Quantity::Assigned},
        {"completed", Quantity::Completed},
        {"on_time", Quantity::OnTime},
        {"late", Quantity::Late},
        {"overdue", Quantity::Overdue},
        {"in_time", Quantity::InTime},
        {"waiting", Quantity::Waiting},
        {"no_deadline", Quantity::NoDeadline},
        {"dossiers_received", Quantity::DossiersReceived},
        {"dossiers_on_time", Quantity::DossiersOnTime},
        {"dossiers_late", Quantity::DossiersLate},
        {"dossiers_done", Quantity::DossiersDone},
        {"dossiers_refused", Quantity::DossiersRefused},
        {"dossiers_overdue", Quantity::DossiersOverdue}};
    for (const auto& [word, quantity] : words) {
        const auto form = parse_report_form(
            "title = \"a\"\nsource = \"b\"\n[[items]]\nname = \"c\"\nvalue = \"" + word + "\"\n", "a.toml");
        EXPECT_EQ(form.items.at(0).quantity, quantity) << word;
        EXPECT_EQ(is_of_dossiers(quantity), word.starts_with("dossiers_")) << word;
    }
}

TEST(FormFile, TheFormThatIsShippedHasNothingThatDondocDoesNotCount) {
    const std::string file = DONDOC_SOURCE_DIR "/config/reports/bieu-mau-1.toml";
    const auto form = parse_report_form(tests::read_file(file), file);
    ASSERT_NE(find_item(form, "5.1"), nullptr);
    EXPECT_EQ(find_item(form, "5.1")->quantity, Quantity::Assigned);
    EXPECT_EQ(find_item(form, "5.4")->quantity, Quantity::Overdue);
    EXPECT_NE(form.source.find("301/BC-UBND"), std::string::npos);
}

TEST(FormFile, ABadOneIsRefusedWithFileAndLine) {
    const auto replaced = [](const std::string& from, const std::string& to) {
        return tests::with(good_form, from, to);
    };
    const std::vector<tests::RefusedFile> files{
        {replaced("part = \"1.2\"", "part = \"9.9\""), "form.unknown_item", "bad.toml:19"},
        {replaced("part = \"1.2\"\n", ""), "config.missing", "bad.toml:15"},
        {replaced("number = \"1.2\"", "number = \"1.1\""), "form.twice", "bad.toml:12"},
        {replaced("dossiers_done", "dossiers_all"), "config.not_one_of", "bad.toml:10"},
        {replaced("name = \"Hồ sơ\"", "name = \"\""), "config.empty", "bad.toml:5"},
        {replaced("name = \"Hồ sơ\"\n", ""), "config.missing", "bad.toml:3"},
        {replaced("unit = \"Hồ sơ\"", "of = \"plan\""), "form.of_tasks", "bad.toml:9"},
        {replaced("unit = \"Hồ sơ\"", "sum_of = [\"1.1\"]"), "form.unknown_item", "bad.toml:9"},
        {replaced("unit = \"Hồ sơ\"", "units = \"Hồ sơ\""), "config.unknown_key", "bad.toml:9"},
        {"title = \"a\"\nsource = \"b\"\nitems = []\n", "config.empty", "bad.toml:3"},
        {"title = \"a\"\nsource = \"b\"\nitems = \"c\"\n", "config.not_sections", "bad.toml:3"},
        {"title = \"a\"\n", "config.missing", "bad.toml"},
        {"title = ", "config.syntax", "bad.toml:1"},
    };
    tests::expect_refused(
        files, [](const std::string& text, const char* file) { (void)parse_report_form(text, file); });
}

}  // namespace
}  // namespace dondoc::language
