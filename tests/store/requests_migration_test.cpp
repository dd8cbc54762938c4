// SPDX-License-Identifier: Apache-2.0
// A file from before requests were kept as digests.
#include <gtest/gtest.h>

#include "store/old_file.h"
#include "store/request_digest.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

TEST(RequestsMigration, WhatWasCarriedOutIsKnownByItsDigestAndAnsweredAsThen) {
    const TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    {
        auto raw = make_file_of_version(file, 12);
        raw.exec(
            "INSERT INTO request VALUES ('key', 'r1', 100, x'0a0b00', x'0c'), ('key', 'r2', 200, x'', "
            "x'0d')");
        raw.exec("PRAGMA application_id = " + std::to_string(store::application_id));
    }
    store::Store store(file);
    const auto first = store.requests.find("key", "r1");
    ASSERT_TRUE(first);
    EXPECT_EQ(first->digest, store::request_digest(std::string{"\x0a\x0b\0", 3}));
    EXPECT_EQ(first->reply, "\x0c");
    const auto second = store.requests.find("key", "r2");
    ASSERT_TRUE(second);
    EXPECT_EQ(second->digest, store::request_digest(""));
    store.requests.forget_before(sys_seconds{std::chrono::seconds{150}});
    EXPECT_FALSE(store.requests.find("key", "r1"));
    EXPECT_TRUE(store.requests.find("key", "r2"));
}

}  // namespace
}  // namespace dondoc::test
