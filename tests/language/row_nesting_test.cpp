// SPDX-License-Identifier: Apache-2.0
#include "language/rows/row_nesting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dondoc::language {
namespace {

using testing::ElementsAre;
constexpr auto none = std::nullopt;

TEST(RowNesting, ARowIsAPartOfTheContainerWithItsNumberLessTheLastPart) {
    EXPECT_THAT(
        parents_by_number({{"4", "A", true}, {"4.1", "A"}, {"4. 2.", "A"}, {"4.2.1", "A"}, {"5", "A"}}),
        ElementsAre(none, 0U, 0U, none, none));
    EXPECT_THAT(parents_by_number({{"4.", "", true}, {"4.1", "", true}, {"4.1.1", ""}}),
                ElementsAre(none, 0U, 1U));
}

TEST(RowNesting, NothingElseIsGuessed) {
    EXPECT_THAT(parents_by_number({{"4", "A"}, {"4.1", "A"}}), ElementsAre(none, none)) << "a day of its own";
    EXPECT_THAT(parents_by_number({{"4", "A", true}, {"4.1", "B"}}), ElementsAre(none, none));
    EXPECT_THAT(parents_by_number({{"4.1", "A"}, {"4", "A", true}}), ElementsAre(none, none))
        << "not below it";
    EXPECT_THAT(parents_by_number({{"4", "", true}, {"4", "", true}, {"4.1", ""}}),
                ElementsAre(none, none, none))
        << "there are two";
    EXPECT_THAT(parents_by_number({{"IV", "", true}, {"IV.1", ""}, {"", "", true}, {".1", ""}, {"4..1", ""}}),
                ElementsAre(none, none, none, none, none));
}

}  // namespace
}  // namespace dondoc::language
