// SPDX-License-Identifier: Apache-2.0
#include "domain/who_is_told.h"

#include <gtest/gtest.h>

#include <map>

namespace dondoc {
namespace {

const auto day = civil(2025, 6, 23);

Colleague one(std::int64_t id, std::vector<Told> told, bool has_way = true) {
    return {PersonId{id}, std::move(told), has_way, std::nullopt};
}

Colleague away(std::int64_t id, std::vector<Told> told, std::int64_t deputy, local_days from, local_days to) {
    return {PersonId{id}, std::move(told), true, Deputy{PersonId{deputy}, from, to}};
}

TEST(Untold, IsWhatTheAgencyLeadsUnlessSomebodyIsToldOfItAndReached) {
    using enum Told;
    const auto before = day - date::days{1}, after = day + date::days{1};
    struct Case {
        const char* who;
        std::vector<Colleague> colleagues;
        Untold untold;
    };
    for (const auto& [who, colleagues, untold] : std::vector<Case>{
             {"nobody", {}, Untold::Everything},
             {"nobody who is told", {one(1, {}), one(2, {})}, Untold::Everything},
             {"one who does the work", {one(1, {Lead, Cooperating})}, Untold::Nothing},
             {"one of what it leads", {one(1, {Lead})}, Untold::Nothing},
             {"heads", {one(1, {Head}), one(2, {Head})}, Untold::BeforeOverdue},
             {"a head and one who does the work", {one(1, {Head}), one(2, {Lead})}, Untold::Nothing},
             {"one who helps", {one(1, {Cooperating})}, Untold::Led},
             {"a head and one who helps", {one(1, {Cooperating}), one(2, {Head})}, Untold::LedBeforeOverdue},
             {"one who cannot be reached", {one(1, {Lead}, false)}, Untold::Everything},
             {"a head, and one who cannot be reached",
              {one(1, {Lead}, false), one(2, {Head})},
              Untold::BeforeOverdue},
             {"one of two is reached", {one(1, {Lead}, false), one(2, {Lead})}, Untold::Nothing},
             {"away, the deputy is reached", {away(1, {Lead}, 2, day, day), one(2, {})}, Untold::Nothing},
             {"away, the deputy is not",
              {away(1, {Lead}, 2, day, day), one(2, {}, false)},
              Untold::Everything},
             {"not away yet", {away(1, {Lead}, 2, after, after), one(2, {}, false)}, Untold::Nothing},
             {"back again", {away(1, {Lead}, 2, before, before), one(2, {}, false)}, Untold::Nothing},
             {"the deputy is away, too",
              {away(1, {Lead}, 2, before, after), away(2, {}, 3, day, after), one(3, {}, false)},
              Untold::Everything},
             {"each the other's deputy",
              {away(1, {Lead}, 2, day, day), away(2, {}, 1, day, day)},
              Untold::Nothing},
             {"the deputy is not there", {away(1, {Lead}, 9, day, day)}, Untold::Nothing},
         })
        EXPECT_EQ(untold_of(colleagues, day), untold) << who;
}

TEST(Untold, AWayIsAChannelAndOfMailAnAddress) {
    EXPECT_FALSE(has_way({}, true));
    EXPECT_FALSE(has_way({"mail"}, false));
    EXPECT_TRUE(has_way({"mail"}, true));
    EXPECT_TRUE(has_way({"mail", "zalo"}, false));
}

TEST(InPlaceOf, TheLastOfThoseWhoStandInIsToldAndACircleEnds) {
    const std::map<int, int> deputies{{1, 2}, {2, 3}, {4, 5}, {5, 4}, {6, 6}};
    const auto told = [&](int person) {
        return in_place_of({person},
                           [&](PersonId id) -> std::optional<PersonId> {
                               const auto found = deputies.find(static_cast<int>(id.value));
                               return found == deputies.end() ? std::nullopt
                                                              : std::optional{PersonId{found->second}};
                           })
            .value;
    };
    EXPECT_EQ(told(1), 3);
    EXPECT_EQ(told(3), 3);
    EXPECT_EQ(told(4), 5);
    EXPECT_EQ(told(6), 6);
}

}  // namespace
}  // namespace dondoc
