// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of a real stream.
#include "jetstream/reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "jetstream/subjects.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;

class Readers : public testing::Test {
  protected:
    void SetUp() override {
        const char* server = std::getenv("DONDOC_NATS");
        if (server == nullptr) GTEST_SKIP() << "DONDOC_NATS is not set: run by tests/sites/with_postgres.py";
        settings.servers = {server};
    }

    void fill(jetstream::Connection& servers, int messages) const {
        servers.prepare();
        for (int i = 0; i < messages; ++i)
            jetstream::require(natsConnection_PublishString(servers.handle(), subject.c_str(), "x"), subject);
        jetstream::require(natsConnection_Flush(servers.handle()), subject);
        while (servers.extent().last < static_cast<std::uint64_t>(messages)) {
        }
    }

    const std::string subject = jetstream::subject_of("19", "", jetstream::kind_state);
    jetstream::Settings settings;
};

// The library freed what its reading thread was still at.
TEST_F(Readers, MayGoWhileMessagesCome) {
    jetstream::Connection servers{settings, "central"};
    fill(servers, 20'000);
    for (int i = 0; i < 200; ++i) {
        jetstream::Headings headings{servers, subject};
        for (std::uint64_t sequence = 1; sequence <= 3; ++sequence) {
            const auto heading = headings.next(10s);
            ASSERT_TRUE(heading);
            EXPECT_EQ(heading->sequence, sequence);
        }
    }
}

TEST_F(Readers, PassOverWhatWasTakenAway) {
    jetstream::Connection servers{settings, "central"};
    fill(servers, 5);
    EXPECT_TRUE(servers.remove(2));
    EXPECT_FALSE(servers.remove(2));
    jetstream::Reader reader{servers, subject, 2};
    EXPECT_EQ(reader.next(10s).value().sequence, 3);
}

}  // namespace
}  // namespace dondoc::test
