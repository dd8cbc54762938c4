// SPDX-License-Identifier: Apache-2.0
// Cells of agencies as offices write them, made from a grammar together with what they mean. A cell that is
// read otherwise must say so; most must be read right. A word that belongs to nothing is never passed over.
#include <gmock/gmock.h>

#include <algorithm>
#include <iostream>
#include <random>

#include "sample_register.h"
#include "support/fewer.h"

namespace dondoc::language::agency_grammar {
namespace {

using Names = std::vector<std::string>;

struct Piece {
    std::string text;
    Names names;  // those that the reading gives
};

struct Cell {
    std::string text;
    Names lead, cooperating;
};

Piece named(const char* name) {
    return {name, {name}};
}

const std::vector<Piece> registered{
    named("Sở Nội vụ"),
    named("Sở Tài chính"),
    named("Sở Văn hóa, Thể thao và Du lịch"),
    named("Sở Nông nghiệp và Phát triển nông thôn"),
    named("Văn phòng UBND tỉnh"),
    named("Công an tỉnh"),
    named("Thanh tra tỉnh"),
    named("Ban Quản lý dự án đầu tư xây dựng tỉnh"),
    named("Ban Quản lý các khu công nghiệp tỉnh"),
    named("Tỉnh đoàn"),
    named("Hội Liên hiệp Phụ nữ tỉnh"),
    named("UBND xã La Bằng"),
    named("UBND phường Ba Hàng"),
    {"Sở KH&ĐT", {"Sở Kế hoạch và Đầu tư"}},
    {"Giám đốc Sở Y tế", {"Sở Y tế"}},
    {"Chủ tịch UBND xã Kha Sơn", {"UBND xã Kha Sơn"}},
    {"Ủy ban nhân dân tỉnh", {"UBND tỉnh"}},
    {"Sở Tư pháp tỉnh Thái Nguyên", {"Sở Tư pháp"}},
    {"Đồng chí Giám đốc Sở Xây dựng", {"Sở Xây dựng"}},
};

// In no register: read as they are written.
const std::vector<Piece> unregistered{
    named("Bộ Văn hóa, Thể thao và Du lịch"),
    named("Bộ Dân tộc và Tôn giáo"),
    named("Ủy ban Kinh tế, Ngân sách và Đối ngoại của Quốc hội"),
    named("Phòng Kinh tế, Hạ tầng và Đô thị phường Vạn Xuân"),
    named("Trung tâm Văn hóa, Thông tin và Thể thao xã Võ Nhai"),
    named("Chi cục Trồng trọt, Chăn nuôi và Thủy lợi"),
    named("Ban Chỉ đạo phòng, chống tội phạm tỉnh"),
    named("Văn phòng HĐND và UBND xã Trại Cau"),
    named("Trạm Y tế phường Bách Quang"),
    named("Công ty Cổ phần Môi trường Sông Công"),
    named("Ban Quản lý dự án đầu tư xây dựng khu vực 3"),
    named("Kho bạc Nhà nước khu vực IX"),
    named("Sở Công Thương tỉnh Lạng Sơn"),
    named("Công an tỉnh Cao Bằng"),
    named("Bệnh viện đa khoa khu vực Đại Từ"),
    named("Đài Phát thanh và Truyền hình Lạng Sơn"),
    named("UBND xã Tân Cương, tỉnh Bắc Ninh"),
    named("Trường Cao đẳng Y tế Lạng Sơn"),
    named("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh Bắc Ninh"),
    named("Phòng Nông nghiệp, Địa chính và Xây dựng xã Nghinh Tường"),
    {"Trưởng Phòng Văn hóa - Xã hội xã Phú Lạc", {"Phòng Văn hóa - Xã hội xã Phú Lạc"}},
};

const std::vector<Piece> groups{
    {"Các sở, ban, ngành", {"@các sở, ban, ngành"}},
    {"thủ trưởng các sở, ngành", {"@các sở, ban, ngành"}},
    {"UBND cấp xã", {"@UBND cấp xã"}},
    {"UBND các xã, phường, đặc khu", {"@UBND cấp xã"}},
    {"Chủ tịch UBND các xã, phường", {"@UBND cấp xã"}},
    {"UBND các huyện, thành phố", {"@UBND cấp huyện"}},
    {"bộ, ngành liên quan", {"@bộ, ngành liên quan"}},
    {"các bộ, ngành, địa phương có liên quan", {"@các bộ, ngành, địa phương có liên quan"}},
    {"các sở, ngành, địa phương liên quan", {"@các sở, ngành, địa phương liên quan"}},
    {"các đơn vị có liên quan", {"@các đơn vị liên quan"}},
    {"các tổ chức, cá nhân liên quan", {"@các tổ chức, cá nhân liên quan"}},
};

// Lists that leave out what their names share.
const std::vector<Piece> lists{
    {"các Sở: Nội vụ, Y tế, Văn hóa, Thể thao và Du lịch",
     {"Sở Nội vụ", "Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch"}},
    {"các Bộ: Tài chính, Nông nghiệp và Môi trường, Công an",
     {"Bộ Tài chính", "Bộ Nông nghiệp và Môi trường", "Bộ Công an"}},
    {"UBND các xã: La Bằng, Đức Lương", {"UBND xã La Bằng", "UBND xã Đức Lương"}},
    {"UBND các xã, phường: La Bằng, Ba Hàng", {"UBND xã La Bằng", "UBND phường Ba Hàng"}},
    {"UBND các xã: Vô Tranh, Đức Lương và La Bằng",
     {"UBND xã Vô Tranh", "UBND xã Đức Lương", "UBND xã La Bằng"}},
    {"UBND các tỉnh: Bắc Ninh, Cao Bằng", {"UBND tỉnh Bắc Ninh", "UBND tỉnh Cao Bằng"}},
    {"UBND các tỉnh, thành phố: Lạng Sơn, Hải Phòng", {"UBND tỉnh Lạng Sơn", "UBND thành phố Hải Phòng"}},
    {"Công an các phường: Linh Sơn, Đồng Quang", {"Công an phường Linh Sơn", "Công an phường Đồng Quang"}},
    {"Bí thư Đảng ủy, Chủ tịch UBND xã La Bằng", {"Đảng ủy xã La Bằng", "UBND xã La Bằng"}},
    {"UBND các phường Ba Hàng, Gia Sàng", {"UBND phường Ba Hàng", "UBND phường Gia Sàng"}},
    {"HĐND và UBND xã La Bằng", {"HĐND xã La Bằng", "UBND xã La Bằng"}},
    {"UBND, Công an phường Linh Sơn", {"UBND phường Linh Sơn", "Công an phường Linh Sơn"}},
    {"Đảng ủy và UBND các xã, phường", {"@đảng ủy các xã, phường", "@UBND cấp xã"}},
    {"Bộ Y tế Bộ Xây dựng", {"Bộ Y tế", "Bộ Xây dựng"}},
};

const std::vector<std::string> duties{
    "kiểm tra, đôn đốc",
    "khẩn trương rà soát, báo cáo UBND tỉnh",
    "sớm hoàn thiện hồ sơ",
    "tham mưu UBND tỉnh",
    "đôn đốc các sở, ngành, UBND cấp xã",
    "theo dõi, nhắc nhở",
    "bàn giao mặt bằng, giải ngân",
    "tổng hợp kết quả của Sở Tài chính",
};

class Grammar {
  public:
    explicit Grammar(unsigned seed) : random_(seed) {}

