// SPDX-License-Identifier: Apache-2.0
#include "hub/transport/feed_topic.h"

#include <gtest/gtest.h>

#include <string>

#include "dondoc/v1/event.pb.h"

namespace dondoc::hub {
namespace {

v1::Event digest_of(int items) {
    v1::Event event;
    event.set_id(1'000'000);
    event.set_agency("X.DAITU");
    event.set_number(7);
    event.mutable_time()->set_seconds(1'700'000'000);
    event.set_kind(v1::EventKind::overdue);
    event.set_lineage("after a restore");
    for (int i = 0; i < items; ++i) event.mutable_digest()->add_items()->set_title("Rà soát quy chế");
    return event;
}

TEST(FeedTopic, IsOfTheAgencyAndTheKindWhateverElseTheEventSays) {
    for (const int items : {0, 1, 200})
        EXPECT_EQ(topic_of(digest_of(items).SerializeAsString()), "agency/X.DAITU/overdue");
    auto event = digest_of(3);
    event.mutable_change()->set_task(5);
    EXPECT_EQ(topic_of(event.SerializeAsString()), "agency/X.DAITU/overdue");
    event.clear_kind();
    EXPECT_EQ(topic_of(event.SerializeAsString()), "agency/X.DAITU/unspecified");
}

TEST(FeedTopic, ThereIsNoneOfWhatIsNoEvent) {
    const auto whole = digest_of(2).SerializeAsString();
    EXPECT_EQ(topic_of(whole.substr(0, whole.size() - 1)), std::nullopt);
    EXPECT_EQ(topic_of("\xff\xff\xff\xff\xff\xff"), std::nullopt);
}

}  // namespace
}  // namespace dondoc::hub
