// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_folder.h"

namespace dondoc::web {
namespace {

std::vector<std::string> mistakes(const std::string& text) {
    const test::TemporaryFolder folder;
    std::ofstream{folder / "dondoc-web.toml"} << text;
    std::vector<std::string> found;
    for (const auto& mistake : check_config(folder / "dondoc-web.toml"))
        found.push_back(mistake.place() + " " + mistake.message().key);
    return found;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(WebConfig, TheShippedFileIsGood) {
    EXPECT_THAT(check_config(DONDOC_SOURCE_DIR "/config/dondoc-web.toml"), IsEmpty());
    const auto config = load_config(DONDOC_SOURCE_DIR "/config/dondoc-web.toml");
    EXPECT_TRUE(config.is_secure());
    EXPECT_TRUE(config.server.is_secure);
    EXPECT_EQ(config.server.port, 8710);
    EXPECT_THAT(config.server.proxies, ElementsAre("127.0.0.1", "::1"));
}

TEST(WebConfig, AnAddressIsEnough) {
    EXPECT_THAT(mistakes("url = \"http://127.0.0.1:8710\"\n"), IsEmpty());
    EXPECT_THAT(mistakes(""), ElementsAre(testing::HasSubstr("config.missing")));
}

TEST(WebConfig, EveryMistakeHasItsLine) {
    EXPECT_THAT(mistakes("url = \"https://dondoc.vn/\"\n"
                         "[listen]\n"
                         "address = \"mọi nơi\"\n"
                         "port = 99999\n"
                         "certificate = \"a.pem\"\n"
                         "[proxy]\n"
                         "sign_on_header = \"X-User\"\n"
                         "[limit]\n"),
                ElementsAre("dondoc-web.toml:1 config.bad_web", "dondoc-web.toml:3 config.bad_address",
                            "dondoc-web.toml:4 config.out_of_range", "dondoc-web.toml:5 config.half_tls",
                            "dondoc-web.toml:7 config.no_proxy", "dondoc-web.toml:8 config.unknown_section"));
}

TEST(WebConfig, AnAddressOfTheSiteHasNoPath) {
    for (const auto* url : {"dondoc.vn", "ftp://dondoc.vn", "https://", "https://dondoc.vn/x", "https://a b"})
        EXPECT_THAT(mistakes("url = \"" + std::string{url} + "\"\n"),
                    ElementsAre("dondoc-web.toml:1 config.bad_web"))
            << url;
}

TEST(WebConfig, AFileThatIsNotThereIsSaid) {
    const auto found = check_config("/nonexistent/dondoc-web.toml");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().message().key, "config.unreadable");
}

}  // namespace
}  // namespace dondoc::web