    Cell cell() {
        switch (below(10)) {
            case 0:
                return roles(", phối hợp với ", "chủ trì", "");
            case 1:
                return roles("; ", "chủ trì", " phối hợp thực hiện");
            case 2:
                return roles(" phối hợp ", "", "");
            case 3:
                return roles("; cơ quan phối hợp: ", "", "");
            case 4:
                return with_duty();
            case 5:
                return assigned();
            default:
                return list();
        }
    }

    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
    }

  private:
    const Piece& one(const std::vector<Piece>& of) { return of[below(of.size())]; }
    const Piece& agency() { return below(3) ? one(registered) : one(unregistered); }

    static void add(Names& to, const Names& more) {
        for (const auto& name : more)
            if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
    }

    // Agencies first, those that are named together last, as offices write.
    Piece several() {
        static const std::vector<std::string> separators{"; ", ", ", " và ", "\n", "; "};
        std::vector<const Piece*> parts;
        const auto agencies = 1 + below(3);
        for (std::size_t i = 0; i < agencies; ++i) parts.push_back(&agency());
        if (!below(3)) parts.push_back(&one(lists));
        if (!below(2)) parts.push_back(&one(groups));
        Piece joined;
        for (const auto* part : parts) {
            joined.text += (joined.text.empty() ? "" : separators[below(separators.size())]) + part->text;
            add(joined.names, part->names);
        }
        return joined;
    }

