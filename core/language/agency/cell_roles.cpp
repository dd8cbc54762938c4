// SPDX-License-Identifier: Apache-2.0
// Roles and brackets of a cell. A role governs the names behind it where it is a title ("Phối hợp:", "Đơn vị
// phối hợp thực hiện:", "(Phối hợp) Sở A"), where "với" or a name follows it, and where nobody stands before
// it; else it speaks of those before it. A bracket is a role, names of those who cooperate, an exception of a
// group, or a remark; what it says beyond a known remark is reported. PartyList knows whom a role reaches.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "language/agency/cell_reader.h"
#include "language/agency/name_shape.h"
#include "language/agency/role_words.h"
#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

using Said = PartyList::Said;

Said said_by(const RoleWords& role) {
    return role.kind == RoleWords::Kind::Lead          ? Said::Lead
           : role.kind == RoleWords::Kind::Cooperating ? Said::Cooperating
                                                       : Said::Other;
}

const Phrases leading_together{"đồng chủ trì", "cùng chủ trì"};
const Phrases together{"cùng thực hiện", "cùng tham gia"};

// The roles that stand one behind the other, "chủ trì, theo dõi".
struct RoleList {
    std::size_t end;  // `at`: none stands there
    bool leads = false, cooperates = false;
};

RoleList roles_at(const std::vector<Token>& tokens, std::size_t at, std::size_t limit) {
    RoleList roles{at};
    for (auto next = at; next < limit;) {
        const auto role = read_role_words(tokens, next);
        if (!role) break;
        roles.end = next + role->words;
        roles.leads = roles.leads || role->kind == RoleWords::Kind::Lead;
        roles.cooperates = roles.cooperates || role->kind == RoleWords::Kind::Cooperating;
        next = roles.end;
        while (next < limit && (tokens[next].is(',') || tokens[next].is('/') || tokens[next].is(';') ||
                                and_word.match(tokens, next)))
            ++next;
    }
    return roles;
}

}  // namespace

std::size_t CellReader::close_of(std::size_t at, std::size_t limit) const {
    const auto end = limit < tokens_.size() - at ? at + limit : tokens_.size();
    std::size_t depth = 0;  // "(phối hợp với Sở A (1), Sở B)"
    for (; at < end; ++at) {
        if (tokens_[at].is('(')) ++depth;
        if (tokens_[at].is(')') && --depth == 0) return at;
    }
    return end;
}

bool CellReader::stands_behind_name(std::size_t at) const {
    return at > 0 && (tokens_[at - 1].is_word() || tokens_[at - 1].is_number() || tokens_[at - 1].is(')')) &&
           role_end_ != at && !joining_at(at - 1);
}

bool CellReader::names_follow(std::size_t at) const {
    return at < tokens_.size() && (begins_party(at) || people_words(tokens_, at) || match_at(at));
}

bool CellReader::read_role() {
    const auto role = read_role_words(tokens_, at_);
    if (!role) return false;
    const auto begin = at_;
    if (role->kind != RoleWords::Kind::Other && read_title(*role)) return true;
    at_ += role->words;
    const auto said = said_by(*role);
    const bool behind_name = stands_behind_name(begin);
    const bool colon = at_ < tokens_.size() && tokens_[at_].is(':');
    const bool begins = parties_.begins_segment();
    const bool nobody = parties_.nobody_to_speak_of() || begins;
    // "Phối hợp; Sở Nội vụ", "..., chủ trì Sở Tài chính": a name follows, and none is before it.
    const bool before_names = said != Said::Other && !role->governs_next &&
                              (nobody || (!behind_name && said == Said::Lead)) &&
                              (begins || names_follow(at_));
    // "Sở A chủ trì:" with what it does behind the colon
    const bool announces = colon && behind_name && !begins && !names_follow(at_ + 1);
    const bool titles = said != Said::Other && begins_title(begin) && names_behind_dash(at_);
    if (said == Said::Cooperating && role->governs_next && !colon) {
        parties_.cooperate_with_next(behind_name);
    } else if ((role->governs_next && !announces) || before_names || titles) {
        parties_.govern(said);
    } else if (nobody && said == Said::Lead && !parties_.empty()) {
        if (parties_.last_cooperates()) parties_.unclear();  // "Sở A tham mưu, chủ trì ..." is one who leads
    } else if (nobody && said == Said::Cooperating) {
        parties_.unclear();  // "Sở A chủ trì, phối hợp, Sở B"
        parties_.govern(said);
    } else {
        parties_.behind(said);
        if (together.match(tokens_, begin)) parties_.together();
        if (leading_together.match(tokens_, begin) && joining_at(at_)) parties_.govern(said);
    }
    if (said != Said::Cooperating) listed_ = {};
    role_end_ = at_;
    parties_.note_role(std::string(words_.slice(begin, begin + role->noted)));
    return true;
}

