// SPDX-License-Identifier: Apache-2.0
// A cell is read from left to right, step by step: a separator, a role, a remark in brackets, a name, a
// general word, what somebody does. A name of the register stands where its words do and where the name does
// not go on behind them (name_shape.h); what goes on is another agency, which is not registered. Every step
// takes words that it understood or says that it did not: nothing is passed over.
#include "language/agency/agency_cell.h"

#include <algorithm>
#include <string>

#include "language/agency/cell_reader.h"
#include "language/agency/name_shape.h"
#include "language/agency/role_words.h"
#include "language/deadline/duty_words.h"

namespace dondoc::language {
namespace {

const Phrases exception_words{"trừ", "ngoại trừ", "không bao gồm", "không gồm", "không kể"};
const Phrases assigning_words{"đề nghị", "giao",    "giao cho", "yêu cầu",  "mời",
                              "gồm",     "bao gồm", "tất cả",   "toàn thể", "phân công"};
const Phrases joining_words{"và", "cùng", "cùng với", "với", "hoặc", "cũng như"};
const Phrase or_between_parties{"hoặc"};
const Phrases short_level{"tp", "tx"};  // "UBND TP. Thái Nguyên"

}  // namespace

std::size_t CellReader::joining_at(std::size_t at) const {
    return joining_words.match(tokens_, at);
}

std::size_t CellReader::exception_at(std::size_t at) const {
    return exception_words.match(tokens_, at);
}

void CellReader::step() {
    if (read_role() || skip_separator() || read_bracket() || skip_assigning()) return;
    if (read_shared() || read_listed_head() || read_name() || read_listed_item()) return;
    if (read_duty()) return;
    read_text();
}

bool CellReader::is_hard_separator(std::size_t at) const {
    const auto& token = tokens_[at];
    if (token.kind == Token::Kind::Break || token.is(';') || token.is('+') || token.is(')')) return true;
    if (token.is('.') && at > 0 && short_level.match(tokens_, at - 1)) return false;
    return token.is('.') &&
           (at + 1 == tokens_.size() || tokens_[at + 1].spaced || tokens_[at + 1].kind != Token::Kind::Word);
}

bool CellReader::skip_separator() {
    if (token().kind == Token::Kind::Break || token().kind == Token::Kind::Mark) {
        if (token().is('(')) return false;
        if (is_hard_separator(at_)) parties_.end_segment();
        if (at_ == bracket_end_) parties_.cooperate_from_here(false);
        ++at_;
        return true;
    }
    if (token().is_number() && !numbers_an_item(at_)) return false;
    if (numbers_an_item(at_)) {
        at_ += 2;
        return true;
    }
    if (!either_ && or_between_parties.match(tokens_, at_) && !parties_.empty() && at_ + 1 < tokens_.size() &&
        (match_at(at_ + 1) || name_head(tokens_, at_ + 1))) {
        either_ = true;
        parties_.problem({"party.either", {std::string(words_.text)}});
    }
    const auto joining = joining_at(at_);
    at_ += joining;
    return joining > 0;
}

bool CellReader::numbers_an_item(std::size_t at) const {  // "1. Sở Nội vụ 2. Sở Tài chính", "a) Sở Nội vụ"
    if (at + 1 >= tokens_.size()) return false;
    const auto& next = tokens_[at + 1];
    const bool letter = tokens_[at].is_word() && tokens_[at].key.size() == 1 && next.is(')') && !next.spaced;
    return letter || (tokens_[at].is_number() && (next.is('.') || next.is(')')));
}

bool CellReader::read_role() {
    const auto role = read_role_words(tokens_, at_);
    if (!role) return false;
    const auto begin = at_;
    at_ += role->words;
    const bool cooperating = role->kind == RoleWords::Kind::Cooperating;
    if (role->governs_next) {
        parties_.cooperate_from_here(cooperating);
    } else {
        if (role->kind == RoleWords::Kind::Other)
            parties_.act_in_clause();
        else
            parties_.cooperate_in_clause(cooperating);
        parties_.cooperate_from_here(false);
        parties_.end_clause();
    }
    if (!cooperating) listed_ = {};
    parties_.note_role(std::string(words_.slice(begin, begin + role->noted)));
    return true;
}

bool CellReader::skip_assigning() {
    auto next = at_;
    const auto several = plural_words(tokens_, next);
    if (several && people_words(tokens_, next + several)) next += several;
    while (const auto words = std::max(assigning_words.match(tokens_, next), people_words(tokens_, next)))
        next += words;
    if (next == at_ || next >= tokens_.size()) return false;
    const auto behind_plural = next + plural_words(tokens_, next);
    const bool names = name_head(tokens_, next) || name_head(tokens_, behind_plural) ||
                       general_words(tokens_, behind_plural) || index_.match(tokens_, next);
    if (!names || index_.match(tokens_, at_)) return false;
    if (several) say_deputies(at_, next);
    at_ = next;
    return true;
}

void CellReader::say_deputies(std::size_t begin, std::size_t name) {
    static const Phrases deputies{"phó chủ tịch", "phó giám đốc", "phó trưởng", "thứ trưởng"};
    if (!name_head(tokens_, name)) return;
    for (auto at = begin; at < name; ++at)
        if (deputies.match(tokens_, at))
            return parties_.problem(
                {"party.deputies",
                 {std::string(words_.slice(begin, end_of_name(tokens_, name, tokens_.size())))}});
}

bool CellReader::read_bracket() {
    if (!token().is('(')) return false;
    auto end = unclosed_ ? tokens_.size() : at_ + 1;
    while (end < tokens_.size() && !tokens_[end].is(')')) ++end;
    if (end == tokens_.size()) {
        unclosed_ = true;  // no later bracket is closed either
        ++at_;
        return true;
    }
    const auto role = read_role_words(tokens_, at_ + 1);
    static const Phrases leading{"chủ trì", "chủ trì thực hiện", "cơ quan chủ trì", "đơn vị chủ trì", "ct"};
    if (const auto lead = leading.match(tokens_, at_ + 1); lead && at_ + 1 + lead == end) parties_.leads();
    if (role && role->kind == RoleWords::Kind::Cooperating && !unclosed_) {
        if (at_ + 1 + role->words == end) {
            parties_.cooperate_in_clause(true);
        } else {  // "(phối hợp: Sở Tài chính)": its names are read as those outside
            bracket_end_ = end;
            ++at_;
            return true;
        }
    }
    const bool excepts = exception_at(at_ + 1) > 0;
    const auto group_begin = parties_.empty() ? at_ : parties_.begin_of_last();
    const bool left_out = excepts && leave_out(at_ + 1, end) == end;
    if (excepts && !left_out)
        parties_.problem({"party.excepted", {std::string(words_.slice(at_ + 1, end))}});
    else if (!excepts)
        report_name_in_brackets(at_ + 1, end);
    parties_.end_clause();
    parties_.note_role(
        std::string(left_out ? words_.slice(group_begin, end + 1) : words_.slice(at_ + 1, end)));
    at_ = end + 1;
    return true;
}

void CellReader::report_name_in_brackets(std::size_t at, std::size_t end) {
    for (auto i = at; i < end; ++i) {
        const auto inside = index_.match(tokens_, i);
        if (inside && index_.parties[inside->party].kind == Party::Kind::Agency)
            return parties_.problem({"party.in_brackets", {index_.parties[inside->party].name}});
        if (is_capital(i) && name_head(tokens_, i))
            return parties_.problem({"party.in_brackets", {std::string(words_.slice(i, end))}});
    }
    if (!parties_.empty() && !is_plain_remark(at, end))
        parties_.problem({"party.other_words", {parties_.last_name(), std::string(words_.slice(at, end))}});
}

// "(đầu mối)", "(cấp tỉnh)", "(phòng CCHC)", "(50%)": it changes nothing of who the name before it is.
bool CellReader::is_plain_remark(std::size_t at, std::size_t end) const {
    static const Phrases own_parts{"phòng", "bộ phận", "chi cục", "văn phòng", "trung tâm"};
    if (at >= end || read_role_words(tokens_, at)) return true;
    // "(cấp tỉnh)"; but "UBND xã Bình Sơn (huyện Phú Bình)" says which of two it is.
    if (const auto level = level_words(tokens_, at)) return !is_capital(at + level);
    if (!is_capital(at) && own_parts.match(tokens_, at)) return true;  // who of the agency does it
    const auto words = std::count_if(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                     tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](const Token& one) { return one.is_word(); });
    const bool has_stroke = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                        tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const Token& one) { return one.is('/') || one.is('-'); });
    if (words == 0) return !has_stroke;
    const bool abbreviates =
        words == 1 && is_capital(at) && words_.slice(at, end).find(' ') == std::string_view::npos;
    return abbreviates;
}

