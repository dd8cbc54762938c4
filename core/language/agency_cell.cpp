#include "language/agency_cell.h"

#include <algorithm>

#include "language/party_list.h"
#include "language/role_words.h"

namespace dondoc::language {
namespace {

const Phrases exception_words{"trừ", "ngoại trừ", "không bao gồm", "không gồm", "không kể"};
const Phrases plural_words{"các", "những", "mọi", "một số", "toàn bộ", "toàn thể", "từng", "mỗi", "tất cả"};
const Phrases generic_words{"cơ quan",  "đơn vị",       "địa phương", "tổ chức",  "cá nhân",    "người dân",
                            "công dân", "doanh nghiệp", "nhân dân",   "đoàn thể", "thành viên", "chủ đầu tư"};
const Phrases generic_where_small{"ngành", "sở", "ban", "phòng", "bộ phận", "cấp"};  // "Sở X" is a name
const Phrases person_words{"giám đốc",
                           "thủ trưởng",
                           "chủ tịch",
                           "chánh",
                           "lãnh đạo",
                           "đồng chí",
                           "trưởng",
                           "cục trưởng",
                           "chi cục trưởng",
                           "tổng biên tập",
                           "chỉ huy trưởng",
                           "hiệu trưởng",
                           "người đứng đầu",
                           "đề nghị",
                           "giao",
                           "yêu cầu",
                           "mời",
                           "gồm",
                           "bao gồm",
                           "tất cả",
                           "toàn thể",
                           "đ/c"};
const Phrases joining_words{"và", "cùng", "cùng với", "với", "hoặc", "cũng như"};
const Phrase and_word{"và"};
const Phrase or_word{"hoặc"};
const Phrases of_the_province{"tỉnh",      "của tỉnh",          "thuộc tỉnh",
                              "cấp tỉnh",  "trên địa bàn tỉnh", "trong tỉnh",
                              "toàn tỉnh", "thuộc ubnd tỉnh",   "trên địa bàn"};
const Phrases other_level{"huyện", "xã", "phường", "thị trấn", "thị xã", "thành phố", "quận", "cấp"};
const Phrases concerned{"liên quan", "có liên quan"};
const Phrases short_level{"tp", "tx"};  // "UBND TP. Thái Nguyên"

class CellReader {
  public:
    CellReader(const AgencyReader::Index& index, std::string_view cell)
        : index_(index), words_(split_names(cell)), tokens_(words_.tokens), parties_(index, words_) {}

    PartyReading take() {
        while (at_ < tokens_.size()) step();
        return parties_.take();
    }

  private:
    void step() {
        if (skip_separator() || read_role() || read_bracket()) return;
        if (read_name()) return;
        read_text();
    }

    const Token& token() const { return tokens_[at_]; }

    bool is_hard_separator(std::size_t at) const {
        const auto& token = tokens_[at];
        if (token.kind == Token::Kind::Break || token.is(';') || token.is('+') || token.is(')')) return true;
        if (token.is('.') && at > 0 && short_level.match(tokens_, at - 1)) return false;
        return token.is('.') && (at + 1 == tokens_.size() || tokens_[at + 1].spaced ||
                                 tokens_[at + 1].kind != Token::Kind::Word);
    }

    bool skip_separator() {
        if (token().kind == Token::Kind::Break || token().kind == Token::Kind::Mark) {
            if (token().is('(')) return false;
            ++at_;
            return true;
        }
        if (token().is_number()) {
            if (!numbers_an_item(at_)) return false;
            at_ += 2;
            return true;
        }
        if (!either_ && or_word.match(tokens_, at_) && !parties_.empty() && at_ + 1 < tokens_.size() &&
            match_at(at_ + 1)) {
            either_ = true;
            parties_.problem({"party.either", {std::string(words_.text)}});
        }
        const auto joining = joining_words.match(tokens_, at_);
        at_ += joining;
        return joining > 0;
    }

    bool numbers_an_item(std::size_t at) const {  // "1. Sở Nội vụ 2. Sở Tài chính"
        return tokens_[at].is_number() && at + 1 < tokens_.size() &&
               (tokens_[at + 1].is('.') || tokens_[at + 1].is(')'));
    }

    // "chủ trì", "phối hợp với": before the names with a colon or "với", or behind them.
    bool read_role() {
        const auto role = read_role_words(tokens_, at_);
        if (!role) return false;
        const auto begin = at_;
        at_ += role->words;
        if (role->governs_next) {
            parties_.cooperate_from_here(role->kind == Role::Kind::Cooperating);
        } else {
            parties_.cooperate_in_clause(role->kind == Role::Kind::Cooperating);
            parties_.cooperate_from_here(false);
            parties_.end_clause();
        }
        parties_.note_role(std::string(words_.slice(begin, begin + role->noted)));
        return true;
    }

