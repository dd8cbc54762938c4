// SPDX-License-Identifier: Apache-2.0
// A cell is read from left to right, step by step: a separator, a role, a remark in brackets, a name, a
// general word, what somebody does. A name of the register stands where its words do and where the name does
// not go on behind them (name_shape.h); what goes on is another agency, which is not registered. Every step
// takes words that it understood or says that it did not: nothing is passed over.
#include "language/agency/agency_cell.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

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
        if (bracket_end_ > 0 && at_ == bracket_end_) {
            parties_.end_bracket();
            bracket_end_ = 0;
        } else if (is_hard_separator(at_) && !is_wrapped_line(at_)) {
            parties_.end_segment();
        }
        at_ = end_of_mark();
        return true;
    }
    if (token().is_number() && !numbers_an_item(at_)) return false;
    if (numbers_an_item(at_)) {
        if (!bracket_end_) parties_.end_segment();
        at_ += 2;
        return true;
    }
    if (!either_ && or_between_parties.match(tokens_, at_)) {
        either_ = true;
        parties_.problem({"party.either", {std::string(words_.text)}});
    }
    const auto joining = joining_at(at_);
    at_ += joining;
    if (joining && at_ == tokens_.size()) parties_.unread(at_ - joining, at_);  // cut off
    return joining > 0;
}

// "Sở Nội vụ", on the next line "chủ trì": a role that is written small goes on with the line before.
bool CellReader::is_wrapped_line(std::size_t at) const {
    const auto next = at + 1;
    return tokens_[at].kind == Token::Kind::Break && next < tokens_.size() && !tokens_[next].upper &&
           read_role_words(tokens_, next);
}

// Arrows, boxes, blanks to be filled in say something that nobody here understands.
std::size_t CellReader::end_of_mark() {
    static const std::unordered_set<std::string_view> known{
        ",", ";", ".", ":", "-", "/", "+", "&", ")", "*", "\"",     "'",      "“",
        "”", "„", "‘", "’", "«", "»", "|", "^", "@", "❖", "\uF076", "\uF0D8", "¹",
        "²", "³", "•", "·", "●", "▪", "■", "◦", "◆", "♦", "\uF0B7", "\uF02D", "\uF0A7"};
    static const std::unordered_set<std::string_view> before_items{"►", "➢"};  // arrows between names
    auto end = at_ + 1;
    if (token().kind == Token::Kind::Break) return end;
    const bool line = token().is('-') || token().is('*'), dots = token().is('.') || token().is('_');
    while ((line || dots) && end < tokens_.size() && tokens_[end].key == token().key) ++end;
    const bool blank = end > at_ + (line ? 2 : 1);
    if (!blank) end = at_ + 1;
    // "Sở Nội vụ..." alone
    if (blank && end == tokens_.size() && token().is('.') && !token().spaced && parties_.is_one_alone())
        return end;
    const bool is_known = known.contains(token().key) || token().is('_') ||
                          (parties_.begins_segment() && before_items.contains(token().key));
    if (blank || !is_known) {
        while (end < tokens_.size() && tokens_[end].kind == Token::Kind::Mark &&
               (tokens_[end].key == token().key || tokens_[end].is('.') || !known.contains(tokens_[end].key)))
            ++end;
        parties_.unread(at_, end);
    } else if (lists_members()) {
        parties_.unread(at_, end_of_segment(at_ + 1));
    }
    return end;
}

// "Các sở, ban, ngành: Sở A, Sở B": the group, or those of it that are named? "Sở A: Sở B": which of them?
bool CellReader::lists_members() const {
    if (parties_.empty() || parties_.end_of_last() > at_) return false;
    const auto next = at_ + 1;
    if (token().is(':'))
        return role_end_ != at_ && next < tokens_.size() && !read_role_words(tokens_, next) &&
               (!tokens_[next].is_word() || names_follow(next));
    const bool directly = parties_.end_of_last() == at_;
    const auto match = next < tokens_.size() ? match_at(next) : std::nullopt;
    return token().is('-') && directly && !parties_.ends_with_one() && match &&
           index_.parties[match->party].kind == Party::Kind::Agency;
}

std::size_t CellReader::end_of_segment(std::size_t at) const {
    constexpr std::size_t most_shown = 40;
    const auto limit = std::min(tokens_.size(), at + most_shown);
    while (at < limit && !is_hard_separator(at)) ++at;
    return at;
}

bool CellReader::numbers_an_item(std::size_t at) const {  // "1. Sở Nội vụ 2. Sở Tài chính", "a) Sở Nội vụ"
    if (at + 1 >= tokens_.size()) return false;
    const auto& next = tokens_[at + 1];
    const bool letter = tokens_[at].is_word() && tokens_[at].key.size() == 1 && next.is(')') && !next.spaced;
    return letter || (tokens_[at].is_number() && (next.is('.') || next.is(')')));
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
    say_assigner(at_);
    at_ = next;
    return true;
}

// "UBND tỉnh, giao Sở Y tế", "Sở Tài chính, mời Sở Nội vụ", "các sở, gồm Sở Nội vụ": the words say what those
// before and those behind them have to do with each other.
void CellReader::say_assigner(std::size_t at) {
    static const Phrases assigning{"giao", "giao cho", "phân công", "yêu cầu", "mời"};
    static const Phrases listing{"gồm", "bao gồm"};
    if (parties_.empty()) {
        assigned_ = assigning.match(tokens_, at) > 0;  // "Giao Sở A; giao Sở B"
        return;
    }
    if (listing.match(tokens_, at) && role_end_ != at) parties_.unread(at, end_of_segment(at));
    if (assigning.match(tokens_, at) && !assigned_ && !parties_.last_has_role() && !drop_assigner())
        parties_.unclear();
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
    const auto words = assigning.match(tokens_, at_);
    const auto next = at_ + words;
    if (!words || next >= tokens_.size() || !(begins_party(next) || people_words(tokens_, next)))
        return false;
    if (!drop_assigner()) return false;
    at_ = next;
    return true;
}

bool CellReader::drop_assigner() {
    static const Phrases superiors{"ubnd", "hđnd", "chính phủ", "thủ tướng", "thường trực", "tỉnh ủy"};
    const auto assigner = parties_.last_name();
    if (!parties_.is_one_alone() || !superiors.match(split_names(assigner).tokens, 0)) return false;
    parties_.problem({"party.assigner", {assigner}});
    parties_.drop_last();
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
    parties_.end_duty();
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
