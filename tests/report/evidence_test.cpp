// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/evidence.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_folder.h"

namespace dondoc::report {
namespace {

using State = Evidence::State;

TEST(Evidence, IsThereWhenAFileOfTheFolderHasSomethingInIt) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "quy-1");
    std::ofstream{folder.path() / "bc-15.pdf"} << "x";
    std::ofstream{folder.path() / "quy-1" / "bc.docx"} << "x";
    std::ofstream{folder.path() / "trong.pdf"};
    std::filesystem::create_directory(folder.path() / "thu-muc.pdf");
    const auto state = [&](const std::string& reference) {
        return look_for_evidence(folder.path(), reference).state;
    };
    EXPECT_EQ(state("bc-15.pdf"), State::There);
    EXPECT_EQ(state("quy-1/bc.docx"), State::There);
    EXPECT_EQ(state("bc-16.pdf"), State::Missing);
    EXPECT_EQ(state("trong.pdf"), State::Missing);
    EXPECT_EQ(state("thu-muc.pdf"), State::Missing);
    EXPECT_EQ(state(std::string(5000, 'a') + ".pdf"), State::Missing);
}

TEST(Evidence, IsNotLookedForOutsideTheFolder) {
    const test::TemporaryFolder outside;
    std::ofstream{outside.path() / "bi-mat.pdf"} << "x";
    const test::TemporaryFolder folder;
    std::filesystem::create_symlink(outside.path() / "bi-mat.pdf", folder.path() / "lien-ket.pdf");
    const auto state = [&](const std::string& reference) {
        return look_for_evidence(folder.path(), reference).state;
    };
    EXPECT_EQ(state("lien-ket.pdf"), State::Missing);
    EXPECT_EQ(state((outside.path() / "bi-mat.pdf").string()), State::Missing);
    EXPECT_EQ(state("../" + outside.path().filename().string() + "/bi-mat.pdf"), State::Missing);
}

TEST(Evidence, ANumberOrALinkIsNoFile) {
    const test::TemporaryFolder folder;
    for (const auto* reference :
         {"15/BC-SNV", "https://tinh.vn/bc.pdf", "Báo cáo quý I", "", ".", ".pdf", "phiên bản 1.2"})
        EXPECT_EQ(look_for_evidence(folder.path(), reference).state, State::NotLooked) << reference;
    EXPECT_EQ(look_for_evidence({}, "bc-15.pdf").state, State::NotLooked);
}

}  // namespace
}  // namespace dondoc::report
