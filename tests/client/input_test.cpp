// SPDX-License-Identifier: Apache-2.0
// What is named as a file: refused before it is read where it is none, or too large.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "cli/frame/command.h"
#include "client/temporary_folder.h"

namespace dondoc::cli {
namespace {

using dondoc::testing::TemporaryFolder;
using dondoc::testing::write_text;

std::string refusal(const std::filesystem::path& file, std::size_t limit = 1 << 20) {
    try {
        (void)read_input(file.string(), limit);
    } catch (const UserError& error) {
        EXPECT_EQ(error.place(), file.string());
        return error.message().key;
    }
    return "";
}

TEST(Input, OfAFileIsReadUpToItsLimit) {
    const TemporaryFolder folder;
    write_text(folder / "a", "1234");
    EXPECT_EQ(read_input((folder / "a").string(), 4), "1234");
    EXPECT_EQ(refusal(folder / "a", 3), "cli.file.too_large");
}

TEST(Input, OfAHugeFileIsRefusedUnread) {
    const TemporaryFolder folder;
    write_text(folder / "a", "");
    std::filesystem::resize_file(folder / "a", 1ULL << 40);  // without a block on the disk
    EXPECT_EQ(refusal(folder / "a"), "cli.file.too_large");
}

TEST(Input, ThatIsNoFileIsRefusedAtOnce) {
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(refusal(folder / "pipe"), "cli.file.no_file");
    EXPECT_EQ(refusal("/dev/zero"), "cli.file.no_file");
    EXPECT_EQ(refusal(folder / "."), "cli.file.folder");
    EXPECT_EQ(refusal(folder / "none"), "cli.file.not_there");
}

}  // namespace
}  // namespace dondoc::cli
