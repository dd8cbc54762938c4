// SPDX-License-Identifier: Apache-2.0
// Who leads and who cooperates. A role stands before the names that it speaks of and governs them ("Phối hợp:
// Sở A, Sở B"), or behind them and reaches back ("Sở A, Sở B phối hợp"): to the last role, to the role that
// governs them, or, under one that governs, to the last line or item. Where both speak of the same names,
// where a role finds nobody, and where some are said to lead and others are not said anything, the reading
// says so.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "language/agency/party_list.h"

namespace dondoc::language {

void PartyList::say(std::size_t begin, Said said) {
    if (said == Said::Lead && begin < mentions_.size()) ++leads_said_;
    for (auto i = begin; i < mentions_.size(); ++i) {
        auto& one = mentions_[i];
        if (one.in_brackets && !in_brackets_) continue;
        one.cooperating = said == Said::Cooperating;
        if (said != Said::Other || one.said == Said::Nothing || one.said == Said::Cooperating)
            one.said = said;
    }
}

bool PartyList::is_segment_of_governed() const {
    return segment_begin_ > governing_.begin && segment_begin_ < mentions_.size();
}

std::size_t PartyList::reach() const {
    if (governing_.said == Said::Nothing) return clause_begin_;
    return std::max(clause_begin_, is_segment_of_governed() ? segment_begin_ : governing_.begin);
}

void PartyList::end_clause() {
    clause_begin_ = mentions_.size();
    role_met_ = true;
}

// "Sở A chủ trì, phối hợp với": the words were cut off, or speak of something that was not read.
void PartyList::end_governing() {
    if (governs_by_role() && governing_.begin >= mentions_.size()) unclear();
    governing_ = {Said::Nothing, mentions_.size()};
}

void PartyList::govern(Said said) {
    // "Sở A phối hợp với Sở B, chủ trì Sở C"
    if (said == Said::Lead && governing_.of_somebody && segment_begin_ <= governing_.begin) unclear();
    end_governing();
    if (said == Said::Lead) ++leads_said_;
    governing_ = {said, mentions_.size()};
    clause_begin_ = mentions_.size();
}

void PartyList::cooperate_from(std::size_t begin) {
    const bool governed = governing_.said != Said::Nothing;
    for (auto i = begin; i < mentions_.size(); ++i) {
        if ((mentions_[i].said != Said::Nothing && !governed) || mentions_[i].in_brackets) continue;
        mentions_[i].cooperating = true;
        mentions_[i].said = Said::Cooperating;
    }
}

void PartyList::cooperate_with_next(bool directly_behind_name) {
    const bool governed = governing_.said != Said::Nothing;
    bool of_somebody = directly_behind_name;
    if (directly_behind_name && governing_.said == Said::Cooperating) {
        // "Sở A phối hợp với Sở B; Sở C phối hợp với Sở D"
        if (!is_segment_of_governed() || leads_said_ > 0)
            unclear();
        else
            for (auto i = reach(); i < mentions_.size(); ++i) {
                mentions_[i].cooperating = false;
                mentions_[i].said = Said::Implied;
            }
    } else if (directly_behind_name && governing_.said == Said::Lead && is_segment_of_governed()) {
        // "Chủ trì: Sở A; Sở B phối hợp với Sở C"
        if (segment_begin_ != governing_.first_end) unclear();
        cooperate_from(segment_begin_);
    } else if (directly_behind_name && governing_.said == Said::Lead) {
        if (mentions_.size() - governing_.begin > 1) unclear();
    } else if (directly_behind_name && !governed && leads_said_ > 0) {
        // "Sở A chủ trì; Sở B chủ trì; Sở C phối hợp với Sở D": each line says who leads in it?
        if (leads_said_ > 1) unclear();
        cooperate_from(reach());
    } else if (is_cooperating() && is_segment_of_governed()) {
        unclear();  // "Phối hợp với Sở A; Sở B, phối hợp với Sở C"
    } else if (!governed) {
        of_somebody = !nobody_to_speak_of();
    }
    if (!governed)
        for (auto i = reach(); i < mentions_.size(); ++i)
            if (mentions_[i].said == Said::Nothing) mentions_[i].said = Said::Implied;
    govern(Said::Cooperating);
    governing_.of_somebody = of_somebody;
}

// "Chủ trì: Sở A, Sở B phối hợp", "Phối hợp với Sở A; Sở B chủ trì": the role behind is said of the last
// name, or of the last item.
std::size_t PartyList::begin_against_governing(Said said) {
    const auto governed = mentions_.size() - governing_.begin;
    if (is_segment_of_governed()) {
        const bool one_leads = said == Said::Lead && mentions_.size() - segment_begin_ == 1;
        if (!one_leads && (said == Said::Lead || segment_begin_ != governing_.first_end)) unclear();
        return segment_begin_;
    }
    if (governed != 2 || governing_.of_somebody) unclear();
    return governed ? mentions_.size() - 1 : mentions_.size();
}

// Members in the place of a group count as one.
std::size_t PartyList::names_from(std::size_t begin) const {
    std::size_t names = 0, counted = 0;
    for (auto i = begin; i < mentions_.size(); ++i) {
        if (mentions_[i].begin >= counted && !mentions_[i].in_brackets) ++names;
        counted = mentions_[i].end;
    }
    return names;
}

void PartyList::behind(Said said) {
    const bool role = said != Said::Other;
    auto begin = reach();
    if (!role && is_cooperating())
        begin = is_segment_of_governed() ? segment_begin_ : mentions_.size();
    else if (role && governs_by_role() && governing_.said != said)
        begin = begin_against_governing(said);
    if (role && begin >= mentions_.size()) unclear();
    // "Sở A; Sở B; Sở C phối hợp": of the last one, or of the last two?
    if (said == Said::Cooperating && !role_met_ && segments_ > 1) unclear();
    if (said == Said::Cooperating && !governs_by_role() && names_from(begin) > 1) several_cooperate_ = true;
    say(begin, said);
    end_governing();
    end_clause();
}

void PartyList::behind_in_brackets(Said said) {
    if (said != Said::Other) {
        if (reach() < segment_begin_) unclear();  // "Sở A; Sở B (phối hợp)"
        return behind(said);
    }
    for (auto i = reach(); i < mentions_.size(); ++i)  // "(thực hiện)": what they do, which is no role
        if (mentions_[i].said == Said::Nothing) mentions_[i].said = Said::Other;
    end_clause();
}

void PartyList::leads() {
    if (mentions_.empty()) return;
    mentions_.back().said = Said::Lead;
    ++leads_said_;
    if (governing_.said == Said::Cooperating) unclear();
    end_clause();
}

void PartyList::end_duty() {
    if (governing_.said != Said::Nothing) clause_begin_ = mentions_.size();
    end_governing();
}

void PartyList::end_segment() {
    if (segment_begin_ < mentions_.size()) ++segments_;
    if (!governing_.first_end && governing_.begin < mentions_.size()) governing_.first_end = mentions_.size();
    segment_begin_ = mentions_.size();
    if (!role_met_) clause_begin_ = mentions_.size();
}

void PartyList::begin_bracket() {
    if (is_cooperating() && is_segment_of_governed()) unclear();
    before_bracket_ = {governing_, clause_begin_, segment_begin_};
    if (!mentions_.empty() && mentions_.back().said == Said::Nothing) mentions_.back().said = Said::Implied;
    governing_ = {Said::Nothing, mentions_.size()};
    clause_begin_ = segment_begin_ = mentions_.size();
    in_brackets_ = true;
}

void PartyList::end_bracket() {
    end_governing();
    governing_ = before_bracket_.governing;
    clause_begin_ = before_bracket_.clause_begin;
    segment_begin_ = before_bracket_.segment_begin;
    in_brackets_ = false;
}

void PartyList::part_from_leads() {
    if (leads_said_ == 0) return;
    std::string others;
    for (auto& mention : mentions_) {
        // "Sở A chủ trì; UBND cấp xã thực hiện": what they do is no role; both are kept as they stand.
        if (mention.said == Said::Other && !mention.cooperating) unclear();
        if (mention.said != Said::Nothing || mention.cooperating) continue;
        mention.cooperating = true;
        others += (others.empty() ? "" : ", ") + mention.party.name;
    }
    if (!others.empty()) problem({"party.not_leading", {others}});
}

bool PartyList::has_two_roles() const {
    std::unordered_map<std::string, bool> cooperating;
    for (const auto& mention : mentions_) {
        const auto known = cooperating.emplace(mention.party.name, mention.cooperating);
        // Who leads is seldom excepted from a group that cooperates.
        if (mention.of_group && mention.cooperating) continue;
        if (known.first->second != mention.cooperating) return true;
    }
    return false;
}

void PartyList::check_roles() {
    end_governing();
    part_from_leads();
    bool cooperating = false, unsaid_behind_role = false;
    for (const auto& mention : mentions_) {
        if (mention.cooperating && !mention.in_brackets) cooperating = true;
        if (cooperating && mention.said == Said::Nothing && !mention.cooperating) unsaid_behind_role = true;
    }
    // "Sở A, Sở B phối hợp": of both, and nobody leads?
    const bool nobody_leads =
        std::ranges::all_of(mentions_, [](const Mention& one) { return one.cooperating; });
    if (unsaid_behind_role || (nobody_leads && (several_cooperate_ || together_)) || has_two_roles())
        unclear();
    if (unclear_) problem({"party.unclear_role", {words_.text}});
}

}  // namespace dondoc::language
