// SPDX-License-Identifier: Apache-2.0
// The registers of the whole country that are installed: config/agencies/nation.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "sample_register.h"

namespace dondoc::language::nation_register {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string folder = DONDOC_SOURCE_DIR "/config/agencies/nation";
const local_days in_2026 = civil(2026, 2, 3);

const std::map<std::string, Register>& files() {
    static const auto all = [] {
        std::map<std::string, Register> read;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const auto path = entry.path().string();
            read.emplace(entry.path().stem().string(), parse_register(tests::read_file(path), path));
        }
        return read;
    }();
    return all;
}

const Register& nation() {
    static const auto joined = [] {
        std::vector<Register> parts;
        for (const auto& [name, part] : files()) parts.push_back(part);
        return join_registers(std::move(parts));
    }();
    return joined;
}

std::vector<std::string> names(const std::vector<Party>& parties) {
    std::vector<std::string> list;
    for (const auto& party : parties) list.push_back(party.name);
    return list;
}

std::vector<std::string> keys(const PartyReading& reading) {
    std::vector<std::string> list;
    for (const auto& problem : reading.problems) list.push_back(problem.key);
    return list;
}

// Every name, on a day on which its agency exists, is read as that agency and nothing else.
void expect_read_as_themselves(const Register& agencies) {
    const AgencyReader now{agencies, in_2026};
    const AgencyReader before{agencies, civil(2024, 3, 18)};
    for (const auto& agency : agencies.agencies) {
        const auto& reader = agency.valid_to ? before : now;
        auto spellings = agency.aliases;
        spellings.push_back(agency.name);
        for (const auto& name : spellings) {
            const auto reading = reader.read(name);
            EXPECT_THAT(reading.problems, IsEmpty()) << name;
            ASSERT_EQ(reading.parties.size(), 1u) << name;
            EXPECT_EQ(reading.parties[0].code, agency.code) << name;
        }
    }
}

TEST(NationRegister, HasThirtyFourProvincesAndTheirCommunes) {
    std::size_t communes = 0, provinces = 0;
    std::set<std::string> codes;
    for (const auto& [name, part] : files()) {
        provinces += part.province.empty() ? 0 : 1;
        for (const auto& agency : part.agencies) {
            if (agency.level != "commune") continue;
            ++communes;
            EXPECT_TRUE(codes.insert(agency.code).second) << agency.code;
        }
    }
    EXPECT_EQ(provinces, 34u);
    EXPECT_EQ(communes, 3321u);
}

TEST(NationRegister, EachProvincesFileReadsItsOwnNames) {
    for (const auto* file : {"00-trung-uong", "01-ha-noi", "19-thai-nguyen", "46-hue", "82-dong-thap"})
        expect_read_as_themselves(files().at(file));
}

TEST(NationRegister, EveryFileKnowsItsDepartmentsAndGroups) {
    for (const auto& [name, part] : files()) {
        if (part.province.empty()) continue;
        const AgencyReader reader{part, in_2026};
        const auto reading = reader.read(
            "Sở Văn hóa, Thể thao và Du lịch; các Sở: Nội vụ, Y tế; các sở, ban, ngành; UBND cấp xã");
        EXPECT_THAT(reading.problems, IsEmpty()) << name;
        EXPECT_EQ(reading.parties.size(), 5u) << name;
    }
}

TEST(NationRegister, TogetherTheyReadEveryName) {
    expect_read_as_themselves(nation());
}

TEST(NationRegister, ANameThatManyProvincesHaveIsAQuestion) {
    const AgencyReader reader{nation(), in_2026};
    for (const auto* cell :
         {"UBND xã Tân Thành", "Sở Nội vụ", "UBND tỉnh", "Công an tỉnh", "UBND phường Tích Lương"}) {
        const auto reading = reader.read(cell);
        EXPECT_THAT(keys(reading), ElementsAre("party.which_province")) << cell;
        EXPECT_THAT(names(reading.parties), ElementsAre(cell));
        EXPECT_EQ(reading.parties[0].kind, Party::Kind::Unknown);
        EXPECT_THROW(reader.resolve(cell), UserError);
    }
}

