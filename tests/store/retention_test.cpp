// SPDX-License-Identifier: Apache-2.0
#include "store/retention.h"

#include <gtest/gtest.h>

#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

constexpr sys_seconds day(int n) {
    return sys_seconds{std::chrono::hours{24 * n}};
}

// Inboxes A and B with an event a day.
class Retention : public testing::Test {
  protected:
    static constexpr int days = 10;

    void SetUp() override {
        for (const auto* code : {"A", "B"}) {
            store.agencies.put(Agency{code, code, {}, "province", {}, {}});
            const auto agency = store.agencies.find(code)->id;
            for (int i = 1; i <= days; ++i) {
                store::EventWriter writer{store.inbox, day(i)};
                const auto slot = writer.next(agency);
                writer.append({slot.id, agency, slot.number, "body"}, 2);
                writer.finish();
            }
        }
        a = store.agencies.find("A")->id;
        b = store.agencies.find("B")->id;
    }
    int remove(sys_seconds before, int slice = 100) {
        int removed = 0;
        while (const int some = store.retention.remove(before, slice)) {
            EXPECT_LE(some, slice);
            removed += some;
        }
        return removed;
    }
    int kept(AgencyId agency) {
        int count = 0;
        for (const auto& event : store.inbox.read(agency, {}, 100)) count += event.body.empty() ? 0 : 1;
        return count;
    }

    TemporaryFolder folder;
    store::Store store{folder / "dondoc.db"};
    AgencyId a, b;
};

TEST_F(Retention, WhatIsOldAndAcknowledgedByAllGoesAndItsHeadingStays) {
    store.inbox.acknowledge(a, "pc", InboxSeq{8}, InboxSeq{8}, day(days));
    store.inbox.acknowledge(a, "phone", InboxSeq{6}, InboxSeq{6}, day(days));
    EXPECT_EQ(remove(day(5)), 4);  // older than day 5
    EXPECT_EQ(remove(day(days + 1)), 2);
    EXPECT_EQ(kept(a), 4);
    EXPECT_EQ(kept(b), days) << "nobody has listened to it";
    EXPECT_EQ(store.retention.first_kept(a).value, 7);
    const auto heading = store.inbox.find(EventId{1});
    ASSERT_TRUE(heading);
    EXPECT_EQ(heading->event.number.value, 1);
    EXPECT_EQ(heading->at, day(1));
    EXPECT_EQ(heading->kind, 2);
}

TEST_F(Retention, SlicesComeToTheSame) {
    store.inbox.acknowledge(a, "pc", InboxSeq{days}, InboxSeq{days}, day(days));
    store.inbox.acknowledge(b, "pc", InboxSeq{days}, InboxSeq{days}, day(days));
    EXPECT_EQ(remove(day(days), 2), 2 * (days - 1));
    EXPECT_EQ(kept(a), 1);
    EXPECT_EQ(kept(b), 1);
}

TEST_F(Retention, NewEventsGoOnWithTheirNumbers) {
    store.inbox.acknowledge(a, "pc", InboxSeq{days}, InboxSeq{days}, day(days));
    EXPECT_EQ(remove(day(days + 1)), days);
    store::EventWriter writer{store.inbox, day(days + 1)};
    EXPECT_EQ(writer.next(a).number.value, days + 1);
}

}  // namespace
}  // namespace dondoc::test
