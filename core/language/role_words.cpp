#include "language/role_words.h"

#include <algorithm>

namespace dondoc::language {
namespace {

const Phrases cooperating_words{"phối hợp", "phối hợp thực hiện", "cùng phối hợp", "cơ quan phối hợp",
                                "đơn vị phối hợp"};
const Phrases cooperating_with{"phối hợp với", "phối hợp cùng", "phối hợp cùng với",
                               "phối hợp thực hiện với"};
const Phrases lead_words{"chủ trì",          "chủ trì thực hiện",     "cơ quan chủ trì",     "đơn vị chủ trì",
                         "chủ trì tham mưu", "làm đầu mối",           "cơ quan thường trực", "đầu mối",
                         "chịu trách nhiệm", "chịu trách nhiệm chính"};
const Phrases other_words{"chủ trì theo dõi",   "theo dõi",
                          "thực hiện",          "tham mưu",
                          "tổng hợp",           "đôn đốc",
                          "thẩm định",          "theo dõi, đôn đốc",
                          "theo dõi, tổng hợp", "chủ trì, theo dõi",
                          "tham mưu thực hiện", "tổng hợp, báo cáo",
                          "tự thực hiện",       "triển khai thực hiện"};

bool ends_clause(const std::vector<Token>& tokens, std::size_t at) {
    return at >= tokens.size() || !(tokens[at].is_word() || tokens[at].is_number());
}

}  // namespace

std::optional<Role> read_role_words(const std::vector<Token>& tokens, std::size_t at) {
    if (const auto with = cooperating_with.match(tokens, at))
        return Role{Role::Kind::Cooperating, with, 0, true};
    const auto lead = lead_words.match(tokens, at);
    const auto other = other_words.match(tokens, at);
    const auto cooperating = cooperating_words.match(tokens, at);
    const auto longest = std::max({lead, other, cooperating});
    if (!longest) return std::nullopt;
    const auto end = at + longest;
    const bool colon = end < tokens.size() && tokens[end].is(':');
    if (other == longest) return Role{Role::Kind::Other, longest, longest, colon};
    if (cooperating == longest) {
        // "phối hợp Sở Tài chính": without "với", but names follow.
        const bool governs = colon || !ends_clause(tokens, end);
        return Role{Role::Kind::Cooperating, longest, 0, governs};
    }
    return Role{Role::Kind::Lead, longest, 0, colon || at == 0};
}

}  // namespace dondoc::language