    Cell list() {
        const auto all = several();
        static const std::vector<std::string> openings{"", "", "- ", "Giao ", "Chủ trì: "};
        return {openings[below(openings.size())] + all.text, all.names, {}};
    }

    Cell roles(const std::string& between, const std::string& lead_role, const std::string& end) {
        const auto& lead = agency();
        const auto others = several();
        Cell cell{lead.text + (lead_role.empty() ? "" : " " + lead_role) + between + others.text + end,
                  lead.names,
                  {}};
        for (const auto& name : others.names)
            if (name != lead.names.front()) cell.cooperating.push_back(name);
        return cell;
    }

    Cell assigned() {
        static const std::vector<std::string> givers{"", "Giao ", "Giao cho ", "UBND tỉnh giao "};
        static const std::vector<std::string> roles{
            " chủ trì", " được giao chủ trì", " được phân công làm đầu mối", " được giao chủ trì thực hiện"};
        const auto& lead = agency();
        return {givers[below(givers.size())] + lead.text + roles[below(roles.size())], lead.names, {}};
    }

    Cell with_duty() {
        const auto& first = agency();
        Cell cell{first.text + " " + duties[below(duties.size())], first.names, {}};
        if (below(2)) {
            const auto& second = one(groups);
            cell.text += "; " + second.text + " thực hiện";
            add(cell.lead, second.names);
        }
        return cell;
    }

    std::mt19937 random_;
};

Names sorted(const std::vector<Party>& parties) {
    Names list;
    for (const auto& party : parties) list.push_back(party.name);
    std::sort(list.begin(), list.end());
    return list;
}

bool is_right(const Cell& cell, const PartyReading& reading) {
    auto lead = cell.lead;
    auto cooperating = cell.cooperating;
    std::sort(lead.begin(), lead.end());
    std::sort(cooperating.begin(), cooperating.end());
    return sorted(reading.parties) == lead && sorted(reading.cooperating) == cooperating;
}

const AgencyReader& agencies_of_2024() {
    static const AgencyReader reader{
        parse_register(tests::read_file(DONDOC_SOURCE_DIR "/config/agencies/sample.toml"), "sample.toml"),
        civil(2024, 3, 18)};
    return reader;
}

TEST(AgencyGrammar, ACellIsReadRightOrSaysThatItIsNot) {
    constexpr int cells = test::fewer(4000);
    constexpr double least_right = 0.97;
    Grammar grammar(20250701);
    int right = 0;
    int shown = 0;
    for (int i = 0; i < cells; ++i) {
        const auto cell = grammar.cell();
        const auto reading = agencies_of_2024().read(cell.text);
        if (is_right(cell, reading)) {
            ++right;
            continue;
        }
        EXPECT_FALSE(reading.problems.empty()) << "silently wrong: " << cell.text;
        if (++shown <= 12) std::cout << "  not read: " << cell.text << "\n";
    }
    std::cout << "  right " << right << " of " << cells << "\n";
    EXPECT_GE(right, least_right * cells);
}

TEST(AgencyGrammar, AForeignWordAnywhereIsSaid) {
    constexpr int cells = test::fewer(1000);
    Grammar grammar(7);
    for (int i = 0; i < cells; ++i) {
        auto cell = grammar.cell();
        std::vector<std::size_t> spaces{0, cell.text.size()};
        for (std::size_t at = 0; at < cell.text.size(); ++at)
            if (cell.text[at] == ' ') spaces.push_back(at);
        const auto at = spaces[grammar.below(spaces.size())];
        cell.text.insert(at, at == 0 ? "xoèn " : " xoèn");
        EXPECT_FALSE(agencies_of_2024().read(cell.text).problems.empty()) << cell.text;
    }
}

}  // namespace
}  // namespace dondoc::language::agency_grammar
