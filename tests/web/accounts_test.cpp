// SPDX-License-Identifier: GPL-3.0-or-later
// What dondoc-web keeps of those who log in, in a real file and under a clock that the test sets.
#include "web/session/accounts.h"

#include <gtest/gtest.h>
#include <liboath/oath.h>

#include <cstdlib>

#include "domain/message.h"
#include "support/process.h"
#include "support/temporary_folder.h"
#include "web/session/password.h"

namespace dondoc::web {
namespace {

using namespace std::chrono_literals;

class AccountStore : public testing::Test {
  protected:
    static std::string code_for(const std::string& secret, sys_seconds at) {
        char* bytes = nullptr;
        std::size_t size = 0;
        EXPECT_EQ(oath_base32_decode(secret.data(), secret.size(), &bytes, &size), OATH_OK);
        char code[7] = {};
        EXPECT_EQ(oath_totp_generate(bytes, size, static_cast<time_t>(at.time_since_epoch().count()), 30, 0,
                                     6, code),
                  OATH_OK);
        std::free(bytes);
        return code;
    }
    bool is_kept(const std::string& secret) {
        return test::read_file(folder / "web.db").find(secret) != std::string::npos ||
               test::read_file(folder / "web.db-wal").find(secret) != std::string::npos;
    }

    test::TemporaryFolder folder;
    sys_seconds now{1'700'000'000s};
    Accounts accounts{folder / "web.db", {60min, 24h}, [this] { return now; }};
};

TEST_F(AccountStore, ASessionIsFoundByItsCookieAlone) {
    const auto cookie = accounts.sessions.begin(7, "10.0.0.1", "Trình duyệt");
    const auto session = accounts.sessions.find(cookie);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->person, 7U);
    EXPECT_NE(session->form_token, cookie);
    EXPECT_FALSE(accounts.sessions.find(cookie.substr(1)));
    EXPECT_FALSE(accounts.sessions.find(session->form_token));
    EXPECT_FALSE(accounts.sessions.find(""));
}

TEST_F(AccountStore, ASessionEndsWhenItIsNotUsedAndAfterItsLongest) {
    const auto cookie = accounts.sessions.begin(7, "", "");
    now += 59min;
    EXPECT_TRUE(accounts.sessions.find(cookie));
    now += 60min;
    EXPECT_FALSE(accounts.sessions.find(cookie));
    const auto used = accounts.sessions.begin(7, "", "");
    for (int hour = 0; hour < 24; ++hour, now += 59min) accounts.sessions.find(used);
    now += 25min;
    EXPECT_FALSE(accounts.sessions.find(used));
}

TEST_F(AccountStore, NobodyEndsTheSessionOfAnother) {
    const auto cookie = accounts.sessions.begin(7, "", "");
    const auto id = accounts.sessions.find(cookie)->id;
    accounts.sessions.end(8, id);
    EXPECT_TRUE(accounts.sessions.find(cookie));
    accounts.sessions.end(7, id);
    EXPECT_FALSE(accounts.sessions.find(cookie));
}

TEST_F(AccountStore, NeitherCookieNorTokenNorPasswordIsKept) {
    const auto cookie = accounts.sessions.begin(7, "", "");
    const auto token = accounts.tokens.make(7, Token::Kind::Api, "máy");
    accounts.credentials.set_password(7, "một câu khá dài");
    const auto link = accounts.credentials.new_first_link(now + 1h);
    for (const auto& secret : {cookie, token, std::string{"một câu khá dài"}, link})
        EXPECT_FALSE(is_kept(secret)) << secret;
    EXPECT_TRUE(is_kept("máy"));
}

TEST_F(AccountStore, TheFileIsItsUsersAlone) {
    const auto mode = std::filesystem::status(folder / "web.db").permissions();
    EXPECT_EQ(mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
              std::filesystem::perms::none);
}

TEST_F(AccountStore, APasswordIsTheSameHoweverItIsComposed) {
    accounts.credentials.set_password(7, "mật khẩu của tôi");
    EXPECT_TRUE(accounts.credentials.is_password(7, "mật khẩu của tôi"));
    EXPECT_FALSE(accounts.credentials.is_password(7, "mat khau cua toi"));
    EXPECT_FALSE(accounts.credentials.is_password(8, "mật khẩu của tôi"));
}

TEST_F(AccountStore, ACodeIsGoodOnce) {
    accounts.credentials.set_password(7, "một câu khá dài");
    const auto secret = Credentials::new_totp_secret();
    EXPECT_FALSE(accounts.credentials.begin_totp(7, secret, "000000"));
    EXPECT_FALSE(accounts.credentials.has_totp(7));
    ASSERT_TRUE(accounts.credentials.begin_totp(7, secret, code_for(secret, now)));
    EXPECT_FALSE(accounts.credentials.is_totp(7, code_for(secret, now)));  // it was used to begin
    now += 30s;
    EXPECT_TRUE(accounts.credentials.is_totp(7, code_for(secret, now)));
    EXPECT_FALSE(accounts.credentials.is_totp(7, code_for(secret, now)));
    EXPECT_FALSE(accounts.credentials.is_totp(7, code_for(secret, now - 30s)));
    EXPECT_FALSE(accounts.credentials.is_totp(7, code_for(secret, now + 5min)));
}

TEST_F(AccountStore, TheFirstLinkEndsWithTheFirstPassword) {
    const auto link = accounts.credentials.new_first_link(now + 1h);
    EXPECT_TRUE(accounts.credentials.is_first_link(link));
    EXPECT_FALSE(accounts.credentials.is_first_link("another"));
    accounts.credentials.set_password(7, "một câu khá dài");
    EXPECT_FALSE(accounts.credentials.is_first_link(link));
}

TEST_F(AccountStore, TheFirstLinkEndsWithItsTimeAndWithTheNext) {
    const auto first = accounts.credentials.new_first_link(now + 1h);
    const auto second = accounts.credentials.new_first_link(now + 1h);
    EXPECT_FALSE(accounts.credentials.is_first_link(first));
    now += 1h;
    EXPECT_FALSE(accounts.credentials.is_first_link(second));
}

TEST_F(AccountStore, ATokenIsOfItsKindAndCanBeRevokedByItsPersonAlone) {
    const auto token = accounts.tokens.make(7, Token::Kind::Calendar, "điện thoại");
    EXPECT_FALSE(accounts.tokens.find(token, Token::Kind::Api));
    const auto found = accounts.tokens.find(token, Token::Kind::Calendar);
    ASSERT_TRUE(found);
    accounts.tokens.revoke(8, found->id);
    EXPECT_TRUE(accounts.tokens.find(token, Token::Kind::Calendar));
    accounts.tokens.revoke(7, found->id);
    EXPECT_FALSE(accounts.tokens.find(token, Token::Kind::Calendar));
}

TEST_F(AccountStore, WhoMayNotLogInAnyMoreLosesEverything) {
    accounts.credentials.set_password(7, "một câu khá dài");
    const auto cookie = accounts.sessions.begin(7, "", "");
    const auto token = accounts.tokens.make(7, Token::Kind::Api, "máy");
    accounts.forget(7);
    EXPECT_FALSE(accounts.sessions.find(cookie));
    EXPECT_FALSE(accounts.tokens.find(token, Token::Kind::Api));
    EXPECT_FALSE(accounts.credentials.is_password(7, "một câu khá dài"));
}

TEST_F(AccountStore, AFileOfAnotherProgramIsRefused) {
    SQLite::Database other{(folder / "other.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    other.exec("PRAGMA user_version = 1");
    EXPECT_THROW(Database{folder / "other.db"}, UserError);
}

TEST_F(AccountStore, WhoGuessesWaits) {
    auto& tries = accounts.tries;
    for (int i = 0; i < Tries::most_of_account; ++i) EXPECT_TRUE(tries.begin("an@snv.vn", "10.0.0.1"));
    EXPECT_FALSE(tries.begin("an@snv.vn", "10.0.0.1"));
    EXPECT_TRUE(tries.begin("an@snv.vn", "10.0.0.2"));  // the person himself, elsewhere
    EXPECT_TRUE(tries.begin("binh@snv.vn", "10.0.0.1"));
    now += Tries::span + 1s;
    EXPECT_TRUE(tries.begin("an@snv.vn", "10.0.0.1"));
}

TEST_F(AccountStore, WhoSucceedsBeginsAnew) {
    auto& tries = accounts.tries;
    for (int i = 0; i < 3 * Tries::most_of_account; ++i) {
        ASSERT_TRUE(tries.begin("an@snv.vn", "10.0.0.1")) << i;
        tries.succeeded("an@snv.vn", "10.0.0.1");
    }
}

TEST_F(AccountStore, OneAddressTriesSoManyAccounts) {
    int allowed = 0;
    for (int i = 0; i < 2 * Tries::most_of_address; ++i)
        allowed += accounts.tries.begin("người " + std::to_string(i), "10.0.0.1") ? 1 : 0;
    EXPECT_EQ(allowed, Tries::most_of_address);
}

TEST(Password, WhatIsGuessedFirstIsRefused) {
    const auto fault = [](const char* password) {
        const auto found = password_fault(password, {"Nguyễn Văn An", "an.nguyen@snv.vn", "an.nguyen"});
        return found ? found->key : std::string{};
    };
    EXPECT_EQ(fault("ngắn"), "web.password.short");
    EXPECT_EQ(fault("aaaaaaaaaaaaaaaa"), "web.password.simple");
    EXPECT_EQ(fault("Password2026"), "web.password.guessed");
    EXPECT_EQ(fault("MậtKhẩu2026"), "web.password.guessed");
    EXPECT_EQ(fault("nguyễn văn an"), "web.password.about");
    EXPECT_EQ(fault("an.nguyen2026"), "web.password.about");
    EXPECT_EQ(fault("ba con mèo ngồi trên mái"), "");
}

}  // namespace
}  // namespace dondoc::web
