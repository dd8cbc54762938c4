// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing to servers that confirm nothing.
#include "jetstream/publisher.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace dondoc::test {
namespace {

// A bridge that told a snapshot to servers that did not answer once held all of its window: 4096 parts.
TEST(Publisher, HasOnlySoManyBytesUnderWay) {
    const char* server = std::getenv("DONDOC_NATS");
    if (server == nullptr) GTEST_SKIP() << "DONDOC_NATS is not set: run by tests/sites/with_postgres.py";
    jetstream::Settings settings;
    settings.servers = {server};
    jetstream::Connection servers{settings, "bridge"};
    jetstream::Publisher publisher{servers, 4096};
    const std::string part(200'000, 'x');
    int under_way = 0;
    const auto publish = [&] {
        return publisher.publish({"of.no.stream", std::to_string(under_way), part, {}}, [] { return true; });
    };
    while (under_way < 1000 && publish() != 0) ++under_way;
    EXPECT_EQ(under_way, 320);  // of 64 MB
}

}  // namespace
}  // namespace dondoc::test
