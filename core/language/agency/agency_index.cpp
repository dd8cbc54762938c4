// SPDX-License-Identifier: Apache-2.0
#include "language/agency/agency_index.h"

#include <algorithm>
#include <array>
#include <map>

#include "domain/agencies_in_time.h"

namespace dondoc::language {
namespace {

struct Contraction {
    Phrase words;
    std::string key;
};

const std::vector<Contraction>& contractions() {
    static const std::vector<Contraction> list = [] {
        std::vector<Contraction> made;
        const auto add = [&](std::string_view words, std::string_view abbreviation) {
            made.push_back({Phrase{words}, split_words(abbreviation).tokens.front().key});
        };
        add("ủy ban nhân dân", "ubnd");
        add("ủy ban mặt trận tổ quốc", "ubmttq");
        add("ủy ban mttq", "ubmttq");
        add("hội đồng nhân dân", "hđnd");
        add("mặt trận tổ quốc", "mttq");
        return made;
    }();
    return list;
}

const std::string& plural_key() {  // "các" may stand inside a name: "UBND các huyện: ..."
    static const std::string key = split_words("các").tokens.front().key;
    return key;
}
const std::string& and_key() {
    static const std::string key = split_words("và").tokens.front().key;
    return key;
}

// Marks that may stand inside a name, and be another or none in the next office's spelling.
bool is_inner_mark(const Token& token) {
    return token.is(',') || token.is('-') || token.is(':') || token.is('&') || token.is('/') ||
           token.is('.') || token.is('\'') || token.key == "’";
}

const Phrases level_of_one{"tỉnh", "khu vực"};

// Where a name's words begin that elided lists share: "Sở", "UBND cấp".
constexpr std::size_t longest_head = 3;

// Why nobody can have meant this agency on that day.
Message absence(const Register& agencies, const Agency& agency, local_days written) {
    if (agency.valid_from && written < *agency.valid_from)
        return {"party.not_yet", {agency.name, spoken_day(*agency.valid_from)}};
    std::string successors;
    for (const auto& name : successors_of(agencies, agency.code))
        successors += (successors.empty() ? "" : "; ") + name;
    const auto ended = spoken_day(*agency.valid_to);
    if (successors.empty()) return {"party.ended", {agency.name, ended}};
    return {"party.succeeded", {agency.name, ended, successors}};
}

std::string party_name(const AgencyGroup& group) {
    return "@" + group.name;
}

}  // namespace

Words split_names(std::string_view text) {
    auto words = split_words(text, Abbreviations::Join);
    std::vector<Token> contracted;
    contracted.reserve(words.tokens.size());
    for (std::size_t at = 0; at < words.tokens.size();) {
        std::size_t used = 0;
        for (const auto& [phrase, key] : contractions()) {
            const auto count = phrase.match(words.tokens, at);
            if (count <= used) continue;
            if (!used) contracted.push_back(words.tokens[at]);
            used = count;
            contracted.back().key = key;
            contracted.back().end = words.tokens[at + count - 1].end;
        }
        if (!used) {
            contracted.push_back(std::move(words.tokens[at]));
            used = 1;
        }
        at += used;
    }
    for (auto& token : contracted) {  // one kind of brackets
        if (token.is('[') || token.key == "（") token.key = "(";
        if (token.is(']') || token.key == "）") token.key = ")";
    }
    words.tokens = std::move(contracted);
    return words;
}

AgencyReader::Index::Index(const Register& agencies, std::optional<local_days> written, std::string_view home)
    : provinces_(agencies) {
    party_of_.push_back(no_party);
    for (const auto& agency : agencies.agencies) {
        if (written && !exists_on(agency, *written))
            absent.emplace(agency.code, absence(agencies, agency, *written));
        for (const auto& former : agency.former) codes.emplace(former.code, agency.code);
        parties.push_back({Party::Kind::Agency, agency.code, agency.name});
        add(agency.name, parties.size() - 1);
        for (const auto& alias : agency.aliases) add(alias, parties.size() - 1);
        nearest.add(agency.name, parties.size() - 1);
        for (const auto& alias : agency.aliases) nearest.add(alias, parties.size() - 1);
    }
    std::unordered_map<std::string, std::size_t> by_code;
    for (std::size_t i = 0; i < parties.size(); ++i) by_code.emplace(parties[i].code, i);
    for (const auto& group : agencies.groups) {
        for (const auto& code : group.members)
            if (const auto member = by_code.find(code); member != by_code.end() && !absent.contains(code))
                members[group.name].push_back(member->second);
        if (written) {
            if (auto missing = absent_members(agencies, group, *written); !missing.empty())
                absent_of[group.name] = std::move(missing);
        }
        if (group.members.empty())  // known by name, but nobody can say who is in it
            parties.push_back({Party::Kind::Vague, "", party_name(group)});
        else
            parties.push_back({Party::Kind::Group, group.name, party_name(group)});
        add(group.name, parties.size() - 1);
        for (const auto& alias : group.aliases) add(alias, parties.size() - 1);
        nearest.add(group.name, parties.size() - 1);
    }
    add_without_province(agencies, home);
    // Initials come last, so they never hide a name that somebody wrote into the register.
    for (std::size_t i = 0; i < agencies.agencies.size(); ++i) add_initials(agencies.agencies[i], i);
}

void AgencyReader::Index::add(std::string_view name, std::size_t party) {
    Node node = root;
    for (const auto& token : split_names(name).tokens)
        if (token.is_word() || token.is_number()) node = add_child(node, token.key);
    if (node != root && party_of_[node] == no_party) party_of_[node] = party;
}

// "Sở Kế hoạch và Đầu tư" -> "Sở KHĐT". Where two would share their initials, neither gets them.
void AgencyReader::Index::add_initials(const Agency& agency, std::size_t party) {
    const auto words = split_names(agency.name);
    const auto& tokens = words.tokens;
    static const Phrase department{"sở"};
    if (tokens.size() < 3 || !department.match(tokens, 0)) return;
    std::string initials;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (!tokens[i].is_word() || tokens[i].key == and_key()) continue;
        const auto word = std::string(words.slice(i, i + 1));
        const bool two_bytes = static_cast<unsigned char>(word[0]) >= 0x80;
        initials += word.substr(0, two_bytes ? 2 : 1);
    }
    const auto abbreviation = split_words(initials).tokens;
    if (abbreviation.size() != 1) return;
    const auto node = add_child(add_child(root, tokens[0].key), abbreviation[0].key);
    if (party_of_[node] == no_party)
        party_of_[node] = party;
    else if (parties[party_of_[node]].kind == Party::Kind::Agency && party_of_[node] != party)
        party_of_[node] = no_party;
}

