// SPDX-License-Identifier: GPL-3.0-or-later
// From where on a stream is needed: not before the newest snapshot, when that is whole there.
#include "central/old_parts.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "jetstream/subjects.h"

namespace dondoc::test {
namespace {

using Headings = std::vector<jetstream::Heading>;

// As they lie in the stream, from sequence 10 on; events are of no snapshot.
Headings lying(const std::vector<std::string>& ids) {
    Headings headings;
    for (const auto& id : ids) headings.push_back({10 + headings.size(), id});
    return headings;
}

std::string old_part(std::uint64_t number) {
    return jetstream::part_id("19", "old", number);
}

std::string new_part(std::uint64_t number) {
    return jetstream::part_id("19", "new", number);
}

std::optional<std::uint64_t> beginning(std::uint64_t number, const std::vector<std::string>& ids) {
    return central::beginning_of({"new", number}, "19", lying(ids));
}

TEST(OldParts, LieBeforeASnapshotThatIsWhole) {
    EXPECT_EQ(beginning(3, {old_part(1), old_part(2), new_part(1), new_part(2), new_part(3)}), 12);
    EXPECT_EQ(beginning(2, {old_part(1), new_part(1), old_part(3), new_part(2), new_part(3)}), 11);
    EXPECT_EQ(beginning(1, {new_part(1)}), 10);
}

TEST(OldParts, AreNeededWhileAPartOfTheNewOneIsNotThere) {
    EXPECT_EQ(beginning(3, {old_part(1), new_part(1), new_part(2)}), std::nullopt);
    EXPECT_EQ(beginning(3, {old_part(1), new_part(1), new_part(3)}), std::nullopt);
    EXPECT_EQ(beginning(3, {old_part(1), new_part(2), new_part(3)}), std::nullopt);
    EXPECT_EQ(beginning(3, {old_part(1), new_part(1), new_part(3), new_part(3), new_part(4)}), std::nullopt);
    EXPECT_EQ(beginning(3, {old_part(1), old_part(2), old_part(3)}), std::nullopt);
    EXPECT_EQ(beginning(1, {}), std::nullopt);
}

TEST(OldParts, EndWhereAnyPartOfTheNewOneComesFirst) {
    EXPECT_EQ(beginning(3, {old_part(1), new_part(2), old_part(2), new_part(1), new_part(3)}), 11);
    EXPECT_EQ(beginning(2, {new_part(4), old_part(1), new_part(1), new_part(2)}), 10);
}

TEST(OldParts, OfAnotherSiteAreNoneOfOurs) {
    EXPECT_EQ(beginning(1, {jetstream::part_id("1", "9/new", 1), jetstream::part_id("190", "new", 1)}),
              std::nullopt);
    EXPECT_EQ(beginning(1, {jetstream::event_id("19", "l", 1), "", new_part(1)}), 12);
}

}  // namespace
}  // namespace dondoc::test
