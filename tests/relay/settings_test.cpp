// SPDX-License-Identifier: Apache-2.0
// The configuration of dondoc-relay.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "relay/settings.h"
#include "support/process.h"
#include "support/temporary_folder.h"
#include "text/catalogue.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

class RelaySettings : public testing::Test {
  protected:
    relay::Settings read(const std::string& toml) {
        std::ofstream{folder / "relay.toml"} << toml;
        return relay::read_settings(folder / "relay.toml", DONDOC_SOURCE_DIR "/config/relay");
    }
    // "relay.toml:3 config.unknown", whose sentence is there.
    std::string refusal(const std::string& toml) {
        try {
            read(toml);
        } catch (const UserError& error) {
            EXPECT_TRUE(text::has_sentence(error.message().key)) << error.message().key;
            const auto place = error.place().substr(error.place().rfind('/') + 1);
            return place + " " + error.message().key;
        }
        return "";
    }
    TemporaryFolder folder;
    const std::string mail = "[mail]\nserver = \"smtp://localhost:25\"\nfrom = \"Văn phòng <vp@tinh.vn>\"\n";
};

TEST_F(RelaySettings, TheShippedFileIsGood) {
    std::ofstream{folder / "mat-khau"} << "bí mật\n";
    const auto settings = relay::read_settings(DONDOC_SOURCE_DIR "/config/dondoc-relay.toml",
                                               DONDOC_SOURCE_DIR "/config/relay");
    EXPECT_TRUE(settings.mail->tls);
    EXPECT_EQ(make_channels(settings).size(), 1U);
}

TEST_F(RelaySettings, WhatIsNotSaidHasADefaultAndFilesLieBesideIt) {
    std::ofstream{folder / "mat-khau"} << "bí mật\n";
    const auto settings =
        read("outbox = \"o.db\"\ngather = \"5m\"\n" + mail + "user = \"vp\"\npassword_file = \"mat-khau\"\n");
    EXPECT_EQ(settings.outbox, folder / "o.db");
    EXPECT_EQ(settings.timing.gather, 5min);
    EXPECT_EQ(settings.timing.digest, 7h + 45min);
    EXPECT_EQ(settings.mail->password, "bí mật");
    EXPECT_EQ(settings.mail->from.address, "vp@tinh.vn");
}

TEST_F(RelaySettings, WhatIsWrongIsRefusedWithItsLine) {
    EXPECT_EQ(refusal(""), "relay.toml:1 relay.config.no_channel");
    EXPECT_EQ(refusal(mail + "sever = \"x\"\n"), "relay.toml:4 config.unknown_key");
    EXPECT_EQ(refusal("digest = \"25:00\"\n" + mail), "relay.toml:1 relay.config.time");
    EXPECT_EQ(refusal("gather = \"5 phút\"\n" + mail), "relay.toml:1 config.duration");
    EXPECT_EQ(refusal("site = \"tỉnh\"\n" + mail), "relay.toml:1 relay.config.site");
    EXPECT_EQ(refusal("link = \"dondoc.vn\"\n" + mail), "relay.toml:1 relay.config.url");
    EXPECT_EQ(refusal("[mail]\nserver = \"localhost\"\nfrom = \"a@b.vn\"\n"),
              "relay.toml:2 relay.config.server");
    EXPECT_EQ(refusal("[mail]\nserver = \"smtp://x\"\nfrom = \"a\"\n"), "relay.toml:3 relay.config.address");
    EXPECT_EQ(refusal(mail + "password_file = \"nirgends\"\n"), "relay.toml:4 relay.config.secret");
    std::ofstream{folder / "p"} << "x";
    EXPECT_EQ(refusal(mail + "tls = \"off\"\npassword_file = \"p\"\n"),
              "relay.toml:4 relay.config.plain_password");
    EXPECT_EQ(refusal(mail + "[[webhook]]\nname = \"mail\"\nurl = \"https://x\"\n"),
              "relay.toml:5 relay.config.twice");
    EXPECT_EQ(refusal("[[http]]\nname = \"z\"\npreset = \"ntfy\"\n"), "relay.toml:3 relay.config.variable");
    EXPECT_THAT(refusal("[[http]]\nname = \"z\"\npreset = \"nirgends\"\n"), HasSubstr("config.unreadable"));
}

TEST_F(RelaySettings, AGatewaysVariablesAndSecretsAreSaidInTheConfiguration) {
    std::ofstream{folder / "ma"} << "bí mật";
    const auto settings = read(
        "[[http]]\nname = \"ntfy\"\npreset = \"ntfy\"\n[http.set]\nserver = \"https://n.vn\"\ntopic = \"t\"\n"
        "token_file = \"ma\"\n");
    ASSERT_EQ(settings.http.size(), 1U);
    EXPECT_EQ(settings.http[0].set.at("token"), "bí mật");
    EXPECT_EQ(settings.http[0].address, relay::HttpSettings::Address::Nobody);
}

}  // namespace
}  // namespace dondoc::test
