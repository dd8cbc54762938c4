// SPDX-License-Identifier: Apache-2.0
// Who leads and who cooperates, wherever the role stands; and that a cell which does not tell says so.
#include <gmock/gmock.h>

#include "sample_register.h"

namespace dondoc::language {
namespace {

std::string joined(const std::vector<Party>& parties) {
    std::string text;
    for (const auto& party : parties) text += (text.empty() ? "" : "; ") + party.name;
    return text;
}

std::string keys(const std::vector<Message>& problems) {
    std::string text;
    for (const auto& problem : problems) text += (text.empty() ? "" : " ") + problem.key;
    return text;
}

struct Roles {
    const char* cell;
    const char* leading;
    const char* cooperating;
};

class RolesOfACell : public testing::TestWithParam<Roles> {};

TEST_P(RolesOfACell, AreReadWithoutDoubt) {
    const auto& [cell, leading, cooperating] = GetParam();
    const auto reading = tests::sample_agencies().read(cell);
    EXPECT_EQ(joined(reading.parties), leading) << cell;
    EXPECT_EQ(joined(reading.cooperating), cooperating) << cell;
    EXPECT_EQ(keys(reading.problems), "") << cell;
}

INSTANTIATE_TEST_SUITE_P(
    BehindABracket, RolesOfACell,
    testing::Values(
        Roles{"Sở Y tế (SYT) phối hợp", "", "Sở Y tế"},
        Roles{"Công an tỉnh chủ trì; Sở Y tế (2), Sở Xây dựng tham gia", "Công an tỉnh",
              "Sở Y tế; Sở Xây dựng"},
        Roles{"Công an tỉnh (cấp tỉnh) chủ trì, Sở Xây dựng (SXD) phối hợp", "Công an tỉnh", "Sở Xây dựng"},
        Roles{"Sở Y tế (phối hợp với Sở Nội vụ (1), Sở Xây dựng), Công an tỉnh", "Sở Y tế; Công an tỉnh",
              "Sở Nội vụ; Sở Xây dựng"},
        Roles{"Phối hợp: Sở Y tế (p/h: Sở Nội vụ); Sở Xây dựng", "", "Sở Y tế; Sở Nội vụ; Sở Xây dựng"}));
INSTANTIATE_TEST_SUITE_P(
    InATitle, RolesOfACell,
    testing::Values(
        Roles{"Cơ quan chủ trì (CT): Công an tỉnh; Cơ quan phối hợp (PH): Sở Y tế", "Công an tỉnh",
              "Sở Y tế"},
        Roles{"Đơn vị tham gia (khi cần): Sở Y tế", "", "Sở Y tế"},
        Roles{"Công an tỉnh chủ trì; phối hợp (PH) cùng Sở Y tế", "Công an tỉnh", "Sở Y tế"},
        Roles{"Đơn vị phối hợp triển khai nhiệm vụ: UBND cấp xã", "", "@UBND cấp xã"},
        Roles{"Công an tỉnh; phối hợp kiểm tra: Sở Y tế", "Công an tỉnh", "Sở Y tế"},
        Roles{"(CT) Công an tỉnh, (PH) Sở Y tế, Sở Xây dựng", "Công an tỉnh", "Sở Y tế; Sở Xây dựng"},
        Roles{"[Chủ trì] Công an tỉnh; [Tham gia] Sở Y tế", "Công an tỉnh", "Sở Y tế"},
        Roles{"Chủ trì – Công an tỉnh\nPhối hợp – Sở Y tế", "Công an tỉnh", "Sở Y tế"},
        Roles{"Công an tỉnh\nPhối hợp\nSở Y tế\nSở Xây dựng", "Công an tỉnh", "Sở Y tế; Sở Xây dựng"},
        Roles{"Công an tỉnh, Phối hợp thực hiện - Sở Y tế", "Công an tỉnh", "Sở Y tế"},
        Roles{"Công an tỉnh. Đơn vị phối hợp, Sở Y tế", "Công an tỉnh", "Sở Y tế"},
        Roles{"Công an tỉnh\nchủ trì, Sở Y tế\nphối hợp", "Công an tỉnh", "Sở Y tế"}));
INSTANTIATE_TEST_SUITE_P(OnceAnotherLeads, RolesOfACell,
                         testing::Values(Roles{"Giao Công an tỉnh chủ trì; giao Sở Y tế phối hợp",
                                               "Công an tỉnh", "Sở Y tế"},
                                         Roles{"Sở Xây dựng - CT; Sở Y tế - PH", "Sở Xây dựng", "Sở Y tế"},
                                         Roles{"Công an tỉnh chủ trì, Sở Y tế phối hợp cùng Sở Xây dựng",
                                               "Công an tỉnh", "Sở Y tế; Sở Xây dựng"},
                                         Roles{"Chủ trì: Công an tỉnh; Sở Y tế phối hợp với Sở Xây dựng",
                                               "Công an tỉnh", "Sở Y tế; Sở Xây dựng"},
                                         Roles{"Sở Y tế (chủ trì, phối hợp với các sở, ban, ngành)",
                                               "Sở Y tế", "@các sở, ban, ngành"}));
INSTANTIATE_TEST_SUITE_P(
    OfTheLastNameOrItem, RolesOfACell,
    testing::Values(Roles{"Chủ trì: Công an tỉnh, Sở Y tế tham gia", "Công an tỉnh", "Sở Y tế"},
                    Roles{"Phối hợp với Sở Y tế, Công an tỉnh chủ trì", "Công an tỉnh", "Sở Y tế"},
                    Roles{"Phối hợp: Sở Y tế, Sở Xây dựng; Công an tỉnh làm đầu mối", "Công an tỉnh",
                          "Sở Y tế; Sở Xây dựng"},
                    Roles{"Phối hợp: Sở Y tế, chủ trì Công an tỉnh", "Công an tỉnh", "Sở Y tế"},
                    Roles{"Công an tỉnh phối hợp với Sở Y tế. Sở Nội vụ phối hợp với Sở Xây dựng",
                          "Công an tỉnh; Sở Nội vụ", "Sở Y tế; Sở Xây dựng"},
                    Roles{"1. Công an tỉnh phối hợp với Sở Y tế 2. Sở Nội vụ chủ trì",
                          "Công an tỉnh; Sở Nội vụ", "Sở Y tế"},
                    Roles{"Công an tỉnh chủ trì, phối hợp Sở Y tế; Sở Nội vụ chủ trì, phối hợp Sở Xây dựng",
                          "Công an tỉnh; Sở Nội vụ", "Sở Y tế; Sở Xây dựng"}));

class DoubtOfRoles : public testing::TestWithParam<const char*> {};

TEST_P(DoubtOfRoles, IsSaid) {
    const auto reading = tests::sample_agencies().read(GetParam());
    EXPECT_THAT(keys(reading.problems), testing::AnyOf("party.unclear_role", "party.not_leading",
                                                       "party.assigner", "party.unclear_role party.assigner"))
        << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    WhoLeads, DoubtOfRoles,
    testing::Values("Sở Y tế chủ trì, Công an tỉnh", "Sở Y tế; chủ trì: Công an tỉnh",
                    "Sở Y tế, Sở Nội vụ (tham gia)", "Sở Y tế, Công an tỉnh phối hợp",
                    "Sở Y tế phối hợp, Công an tỉnh", "Sở Y tế; Sở Nội vụ; Công an tỉnh phối hợp",
                    "Chủ trì/phối hợp: Sở Y tế/Công an tỉnh", "Chủ trì, phối hợp: Sở Y tế",
                    "Chủ trì: Sở Y tế, Sở Nội vụ, Công an tỉnh phối hợp",
                    "Sở Y tế chủ trì, tham gia, Công an tỉnh", "Sở Y tế phối hợp Công an tỉnh chủ trì",
                    "Sở Y tế phối hợp với Sở Nội vụ, Sở Xây dựng phối hợp với Công an tỉnh",
                    "Sở Y tế chủ trì; UBND cấp xã thực hiện", "UBND cấp xã cùng thực hiện"));
INSTANTIATE_TEST_SUITE_P(BothRoles, DoubtOfRoles,
                         testing::Values("Sở Y tế (phối hợp Công an tỉnh); Công an tỉnh (phối hợp Sở Y tế)",
                                         "Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ, Sở Y tế"));
INSTANTIATE_TEST_SUITE_P(CutOff, DoubtOfRoles,
                         testing::Values("Sở Y tế chủ trì, phối hợp cùng", "Sở Y tế; phối hợp:"));
INSTANTIATE_TEST_SUITE_P(WhoAssigns, DoubtOfRoles,
                         testing::Values("UBND tỉnh, phân công Sở Y tế chủ trì", "UBND tỉnh; giao Sở Y tế",
                                         "Sở Y tế, mời Công an tỉnh"));

}  // namespace
}  // namespace dondoc::language
