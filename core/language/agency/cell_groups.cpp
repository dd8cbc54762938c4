// SPDX-License-Identifier: Apache-2.0
// Those who are named together: groups of the register, and texts that say of whom without saying who.
#include <algorithm>
#include <optional>
#include <string>

#include "language/agency/cell_reader.h"
#include "language/agency/name_shape.h"
#include "language/agency/role_words.h"
#include "language/deadline/duty_words.h"

namespace dondoc::language {
namespace {

const Phrases concerned{"liên quan", "có liên quan"};
const Phrases of_everybody{"người dân", "doanh nghiệp", "công dân", "nhân dân", "cá nhân"};  // each by itself

}  // namespace

std::size_t CellReader::leave_out(std::size_t at, std::size_t limit) {
    const auto* all = parties_.members_of_last();
    if (!all) return at;
    auto members = *all;
    const auto heads = heads_;
    auto end = at;
    for (auto next = at + exception_at(at); next < limit;) {
        const auto filler = std::max(joining_at(next), plural_words(tokens_, next));
        const auto match = match_at(next);
        const auto member = match ? std::find(members.begin(), members.end(), match->party) : members.end();
        if (member != members.end()) {
            members.erase(member);
            heads_ = match->heads;
            end = next = end_of_tail(*match);
        } else if (filler || tokens_[next].is(',') || tokens_[next].is(':') ||
                   (tokens_[next].is(';') && limit < tokens_.size())) {
            next += std::max<std::size_t>(1, filler);
        } else {
            break;
        }
    }
    heads_ = heads;
    if (end == at || (limit < tokens_.size() && end != limit) || members.empty()) return at;
    parties_.replace_last(members);
    return end;
}

bool CellReader::read_group(const Match& match) {
    const auto begin = at_;
    const auto& party = index_.parties[match.party];
    const auto end = end_of_tail(match);
    if (party.kind == Party::Kind::Group && read_group_without(party, begin, end)) return true;
    if (const auto general = end_of_general(begin); general > end) {
        read_general(begin, general);
        return true;
    }
    if (end < tokens_.size() && continues(end) && !begins_duty(tokens_, end) &&
        party.kind == Party::Kind::Group) {
        // "UBND huyện Chợ Mới" is one that is not registered, not all of them.
        if (tokens_[end].upper) {
            if (!name_head(tokens_, begin) && read_listed_item()) return true;
            const bool shaped = name_head(tokens_, begin) > 0;
            const auto last = shaped ? end_of_name(tokens_, begin, tokens_.size()) : end_of_text(end);
            return read_unregistered(begin, std::max(last, end + 1));
        }
        read_qualified_group(begin, match.end);
        return true;
    }
    heads_ = match.heads;
    listed_ = {};
    parties_.add(party, begin, end);
    at_ = end;
    read_words_behind();
    return true;
}

std::size_t CellReader::end_of_general(std::size_t begin) const {
    const auto list = begin + plural_words(tokens_, begin);
    const auto end = list + general_words(tokens_, list);
    const auto narrowed = concerned.match(tokens_, end);
    return end > list && narrowed ? end + narrowed : begin;
}

void CellReader::read_general(std::size_t begin, std::size_t end) {
    parties_.add_vague(std::string(words_.slice(begin, end)), begin, end);
    heads_.clear();
    listed_ = {};
    at_ = end;
    read_words_behind();
}

bool CellReader::read_group_without(const Party& group, std::size_t begin, std::size_t end) {
    const auto exception = end + (end < tokens_.size() && tokens_[end].is(',') ? 1 : 0);
    if (!exception_at(exception)) return false;
    parties_.add(group, begin, end);
    const auto last = leave_out(exception, tokens_.size());
    if (last == exception) {
        parties_.drop_last();
        return false;
    }
    parties_.note_role(std::string(words_.slice(begin, last)));
    // Without brackets nobody can say where an exception ends: "trừ Sở Y tế, Công an tỉnh".
    const bool ends = last == tokens_.size() || last + 1 == tokens_.size() ||
                      tokens_[last].kind == Token::Kind::Break || tokens_[last].is('.');
    const bool marked = last < tokens_.size() && (tokens_[last].is(',') || tokens_[last].is(';'));
    const auto next = marked ? match_at(last + 1) : std::nullopt;
    const bool another_group = next && index_.parties[next->party].kind != Party::Kind::Agency;
    const auto role = ends ? std::nullopt : read_role_words(tokens_, last);
    const auto first = index_.match(tokens_, exception + exception_at(exception));
    const bool one_alone = !first || first->end == last;
    if (!ends && !another_group && !(role && !role->governs_next && one_alone))
        parties_.unread(exception, end_of_segment(last));
    at_ = last;
    return true;
}

void CellReader::read_qualified_group(std::size_t begin, std::size_t group_end) {
    const auto end = end_of_text(group_end);
    parties_.narrow_groups(words_.slice(group_end, end));
    parties_.add_vague(std::string(words_.slice(begin, end)), begin, end);
    at_ = end;
}

void CellReader::read_text() {
    const auto begin = at_;
    if (const auto narrowed = end_of_general(begin); narrowed > begin) {
        read_general(begin, narrowed);
        return;
    }
    const bool plural = plural_words(tokens_, begin) > 0;
    const auto general = general_words(tokens_, begin + plural_words(tokens_, begin));
    const auto end = std::max(end_of_text(begin), begin + 1);
    std::string text{words_.slice(begin, end)};
    const bool one_word = end == begin + 1 && token().upper;  // "Sở": nobody can say which
    if (plural || (general && !one_word) || ends_concerned(end))
        parties_.add_vague(std::move(text), begin, end);
    else
        parties_.add_unknown(std::move(text), begin, end, nullptr);
    heads_.clear();
    listed_ = {};
    at_ = end;
}

bool CellReader::ends_concerned(std::size_t end) const {
    return end >= 2 && concerned.match(tokens_, end - 2) == 2;
}

std::size_t CellReader::end_of_text(std::size_t begin) const {
    const auto plural = plural_words(tokens_, begin);
    const auto list = begin + plural;
    const auto general = general_words(tokens_, list);
    const bool each_alone = !plural && general && of_everybody.match(tokens_, list);
    for (auto at = each_alone ? begin : std::max(list + general, begin); at < tokens_.size(); ++at) {
        if (is_hard_separator(at) || tokens_[at].is('(')) return at;
        if (read_role_words(tokens_, at)) return at;
        const bool comma = tokens_[at].is(',');
        const auto joined = and_word.match(tokens_, at);
        if (!comma && !joined) continue;
        const auto next = at + 1;
        if (next >= tokens_.size()) return at;
        if (plural_words(tokens_, next) || name_head(tokens_, next)) return at;
        const auto name = index_.match(tokens_, next);
        // "các ngành, địa phương được giao ...": a general word goes on with the group.
        if (name && !(plural && index_.parties[name->party].kind == Party::Kind::Vague)) return at;
        if (tokens_[next].upper || each_alone) return at;
        if (read_role_words(tokens_, next)) return at;
    }
    return tokens_.size();
}

}  // namespace dondoc::language
