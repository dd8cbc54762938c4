// SPDX-License-Identifier: Apache-2.0
#include "language/agency/party_list.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

constexpr std::size_t most_problems = 50;  // of one cell; a cell with more is no list of agencies

std::string without_document_date(std::string text) {
    const auto words = split_words(text);
    const auto& tokens = words.tokens;
    for (std::size_t i = tokens.size(); i-- > 1;) {
        if (tokens[i].is_number() || tokens[i].is('/') || tokens[i].is('-')) continue;
        if (day_word.match(tokens, i) && i + 1 < tokens.size() && text.find('/') < tokens[i].begin)
            return std::string(words.text.substr(0, tokens[i - 1].end));
        break;
    }
    return text;
}

}  // namespace

void PartyList::add(const Party& party, std::size_t begin, std::size_t end) {
    add(party, begin, end, party.kind == Party::Kind::Group);
}

void PartyList::add(Party party, std::size_t begin, std::size_t end, bool bare_group) {
    mentions_.push_back({std::move(party), begin, end, is_cooperating(), bare_group});
    mentions_.back().said = governing_.said;
    mentions_.back().in_brackets = in_brackets_;
}

void PartyList::add_vague(std::string text, std::size_t begin, std::size_t end) {
    add(vague(std::move(text)), begin, end, false);
}

bool PartyList::ends_with_one() const {
    if (mentions_.empty()) return false;
    const auto kind = mentions_.back().party.kind;
    return kind == Party::Kind::Agency || kind == Party::Kind::Unknown;
}

std::string PartyList::last_name() const {
    if (mentions_.empty()) return "";
    const auto& name = mentions_.back().party.name;
    return name.substr(name.starts_with('@') ? 1 : 0);
}

void PartyList::add_unknown(std::string text, std::size_t begin, std::size_t end, const Party* proposed) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    const bool reported = reading_.problems.size() == most_problems;
    const auto nearest = proposed || reported ? std::nullopt : index_.nearest.find(text);
    if (nearest) proposed = &index_.parties[nearest->party];
    if (proposed && nearest)
        problem({"party.unknown_near", {text, proposed->name, std::to_string(nearest->distance)}});
    else if (proposed)
        problem({"party.unknown_with_more", {text, proposed->name}});
    else
        problem({"party.unknown", {text}});
    add({Party::Kind::Unknown, "", std::move(text)}, begin, end, false);
}

void PartyList::narrow_groups(std::string_view qualifier) {
    for (auto i = mentions_.size();
         i-- > 0 && mentions_[i].bare_group && mentions_[i].cooperating == is_cooperating();) {
        auto& earlier = mentions_[i];
        std::string text{words_.slice(earlier.begin, earlier.end)};
        earlier.party = vague(text.append(" ").append(qualifier));
        earlier.bare_group = false;
    }
}

const std::vector<std::size_t>* PartyList::members_of_last() const {
    if (mentions_.empty() || !mentions_.back().bare_group) return nullptr;
    const auto found = index_.members.find(mentions_.back().party.code);
    return found == index_.members.end() ? nullptr : &found->second;
}

void PartyList::replace_last(const std::vector<std::size_t>& members) {
    const auto last = mentions_.back();
    mentions_.pop_back();
    for (const auto member : members) {
        mentions_.push_back(last);
        mentions_.back().party = index_.parties[member];
        mentions_.back().bare_group = false;
        mentions_.back().of_group = true;
    }
}

void PartyList::problem(Message message) {
    if (reading_.problems.size() < most_problems) reading_.problems.push_back(std::move(message));
}

void PartyList::note_role(std::string note) {
    if (note.empty() || reading_.role_notes.size() == most_problems) return;
    if (std::find(reading_.role_notes.begin(), reading_.role_notes.end(), note) == reading_.role_notes.end())
        reading_.role_notes.push_back(std::move(note));
}

// In its registered spelling where the register knows it, else as written, in lower case at the front and
// without the date of the document that it speaks of.
Party PartyList::vague(std::string text) const {
    text = without_document_date(std::move(text));
    if (const auto* known = index_.find(text)) return *known;
    std::string shown;
    std::string first;
    for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
        if (shown.empty() && first.empty()) {
            first = bytes;
            return;
        }
        // In lower case at the front, but an abbreviation keeps its capitals: "UBND cấp huyện ...".
        if (shown.empty()) shown = is_upper(c) ? first : lower_case(first);
        shown += bytes == "\n" ? " " : bytes;
    });
    return {Party::Kind::Vague, "", "@" + (shown.empty() ? first : shown)};
}

void PartyList::drop_last() {
    mentions_.pop_back();
    clause_begin_ = std::min(clause_begin_, mentions_.size());
    segment_begin_ = std::min(segment_begin_, mentions_.size());
}

void PartyList::unread(std::size_t begin, std::size_t end) {
    std::string text{words_.slice(begin, end)};
    if (mentions_.empty())
        problem({"party.vague", {std::move(text)}});
    else
        problem({"party.other_words", {last_name(), std::move(text)}});
}

PartyReading PartyList::take() {
    check_roles();
    // A ditto mark: who is meant stands in the row above.
    if (mentions_.empty() && reading_.problems.empty() && words_.text.find('"') != std::string::npos)
        problem({"party.vague", {words_.text}});
    std::unordered_set<std::string> seen;
    for (auto& mention : mentions_) {
        const auto& name = mention.party.name;
        if (name.empty() || !seen.insert(name).second) continue;
        if (const auto absent = index_.absent.find(mention.party.code);
            mention.party.kind == Party::Kind::Agency && absent != index_.absent.end()) {
            problem(absent->second);
            mention.party = {Party::Kind::Unknown, "", std::string(name)};
        }
        if (const auto question = index_.questions.find(name);
            mention.party.kind == Party::Kind::Unknown && question != index_.questions.end())
            problem(question->second);
        if (mention.party.kind == Party::Kind::Vague)
            problem({"party.vague", {name.substr(name[0] == '@' ? 1 : 0)}});
        (mention.cooperating ? reading_.cooperating : reading_.parties).push_back(std::move(mention.party));
    }
    return std::move(reading_);
}

}  // namespace dondoc::language