// "Phối hợp - Sở A": a role of its own line or item, or with a capital behind a comma.
bool CellReader::begins_title(std::size_t at) const {
    return parties_.begins_segment() || (tokens_[at].upper && !stands_behind_name(at)) ||
           (at > 0 && tokens_[at - 1].is(','));
}

bool CellReader::names_behind_dash(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].is('-') && names_follow(at + 1);
}

std::size_t CellReader::end_of_title(std::size_t at) const {
    constexpr std::size_t longest = 10;
    for (auto i = at; i < std::min(tokens_.size(), at + longest); ++i) {
        if (tokens_[i].is(':')) return i;
        if (begins_title(at_) && names_behind_dash(i)) return i;
        if (tokens_[i].is('(')) {
            const auto close = close_of(i, longest);
            const auto next = close + 1;
            if (!(close < tokens_.size() && tokens_[close].is(')'))) return at;
            i = close;
            if (next < tokens_.size() && tokens_[next].is_word() && joining_at(next) == 1) return next;
            // "Phối hợp (PH) - Sở Nội vụ"
            if (next < tokens_.size() && tokens_[next].is('-') && !stands_behind_name(at_)) return next;
            continue;
        }
        const bool inner = tokens_[i].is(',') || tokens_[i].is('/') || tokens_[i].is('-');
        if (!tokens_[i].is_word() && !inner) return at;
        if (tokens_[i].is_word() && !read_role_words(tokens_, i) && begins_party(i)) return at;
    }
    return at;
}

bool CellReader::read_title(const RoleWords& role) {
    const auto begin = at_ + role.words;
    const auto end = end_of_title(begin);
    const bool bracket = begin < tokens_.size() && tokens_[begin].is('(');
    if (end == begin || (stands_behind_name(at_) && !parties_.begins_segment() && !bracket)) return false;
    bool several = false;
    for (auto i = begin; i < end; ++i) {
        if (tokens_[i].is('(')) {
            const auto close = close_of(i);
            const bool short_note = i + 2 == close && !index_.match(tokens_, i + 1);  // "(PH)"
            if (!short_note && i + 1 + level_words(tokens_, i + 1) != close)
                report_name_in_brackets(i + 1, close);
            parties_.note_role(std::string(words_.slice(i + 1, close)));
            i = close;
            continue;
        }
        const auto other = read_role_words(tokens_, i);
        const bool listed =
            i > 0 && (tokens_[i - 1].is(',') || tokens_[i - 1].is('/') || and_word.match(tokens_, i - 1));
        if (other && ((other->kind != role.kind && other->kind != RoleWords::Kind::Other) ||
                      (listed && role.kind == RoleWords::Kind::Cooperating)))
            several = true;
    }
    if (several) parties_.unclear();
    parties_.govern(said_by(role));
    if (role.kind != RoleWords::Kind::Cooperating) listed_ = {};
    role_end_ = at_ = end;
    if (!tokens_[end].is(':')) ++at_;
    return true;
}