TEST(NationRegister, TheIssuersProvinceDecides) {
    for (const auto& [issuer, commune, police] : std::vector<std::array<const char*, 3>>{
             {"UBND tỉnh Thái Nguyên", "UBND xã Tân Thành, tỉnh Thái Nguyên", "Công an tỉnh Thái Nguyên"},
             {"UBND xã Vĩnh Linh, tỉnh Lạng Sơn", "UBND xã Tân Thành, tỉnh Lạng Sơn",
              "Công an tỉnh Lạng Sơn"}}) {
        const auto home = home_province(nation(), issuer);
        const auto reading = AgencyReader{nation(), in_2026, home}.read("UBND xã Tân Thành; Công an tỉnh");
        EXPECT_THAT(reading.problems, IsEmpty()) << issuer;
        EXPECT_THAT(names(reading.parties), ElementsAre(commune, police));
    }
    EXPECT_EQ(home_province(nation(), "Bộ Nội vụ"), "");
}

TEST(NationRegister, AnotherProvincesUnitIsNeverTheIssuersOwn) {
    const AgencyReader home{nation(), in_2026, home_province(nation(), "UBND tỉnh Thái Nguyên")};
    const auto reading = home.read("Sở Nội vụ tỉnh Lạng Sơn; UBND xã Tân Thành tỉnh Lạng Sơn; Sở Nội vụ");
    EXPECT_THAT(names(reading.parties),
                ElementsAre("Sở Nội vụ tỉnh Lạng Sơn", "UBND xã Tân Thành, tỉnh Lạng Sơn",
                            "Sở Nội vụ tỉnh Thái Nguyên"));
    const AgencyReader own{files().at("19-thai-nguyen"), in_2026};
    for (const auto* cell :
         {"Sở Nội vụ tỉnh Lạng Sơn", "UBND xã Tân Thành, tỉnh Lạng Sơn", "UBND xã Hữu Lũng"}) {
        const auto other = own.read(cell);
        EXPECT_FALSE(other.problems.empty()) << cell;
        EXPECT_EQ(other.parties.at(0).kind, Party::Kind::Unknown) << cell;
    }
}

TEST(NationRegister, OldProvincesAndMinistriesHaveTheirEnd) {
    const auto successions =
        parse_register(tests::read_file(DONDOC_SOURCE_DIR "/config/agencies/successions-2025.toml"),
                       "successions-2025.toml");
    auto central = files().at("00-trung-uong");
    std::set<std::string> known;
    for (const auto& agency : central.agencies) known.insert(agency.code);
    for (const auto& succession : successions.successions)
        for (const auto& code : succession.from) EXPECT_TRUE(known.contains(code)) << code;
    central.successions = successions.successions;
    const AgencyReader reader{central, in_2026};
    const auto reading = reader.read("UBND tỉnh Vĩnh Phúc; Bộ Giao thông vận tải");
    EXPECT_THAT(keys(reading), ElementsAre("party.succeeded", "party.succeeded"));
    EXPECT_EQ(reading.problems[0].args.at(2), "UBND tỉnh Phú Thọ");
    EXPECT_EQ(reading.problems[1].args.at(2), "Bộ Xây dựng");
    EXPECT_THAT(AgencyReader(central, civil(2024, 3, 18)).read("Bộ Giao thông vận tải").problems, IsEmpty());
}

TEST(NationRegister, TwoFilesMayNotClaimOneName) {
    Register one, two;
    one.agencies.push_back({"A", "Cục Số một", {}, "central", {}, {}});
    two.agencies.push_back({"B", "Cục Số Một", {}, "central", {}, {}});
    EXPECT_THROW(join_registers({one, two}), UserError);
}

}  // namespace
}  // namespace dondoc::language::nation_register