bool CellReader::continues(std::size_t at) const {
    const auto& token = tokens_[at];
    if (!token.is_word() && !token.is_number()) return false;
    if (numbers_an_item(at)) return false;
    if (joining_at(at) || read_role_words(tokens_, at)) return false;
    if (plural_words(tokens_, at)) return false;
    return !index_.match(tokens_, at) && !(is_capital(at) && name_head(tokens_, at));
}

void CellReader::read_words_behind() {
    if (at_ >= tokens_.size() || !tokens_[at_].is_word() || tokens_[at_].upper || !continues(at_)) return;
    if (!skip_given() && !pass_assigner()) take_duty();
}

bool CellReader::skip_given() {
    static const Phrases given{"được giao", "được giao nhiệm vụ", "được phân công", "được chỉ định"};
    const auto words = given.match(tokens_, at_);
    if (!words || !parties_.ends_with_one() || !read_role_words(tokens_, at_ + words)) return false;
    at_ += words;
    return true;
}

bool CellReader::pass_assigner() {
    static const Phrases assigning{"giao", "giao cho", "phân công", "phân công cho"};
    static const Phrases superiors{"ubnd", "hđnd", "chính phủ", "thủ tướng", "thường trực", "tỉnh ủy"};
    const auto words = assigning.match(tokens_, at_);
    const auto next = at_ + words;
    if (!words || next >= tokens_.size() || !(begins_party(next) || people_words(tokens_, next)))
        return false;
    const auto assigner = parties_.last_name();
    if (!parties_.is_one_alone() || !superiors.match(split_names(assigner).tokens, 0)) return false;
    parties_.problem({"party.assigner", {assigner}});
    parties_.drop_last();
    at_ = next;
    return true;
}