bool CellReader::read_bracket() {
    if (!token().is('(')) return false;
    const auto end = unclosed_ ? tokens_.size() : close_of(at_);
    if (end == tokens_.size()) {
        if (!unclosed_) parties_.unread(at_, end_of_segment(at_ + 1));
        unclosed_ = true;  // no later bracket is closed either
        ++at_;
        return true;
    }
    if (read_role_in_brackets(end) || enter_bracket(end)) return true;
    read_remark(end);
    return true;
}

// "(phối hợp: Sở Tài chính)", "(chủ trì, phối hợp các sở, ngành)": its names are read as those outside. So
// are those of a bracket that stands where names are expected: "(Các sở, ban, ngành)".
bool CellReader::enter_bracket(std::size_t end) {
    const auto inside = at_ + 1;
    const auto roles = roles_at(tokens_, inside, end);
    auto with = inside;
    while (with < roles.end) {
        const auto role = read_role_words(tokens_, with);
        if (role && role->kind == RoleWords::Kind::Cooperating) break;
        with += role ? role->words : 1;
    }
    const bool cooperating = with < roles.end && !bracket_end_;
    const bool expected = parties_.empty() || (role_end_ == at_ && parties_.governs());
    if (!cooperating && !(expected && inside < end && names_follow(inside))) return false;
    if (cooperating) {
        if (roles.leads) parties_.leads();
        parties_.begin_bracket();
        bracket_end_ = end;
        at_ = with;
    } else {
        at_ = inside;
    }
    return true;
}

// "Sở Nội vụ (chủ trì)" speaks of the name before it, "(Chủ trì) Sở Nội vụ" of those behind it.
bool CellReader::read_role_in_brackets(std::size_t end) {
    static const Phrases no_leader{"đầu mối", "chịu trách nhiệm"};  // others may lead beside them
    const auto inside = at_ + 1;
    const auto roles = roles_at(tokens_, inside, end);
    if (roles.end == inside || roles.end != end) return false;
    const auto next = end + 1 + (end + 1 < tokens_.size() && tokens_[end + 1].is(':') ? 1 : 0);
    const bool before_names = !stands_behind_name(at_) && names_follow(next);
    if (roles.leads && roles.cooperates) parties_.unclear();
    if (before_names && (roles.leads || roles.cooperates)) {
        parties_.govern(roles.leads ? Said::Lead : Said::Cooperating);
        role_end_ = at_ = next;
        parties_.note_role(std::string(words_.slice(inside, end)));
        return true;
    }
    if (roles.cooperates)
        parties_.behind_in_brackets(Said::Cooperating);
    else if (leading_together.match(tokens_, inside))
        parties_.behind_in_brackets(Said::Lead);
    else if (!roles.leads || inside + no_leader.match(tokens_, inside) == end)
        parties_.behind_in_brackets(Said::Other);
    else
        parties_.leads();
    parties_.note_role(std::string(words_.slice(inside, end)));
    at_ = end + 1;
    return true;
}

void CellReader::read_remark(std::size_t end) {
    const auto inside = at_ + 1;
    const bool excepts = exception_at(inside) > 0;
    const auto group_begin = parties_.empty() ? at_ : parties_.begin_of_last();
    const bool left_out = excepts && leave_out(inside, end) == end;
    if (excepts && !left_out)
        parties_.problem({"party.excepted", {std::string(words_.slice(inside, end))}});
    else if (!excepts)
        report_name_in_brackets(inside, end);
    parties_.note_role(
        std::string(left_out ? words_.slice(group_begin, end + 1) : words_.slice(inside, end)));
    at_ = end + 1;
}

void CellReader::report_name_in_brackets(std::size_t at, std::size_t end) {
    for (auto i = at; i < end; ++i) {
        const auto inside = index_.match(tokens_, i);
        const bool own = i == at && inside && inside->end == end &&
                         index_.parties[inside->party].name == parties_.last_name();  // "Sở Nội vụ (SNV)"
        if (inside && !own && index_.parties[inside->party].kind == Party::Kind::Agency)
            return parties_.problem({"party.in_brackets", {index_.parties[inside->party].name}});
        if (is_capital(i) && name_head(tokens_, i))
            return parties_.problem({"party.in_brackets", {std::string(words_.slice(i, end))}});
    }
    if (at == end) return parties_.unread(at - 1, end + 1);  // a box
    if (!is_plain_remark(at, end)) parties_.unread(at, end);
}