// "UBND xã Tân Thành" where the register has one in each of three provinces: the home's, else a question.
void AgencyReader::Index::add_without_province(const Register& agencies, std::string_view home) {
    if (!provinces_.are_several()) return;
    struct Short {
        std::vector<std::size_t> parties;
        std::optional<std::size_t> at_home;
    };
    std::map<std::string, Short> shorts;
    const auto note = [&](std::string_view name, std::size_t party) {
        const auto split = provinces_.split(name);
        if (!split) return;
        for (const auto& base : split->bases) {
            auto& known = shorts[base];
            if (known.parties.empty() || known.parties.back() != party) known.parties.push_back(party);
            if (split->province == home) known.at_home = party;
        }
    };
    for (std::size_t i = 0; i < parties.size(); ++i) {
        const auto& party = parties[i];
        if (party.kind == Party::Kind::Group) note(party.name.substr(1), i);
        if (i >= agencies.agencies.size()) continue;
        note(agencies.agencies[i].name, i);
        for (const auto& alias : agencies.agencies[i].aliases) note(alias, i);
    }
    constexpr std::size_t most_named = 4;
    for (const auto& [base, known] : shorts) {
        if (known.at_home) {
            add(base, *known.at_home);
            continue;
        }
        if (find(base)) continue;
        std::string named;
        for (std::size_t i = 0; i < std::min(known.parties.size(), most_named); ++i)
            named += (named.empty() ? "" : "; ") + parties[known.parties[i]].name;
        if (known.parties.size() > most_named) named += "; …";
        questions.emplace(base, Message{"party.which_province", {base, named}});
        parties.push_back({Party::Kind::Unknown, "", base});
        add(base, parties.size() - 1);
    }
}

std::size_t AgencyReader::Index::province_at(const std::vector<Token>& tokens, std::size_t at) const {
    return provinces_.are_several() ? 0 : provinces_.match(tokens, at);
}

AgencyReader::Index::Node AgencyReader::Index::child(Node node, const std::string& word) const {
    const auto id = word_ids_.find(word);
    if (id == word_ids_.end()) return no_node;
    const auto found = children_.find((std::uint64_t{node} << 32) | id->second);
    return found == children_.end() ? no_node : found->second;
}

AgencyReader::Index::Node AgencyReader::Index::add_child(Node node, const std::string& word) {
    const auto id = word_ids_.emplace(word, static_cast<std::uint32_t>(word_ids_.size())).first->second;
    const auto [entry, added] =
        children_.emplace((std::uint64_t{node} << 32) | id, static_cast<Node>(party_of_.size()));
    if (added) party_of_.push_back(no_party);
    return entry->second;
}

std::optional<AgencyReader::Index::Match> AgencyReader::Index::match(const std::vector<Token>& tokens,
                                                                     std::size_t at, Node from) const {
    auto as_written = walk(tokens, at, from, false);
    auto without_plural = walk(tokens, at, from, true);
    if (!as_written || (without_plural && without_plural->end > as_written->end)) return without_plural;
    return as_written;
}

std::optional<AgencyReader::Index::Match> AgencyReader::Index::walk(const std::vector<Token>& tokens,
                                                                    std::size_t at, Node from,
                                                                    bool skip_plural) const {
    std::optional<Match> longest;
    std::vector<Node> heads;
    Node node = from;
    std::size_t depth = 0;
    for (auto i = at; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if (!token.is_word() && !token.is_number()) {
            // The list of an elided head may be in brackets: "Các Sở (Nội vụ, Tư pháp)".
            if (i == at || (!is_inner_mark(token) && !(token.is('(') && depth == 1))) break;
            const bool short_level = i > at && (tokens[i - 1].key == "tp" || tokens[i - 1].key == "tx");
            if (token.is('.') && !short_level && i + 1 < tokens.size() && tokens[i + 1].spaced) break;
            continue;
        }
        // A province has one of each; "UBND các tỉnh" are those of others.
        if (skip_plural && token.key == plural_key() && depth > 0 && !level_of_one.match(tokens, i + 1))
            continue;
        node = child(node, token.key);
        if (node == no_node) break;
        ++depth;
        if (depth <= longest_head) heads.push_back(node);
        if (party_of_[node] != no_party) longest = Match{i + 1, party_of_[node], heads};
    }
    return longest;
}

const Party* AgencyReader::Index::find(std::string_view text) const {
    const auto words = split_names(text);
    const auto found = match(words.tokens, 0);
    return found && found->end == words.tokens.size() ? &parties[found->party] : nullptr;
}

}  // namespace dondoc::language
