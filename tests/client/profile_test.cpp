// SPDX-License-Identifier: Apache-2.0
#include "lib/profile.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>

#include "client/temporary_folder.h"
#include "lib/home.h"

namespace dondoc::client {
namespace {

using testing::read_text;
using testing::TemporaryFolder;
using testing::write_text;

Profile sample() {
    const auto pair = make_key_pair();
    Profile profile;
    profile.endpoint = "tcp://127.0.0.1:5570";
    profile.server_key = make_key_pair().public_key;
    profile.public_key = pair.public_key;
    profile.secret_key = pair.secret_key;
    profile.agency = "SNV";
    return profile;
}

std::string toml_of(const Profile& profile) {
    return "endpoint = \"" + profile.endpoint + "\"\nserver_key = '" + profile.server_key +
           "'\npublic_key = '" + profile.public_key + "'\nsecret_key = '" + profile.secret_key + "'\n";
}

// Key and place of what is thrown.
std::pair<std::string, std::string> error_of(const std::string& toml) {
    try {
        parse_profile(toml, "client.toml");
    } catch (const UserError& error) {
        return {error.message().key, error.place()};
    }
    return {};
}

using Error = std::pair<std::string, std::string>;

TEST(Profile, WhatIsWrittenIsReadAgain) {
    const TemporaryFolder folder;
    const auto file = folder / "new/client.toml";
    const auto profile = sample();
    write_profile(profile, file, Overwrite::No);
    const auto read = read_profile(file);
    EXPECT_EQ(read.endpoint, profile.endpoint);
    EXPECT_EQ(read.server_key, profile.server_key);
    EXPECT_EQ(read.public_key, profile.public_key);
    EXPECT_EQ(read.secret_key, profile.secret_key);
    EXPECT_EQ(read.agency, "SNV");
    EXPECT_TRUE(read.feed.empty());
    EXPECT_TRUE(read.warnings.empty());

    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
}

TEST(Profile, IsNotOverwrittenUnlessAsked) {
    const TemporaryFolder folder;
    const auto file = folder / "client.toml";
    write_text(file, "mine");
    EXPECT_THROW(write_profile(sample(), file, Overwrite::No), UserError);
    EXPECT_EQ(read_text(file), "mine");
    write_profile(sample(), file, Overwrite::Yes);
    EXPECT_NO_THROW(read_profile(file));
}

TEST(Profile, ErrorsNameFileAndLine) {
    const auto profile = sample();
    const auto good = toml_of(profile);
    EXPECT_EQ(error_of(good), Error{});
    EXPECT_EQ(error_of(good + "colour = \"red\"\n"), (Error{"client.profile.unknown_key", "client.toml:5"}));
    EXPECT_EQ(error_of(good + "agency = 7\n"), (Error{"client.profile.no_text", "client.toml:5"}));
    EXPECT_EQ(error_of(good + "agency = \n"), (Error{"client.profile.syntax", "client.toml:5"}));
    EXPECT_EQ(error_of("endpoint = \"tcp://x:1\"\nserver_key = \"short\"\n"),
              (Error{"client.profile.bad_key", "client.toml:2"}));
    EXPECT_EQ(error_of("endpoint = \"tcp://x:1\"\n"), (Error{"client.profile.missing_key", "client.toml"}));
}

TEST(Profile, AKeyThatDoesNotBelongToItsSecretIsRefused) {
    auto profile = sample();
    profile.public_key = make_key_pair().public_key;
    EXPECT_EQ(error_of(toml_of(profile)), (Error{"client.profile.key_mismatch", "client.toml:3"}));
}

TEST(Profile, WarnsWhenOthersCanReadTheSecret) {
    const TemporaryFolder folder;
    const auto file = folder / "client.toml";
    write_profile(sample(), file, Overwrite::No);
    ASSERT_EQ(::chmod(file.c_str(), 0644), 0);
    const auto read = read_profile(file);
    ASSERT_EQ(read.warnings.size(), 1U);
    EXPECT_EQ(read.warnings[0].key, "client.profile.readable_by_others");
}

TEST(Profile, AMissingFileSaysSo) {
    const TemporaryFolder folder;
    try {
        read_profile(folder / "none.toml");
        FAIL();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "client.profile.not_there");
    }
}

// A profile that somebody has planted where one happens to stand must not be taken.
TEST(Profile, IsNeverLookedForInTheFolderWhereOneStands) {
    const std::string home = std::getenv("HOME") == nullptr ? "" : std::getenv("HOME");
    const auto refused = [] {
        try {
            find_profile(std::nullopt);
        } catch (const UserError& error) {
            return error.message().key;
        }
        return std::string{};
    };
    ::unsetenv("XDG_STATE_HOME");
    ::setenv("HOME", "/h", 1);
    EXPECT_EQ(find_profile(std::nullopt), "/h/.config/dondoc/client.toml");
    EXPECT_EQ(state_folder(), "/h/.local/state");
    for (const bool is_set : {false, true}) {
        is_set ? ::setenv("HOME", "", 1) : ::unsetenv("HOME");
        const auto found = find_profile(std::nullopt);
        EXPECT_TRUE(found.is_absolute()) << found;
        EXPECT_TRUE(std::filesystem::exists(home_folder())) << "the password file's";
    }
    ::setenv("HOME", "nha", 1);
    EXPECT_EQ(refused(), "client.home.relative");
    ::setenv("HOME", "/h", 1);
    ::setenv("XDG_CONFIG_HOME", ".config", 1);
    EXPECT_EQ(refused(), "client.home.relative");
    ::unsetenv("XDG_CONFIG_HOME");
    ::setenv("XDG_STATE_HOME", "state", 1);
    EXPECT_THROW(state_folder(), UserError);
    ::unsetenv("XDG_STATE_HOME");
    ::setenv("HOME", home.c_str(), 1);
}

TEST(Profile, IsLookedForWhereItWasPut) {
    ::setenv("DONDOC_PROFILE", "/p/env.toml", 1);
    EXPECT_EQ(find_profile("/p/given.toml"), "/p/given.toml");
    EXPECT_EQ(find_profile(std::nullopt), "/p/env.toml");
    ::unsetenv("DONDOC_PROFILE");
    ::setenv("XDG_CONFIG_HOME", "/x", 1);
    EXPECT_EQ(find_profile(std::nullopt), "/x/dondoc/client.toml");
    ::unsetenv("XDG_CONFIG_HOME");
}

}  // namespace
}  // namespace dondoc::client