// "(cấp tỉnh)", "(phòng CCHC)", "(50%)", "(SNV)": it changes nothing of who the name before it is.
bool CellReader::is_plain_remark(std::size_t at, std::size_t end) const {
    static const Phrases own_parts{"phòng", "bộ phận", "chi cục", "văn phòng", "trung tâm"};
    static const Phrases of_others{"chi cục thuế", "chi cục thống kê", "chi cục hải quan",
                                   "chi cục thi hành án"};
    static const Phrases of_province{"tỉnh", "cấp tỉnh"};
    static const Phrases conditions{"nếu có", "khi có yêu cầu", "nếu cần", "khi cần"};
    constexpr std::size_t longest_name = 400;  // bytes; a longer one is a whole text
    if (parties_.last_name().size() > longest_name) return false;
    if (conditions.match(tokens_, at) == end - at) return true;
    const auto one_of = [&](auto&& is) {
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(end), is);
    };
    if (!one_of([](const Token& one) { return one.is_word(); }))
        return one_of([](const Token& one) { return one.is_number() || one.is('*'); }) &&
               !one_of([](const Token& one) {
                   return one.kind == Token::Kind::Mark && !one.is('%') && !one.is('*') && !one.is(',') &&
                          !one.is('.');
               });
    // "(cấp tỉnh)"; but "UBND xã Bình Sơn (huyện Phú Bình)" says which of two it is, "UBND cấp xã (xã miền
    // núi)" which of many.
    if (const auto level = level_words(tokens_, at)) {
        const auto name = split_names(parties_.last_name()).tokens;
        bool same = false, other = false;
        for (std::size_t i = 0; i < name.size(); ++i) {
            const auto of_name = level_words(name, i);
            if (!of_name) continue;
            (name[i + of_name - 1].key == tokens_[at + level - 1].key ? same : other) = true;
            i += of_name - 1;
        }
        return at + level == end && (same || (!other && of_province.match(tokens_, at)));
    }
    if (!is_capital(at) && !of_others.match(tokens_, at) &&
        own_parts.match(tokens_, at)) {  // who of the agency does it
        for (auto i = at + 1; i < end; ++i)
            if (level_words(tokens_, i) || tokens_[i].is(',')) return false;
        return true;
    }
    return abbreviates_last(at, end);
}

// "Sở Nội vụ (SNV)", "Công an tỉnh (PC06)"; "Sở Nội vụ (SYT)" is another.
bool CellReader::abbreviates_last(std::size_t at, std::size_t end) const {
    if (!is_capital(at)) return false;
    if (end == at + 2 && tokens_[at + 1].is_number() && !tokens_[at + 1].spaced) return true;
    if (end != at + 1) return false;
    std::u32string initials, letters;
    for (const auto& word : split_names(parties_.last_name()).tokens) {
        const bool abbreviation = word.key == "ubnd" || word.key == "mttq" || word.key == "hđnd";
        const auto before = initials.size();
        for_each_code_point(word.key, [&](char32_t letter, std::string_view) {
            if (initials.size() == before || abbreviation) initials += letter;
        });
    }
    bool numbered = false;
    for_each_code_point(tokens_[at].key, [&](char32_t letter, std::string_view) {
        if (is_letter(letter)) letters += letter;
        numbered = numbered || (letter >= U'0' && letter <= U'9');
    });
    std::size_t found = 0;
    for (const auto initial : initials)
        if (found < letters.size() && letters[found] == initial) ++found;
    return numbered || (letters.size() > 1 && found == letters.size());
}

}  // namespace dondoc::language