    // "(chủ trì theo dõi)": what a bracket says is a remark on the name before it.
    bool read_bracket() {
        if (!token().is('(')) return false;
        auto end = unclosed_ ? tokens_.size() : at_ + 1;
        while (end < tokens_.size() && !tokens_[end].is(')')) ++end;
        if (end == tokens_.size()) {
            unclosed_ = true;  // no later bracket is closed either
            ++at_;
            return true;
        }
        if (const auto role = read_role_words(tokens_, at_ + 1);
            role && role->kind == Role::Kind::Cooperating && at_ + 1 + role->words == end)
            parties_.cooperate_in_clause(true);
        const bool excepts = exception_words.match(tokens_, at_ + 1) > 0;
        const auto group_begin = parties_.empty() ? at_ : parties_.begin_of_last();
        const bool left_out = excepts && leave_out(at_ + 1, end) == end;
        if (excepts && !left_out)
            parties_.problem({"party.excepted", {std::string(words_.slice(at_ + 1, end))}});
        if (const auto inside = index_.match(tokens_, at_ + 1);
            inside && index_.parties[inside->party].kind == Party::Kind::Agency)
            parties_.problem({"party.in_brackets", {index_.parties[inside->party].name}});
        parties_.end_clause();
        parties_.note_role(
            std::string(left_out ? words_.slice(group_begin, end + 1) : words_.slice(at_ + 1, end)));
        at_ = end + 1;
        return true;
    }