bool CellReader::read_duty() {
    if (parties_.empty() || !begins_duty_behind_name(tokens_, at_)) return false;
    const auto general = general_words(tokens_, at_);
    if (general && !begins_duty(tokens_, at_)) return false;
    if (general && at_ + general < tokens_.size() && general > begins_duty(tokens_, at_)) return false;
    take_duty();
    return true;
}

void CellReader::take_duty() {
    const auto end = std::max(end_of_duty(at_), at_ + 1);
    parties_.problem({"party.other_words", {parties_.last_name(), std::string(words_.slice(at_, end))}});
    parties_.cooperate_from_here(false);
    listed_ = {};
    at_ = end;
}

std::size_t CellReader::end_of_duty(std::size_t at) const {
    bool concerns_others = false;
    for (auto i = at; i < tokens_.size(); ++i) {
        if (is_hard_separator(i) || tokens_[i].is('(')) return i;
        if (const auto role = read_role_words(tokens_, i);
            role && role->kind == RoleWords::Kind::Cooperating && i > at)
            return i;
        const bool comma = tokens_[i].is(',');
        const auto next = i + 1;
        if (comma && !concerns_others && next < tokens_.size() && begins_party(next)) return i;
        if (!comma && begins_party(i)) concerns_others = true;
    }
    return tokens_.size();
}

bool CellReader::begins_party(std::size_t at) const {
    return name_head(tokens_, at) || index_.match(tokens_, at) ||
           (plural_words(tokens_, at) && general_words(tokens_, at + plural_words(tokens_, at)));
}

PartyReading read_cell(const AgencyReader::Index& index, std::string_view cell) {
    return CellReader(index, cell).take();
}

}  // namespace dondoc::language
