// SPDX-License-Identifier: Apache-2.0
#include "domain/change_kind.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace dondoc {
namespace {

TEST(ChangeKind, IsFoundByItsNameAndNoTwoShareOne) {
    std::set<std::string_view> names;
    for (int place = 0; place < change_kind_count; ++place) {
        const auto kind = static_cast<ChangeKind>(place);
        EXPECT_TRUE(names.insert(name_of(kind)).second) << name_of(kind);
        EXPECT_EQ(change_kind(name_of(kind)), kind);
    }
}

TEST(ChangeKind, OfAnActionHasItsName) {
    for (int place = 0; place < action_count; ++place) {
        const auto action = static_cast<Action>(place);
        EXPECT_EQ(name_of(kind_of(action)), name_of(action));
    }
}

// Databases and clients know them by these names.
TEST(ChangeKind, KeepsItsNames) {
    EXPECT_EQ(name_of(ChangeKind::Amend), "amend");
    EXPECT_EQ(name_of(ChangeKind::TermUndone), "term_undone");
    EXPECT_EQ(name_of(ChangeKind::Press), "press");
    EXPECT_EQ(change_kind("ammend"), std::nullopt);
}

}  // namespace
}  // namespace dondoc