    // "trừ Sở Nội vụ, Sở Tài chính" behind a group: its other members take its place. Returns where the
    // exception ends; `at`: it does not name members alone, and the group stays.
    std::size_t leave_out(std::size_t at, std::size_t limit) {
        const auto* all = parties_.members_of_last();
        if (!all) return at;
        auto members = *all;
        const auto heads = heads_;
        auto end = at;
        for (auto next = at + exception_words.match(tokens_, at); next < limit;) {
            const auto filler =
                std::max(joining_words.match(tokens_, next), plural_words.match(tokens_, next));
            const auto match = match_at(next);
            const auto member =
                match ? std::find(members.begin(), members.end(), match->party) : members.end();
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

    std::optional<AgencyReader::Index::Match> match_at(std::size_t at) const {
        auto best = index_.match(tokens_, at);
        // The head that a list leaves out: "các Sở: Nội vụ; Tư pháp", "UBND cấp huyện, cấp xã".
        if (!best && tokens_[at].is_word())
            for (auto head = heads_.rbegin(); head != heads_.rend() && !best; ++head)
                if ((best = index_.match(tokens_, at, *head))) best->heads = heads_;
        return best;
    }

    bool read_name() {
        auto begin = at_;
        auto match = match_at(begin);
        // "Giám đốc các Sở: Nội vụ; ...": what stands before a name is stepped over, also where it begins the
        // name of a group itself ("các sở").
        auto skipped = begin;
        while (const auto person = person_words.match(tokens_, skipped)) skipped += person;
        if (!match && skipped > begin && skipped < tokens_.size()) {
            match = match_at(skipped);
            begin = skipped;
        }
        skipped += skipped < tokens_.size() ? plural_words.match(tokens_, skipped) : 0;
        if (skipped > begin && skipped < tokens_.size()) {
            auto listed = index_.match(tokens_, skipped);
            if (listed && index_.parties[listed->party].kind == Party::Kind::Agency &&
                (!match || listed->end > match->end)) {
                match = std::move(listed);
                begin = skipped;
            }
        }
        if (!match) return false;
        const auto& party = index_.parties[match->party];
        const auto end = end_of_tail(*match);
        if (party.kind == Party::Kind::Group && read_group_without(party, begin, end)) return true;
        if (end < tokens_.size() && continues(end)) {
            if (party.kind == Party::Kind::Agency) return read_agency_with_more(party, begin, end, *match);
            // "UBND huyện Chợ Mới" is one that is not registered, not all of them.
            if (party.kind == Party::Kind::Group && tokens_[end].upper)
                read_unregistered(begin, end);
            else
                read_qualified_group(begin, match->end);
            return true;
        }
        heads_ = match->heads;
        parties_.add(party, begin, end);
        at_ = end;
        return true;
    }

    // "Các sở, ban, ngành trừ Sở Nội vụ", without brackets
    bool read_group_without(const Party& group, std::size_t begin, std::size_t end) {
        const auto exception = end + (end < tokens_.size() && tokens_[end].is(',') ? 1 : 0);
        if (!exception_words.match(tokens_, exception)) return false;
        parties_.add(group, begin, end);
        const auto last = leave_out(exception, tokens_.size());
        if (last == exception) {
            parties_.drop_last();
            return false;
        }
        parties_.note_role(std::string(words_.slice(begin, last)));
        at_ = last;
        return true;
    }

    // "tỉnh", "tỉnh Thái Nguyên" behind a name says nothing in a province's own register.
    std::size_t end_of_tail(const AgencyReader::Index::Match& match) const {
        auto end = match.end;
        end += of_the_province.match(tokens_, end);
        auto place = end;
        while (place < tokens_.size() && tokens_[place].is_word() &&
               index_.province_words.contains(tokens_[place].key))
            ++place;
        return place;
    }

    // Does the text go on in a way that is neither a separator nor another name?
    bool continues(std::size_t at) const {
        const auto& token = tokens_[at];
        if (!token.is_word() && !token.is_number()) return false;
        if (numbers_an_item(at)) return false;
        if (joining_words.match(tokens_, at) || read_role_words(tokens_, at)) return false;
        if (plural_words.match(tokens_, at)) return false;
        return !index_.match(tokens_, at);
    }

    // "Công an huyện Đại Từ" is not "Công an"; "Sở Nội vụ rà soát" is Sở Nội vụ, with words to be looked at.
    bool read_agency_with_more(const Party& party, std::size_t begin, std::size_t end,
                               const AgencyReader::Index::Match& match) {
        const auto last = end_of_text(end);
        if (tokens_[end].upper || tokens_[end].is_number() || other_level.match(tokens_, end)) {
            parties_.add_unknown(begin, last, &party);
        } else {
            heads_ = match.heads;
            parties_.add(party, begin, end);
            parties_.problem({"party.other_words", {party.name, std::string(words_.slice(end, last))}});
        }
        at_ = last;
        return true;
    }

    void read_unregistered(std::size_t begin, std::size_t end) {
        const auto last = end_of_text(end);
        parties_.add_unknown(begin, last, nullptr);
        at_ = last;
    }

    // "Các sở, ban, ngành; UBND cấp huyện được thanh tra trong năm": nobody can list those, and the words
    // narrow down every group of the list.
    void read_qualified_group(std::size_t begin, std::size_t group_end) {
        const auto end = end_of_text(group_end);
        parties_.narrow_groups(words_.slice(group_end, end));
        parties_.add_vague(begin, end);
        at_ = end;
    }

    // Text that no name of the register begins: a vague group, or an agency that is not registered.
    void read_text() {
        const auto begin = at_;
        const bool plural = plural_words.match(tokens_, begin) > 0;
        const auto end = end_of_text(begin);
        if (plural || is_generic(begin, end))
            parties_.add_vague(begin, end);
        else
            parties_.add_unknown(begin, end, nullptr);
        at_ = std::max(end, begin + 1);
    }

    bool is_generic(std::size_t begin, std::size_t end) const {
        if (generic_words.match(tokens_, begin)) return true;
        return ends_concerned(end) || (!tokens_[begin].upper && generic_where_small.match(tokens_, begin));
    }
    bool ends_concerned(std::size_t end) const { return end >= 2 && concerned.match(tokens_, end - 2) == 2; }

    // Where the text that begins at `begin` ends: at a hard separator, or at a comma or "và" before another
    // name or before a capital ("các cơ quan, đơn vị" is one group).
    std::size_t end_of_text(std::size_t begin) const {
        const bool plural = plural_words.match(tokens_, begin) > 0;
        for (auto at = begin; at < tokens_.size(); ++at) {
            if (is_hard_separator(at) || tokens_[at].is('(')) return at;
            const bool comma = tokens_[at].is(',');
            const auto joined = and_word.match(tokens_, at);
            if (!comma && !joined) continue;
            const auto next = at + 1;
            if (next >= tokens_.size()) return at;
            if (plural_words.match(tokens_, next)) return at;
            const auto name = index_.match(tokens_, next);
            // "các ngành, địa phương được giao ...": a general word goes on with the group.
            if (name && !(plural && index_.parties[name->party].kind == Party::Kind::Vague)) return at;
            if (comma && (tokens_[next].upper || (begin == at_ && !plural && is_generic_item(begin, at))))
                return at;
            if (read_role_words(tokens_, next)) return at;
        }
        return tokens_.size();
    }

    // "người dân, doanh nghiệp": two, since no "các" holds them together.
    bool is_generic_item(std::size_t begin, std::size_t end) const {
        return generic_words.match(tokens_, begin) == end - begin;
    }

    const AgencyReader::Index& index_;
    const Words words_;
    const std::vector<Token>& tokens_;
    PartyList parties_;
    std::size_t at_ = 0;
    bool either_ = false;    // "hoặc" was reported
    bool unclosed_ = false;  // no bracket from here on is closed
    std::vector<AgencyReader::Index::Node> heads_;
};

}  // namespace

PartyReading read_cell(const AgencyReader::Index& index, std::string_view cell) {
    return CellReader(index, cell).take();
}

}  // namespace dondoc::language
