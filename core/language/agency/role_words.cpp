// SPDX-License-Identifier: Apache-2.0
#include "language/agency/role_words.h"

#include <algorithm>

#include "language/deadline/duty_words.h"

namespace dondoc::language {
namespace {

const auto cooperating_words = Phrases::of(
    "phối hợp | phối hợp thực hiện | cùng phối hợp | cơ quan phối hợp | cơ quan tham gia | đơn vị tham gia | "
    "đơn vị phối hợp | "
    "cùng phối hợp thực hiện | phối hợp tham mưu | phối hợp triển khai | phối hợp triển khai thực hiện | "
    "phối hợp tổ chức thực hiện | là cơ quan phối hợp | là đơn vị phối hợp | tham gia phối hợp | "
    "p/h | p.h | tham gia | cùng tham gia | cùng thực hiện | có trách nhiệm phối hợp");
const auto cooperating_with = Phrases::of(
    "phối kết hợp | phối kết hợp với | phối kết hợp cùng | phối kết hợp cùng với | "
    "phối hợp với | phối hợp cùng | phối hợp cùng với | phối hợp thực hiện với | phối hợp chặt chẽ với | "
    "phối hợp chặt chẽ cùng | có sự phối hợp của | với sự phối hợp của | sự phối hợp của | "
    "với sự tham gia của | có sự tham gia của | cơ quan phối hợp là | đơn vị phối hợp là");
const auto lead_words = Phrases::of(
    "chủ trì | chủ trì thực hiện | cơ quan chủ trì | đơn vị chủ trì | làm đầu mối | "
    "cơ quan thường trực | đầu mối | chịu trách nhiệm | chịu trách nhiệm chính | là cơ quan chủ trì | "
    "là đơn vị chủ trì | là cơ quan đầu mối | là đơn vị đầu mối | là đầu mối | là cơ quan thường trực | "
    "giữ vai trò chủ trì | đồng chủ trì | cùng chủ trì | chủ trì, làm đầu mối | cơ quan đầu mối | đơn vị đầu "
    "mối");
const auto other_words = Phrases::of(
    "chủ trì theo dõi | theo dõi | thực hiện | tham mưu | tổng hợp | đôn đốc | thẩm định | "
    "theo dõi, đôn đốc | theo dõi, tổng hợp | chủ trì, theo dõi | tham mưu thực hiện | "
    "tổng hợp, báo cáo | tự thực hiện | triển khai thực hiện | tổ chức thực hiện");

bool ends_clause(const std::vector<Token>& tokens, std::size_t at) {
    return at >= tokens.size() || !(tokens[at].is_word() || tokens[at].is_number());
}

// "Sở Y tế - CT"; of "Sở TC - CT" it is another department.
bool is_behind_dash(const std::vector<Token>& tokens, std::size_t at) {
    return at > 1 && tokens[at - 1].is('-') && tokens[at - 2].is_word() && !tokens[at - 2].upper;
}

// "CT: Sở Y tế; PH: Sở Nội vụ", "Sở Nội vụ (PH)"
std::optional<RoleWords> read_short_role(const std::vector<Token>& tokens, std::size_t at) {
    static const Phrases lead{"ct"}, cooperating{"ph"};
    const auto next = at + 1;
    const bool leads = lead.match(tokens, at) > 0;
    if (!leads && !cooperating.match(tokens, at)) return std::nullopt;
    const bool colon = next < tokens.size() && tokens[next].is(':');
    const bool in_brackets = at > 0 && tokens[at - 1].is('(') && next < tokens.size() && tokens[next].is(')');
    const bool behind_dash = is_behind_dash(tokens, at) && ends_clause(tokens, next);
    if (!colon && !in_brackets && !behind_dash) return std::nullopt;
    return RoleWords{leads ? RoleWords::Kind::Lead : RoleWords::Kind::Cooperating, 1, 0, colon};
}

}  // namespace

std::optional<RoleWords> read_role_words(const std::vector<Token>& tokens, std::size_t at) {
    if (const auto with = cooperating_with.match(tokens, at))
        return RoleWords{RoleWords::Kind::Cooperating, with, 0, true};
    if (const auto abbreviated = read_short_role(tokens, at)) return abbreviated;
    const auto lead = lead_words.match(tokens, at);
    const auto other = other_words.match(tokens, at);
    const auto cooperating = cooperating_words.match(tokens, at);
    const auto longest = std::max({lead, other, cooperating});
    if (!longest) return std::nullopt;
    const auto end = at + longest;
    const bool colon = end < tokens.size() && tokens[end].is(':');
    if (other == longest) {
        // "tham mưu UBND tỉnh": to do something for somebody is a duty and no role.
        if (!colon && !ends_clause(tokens, end)) return std::nullopt;
        return RoleWords{RoleWords::Kind::Other, longest, longest, colon};
    }
    if (cooperating == longest) {
        // "phối hợp Sở Tài chính": without "với", but names follow; "phối hợp kiểm tra": what they do
        // together.
        // "Sở A phối hợp và Sở B": what "và" joins is not told.
        const bool governs = colon || !(ends_clause(tokens, end) || and_word.match(tokens, end) ||
                                        begins_duty_behind_name(tokens, end));
        return RoleWords{RoleWords::Kind::Cooperating, longest, 0, governs};
    }
    return RoleWords{RoleWords::Kind::Lead, longest, 0, colon || at == 0};
}

}  // namespace dondoc::language
