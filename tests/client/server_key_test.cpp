// SPDX-License-Identifier: Apache-2.0
#include "lib/server_key.h"

#include <gtest/gtest.h>

#include "client/temporary_folder.h"

namespace dondoc::client {
namespace {

using testing::TemporaryFolder;

class ServerKey : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto own = make_key_pair();
        Profile profile;
        profile.endpoint = "tcp://127.0.0.1:7710";
        profile.server_key = now;
        profile.public_key = own.public_key;
        profile.secret_key = own.secret_key;
        write_profile(profile, file, Overwrite::No);
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "snv.toml";
    const std::string now = make_key_pair().public_key, next = make_key_pair().public_key;
};

TEST_F(ServerKey, TheNextOneIsKeptAndThenTakesThePlaceOfThePresentOne) {
    auto profile = read_profile(file);
    EXPECT_TRUE(is_news(profile, next));
    ASSERT_TRUE(keep_next_key(profile, next));
    EXPECT_FALSE(is_news(profile, next));
    profile = read_profile(file);
    EXPECT_EQ(profile.server_key, now);
    EXPECT_EQ(profile.next_server_key, next);
    EXPECT_TRUE(swap_keys(profile));
    EXPECT_TRUE(settle_key(profile));
    profile = read_profile(file);
    EXPECT_EQ(profile.server_key, next);
    EXPECT_EQ(profile.next_server_key, "");
    EXPECT_FALSE(swap_keys(profile));
}

TEST_F(ServerKey, WhatIsNoKeyOrKnownIsNoNews) {
    const auto profile = read_profile(file);
    for (const auto& announced : {std::string{}, now, std::string(40, ' '), std::string("short")})
        EXPECT_FALSE(is_news(profile, announced)) << announced;
}

TEST_F(ServerKey, AnEndpointGivenForOnceIsNotKept) {
    auto profile = read_profile(file);
    profile.endpoint = "tcp://elsewhere:1";
    ASSERT_TRUE(keep_next_key(profile, next));
    EXPECT_EQ(read_profile(file).endpoint, "tcp://127.0.0.1:7710");
}

TEST_F(ServerKey, AFileThatIsGoneIsSaidAndTheProcessStillKnows) {
    auto profile = read_profile(file);
    std::filesystem::remove(file);
    EXPECT_FALSE(keep_next_key(profile, next));
    EXPECT_EQ(profile.next_server_key, next);
}

}  // namespace
}  // namespace dondoc::client
