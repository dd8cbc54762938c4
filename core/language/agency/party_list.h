// SPDX-License-Identifier: Apache-2.0
// Whom a cell names, as it is being read: in order, with their roles and what is to be said about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/agency/agency_index.h"

namespace dondoc::language {

class PartyList {
  public:
    // Neither is owned; `words` are the cell's. Places below are tokens of it.
    PartyList(const AgencyReader::Index& index, const Words& words) : index_(index), words_(words) {}

    void add(const Party& party, std::size_t begin, std::size_t end);
    // A group that the register cannot list: `text` stands from `begin` to `end`, or is meant there.
    void add_vague(std::string text, std::size_t begin, std::size_t end);
    // An agency that the register does not know. `proposed`: whom it may mean; nullptr: the nearest name.
    void add_unknown(std::string text, std::size_t begin, std::size_t end, const Party* proposed);
    // The groups listed last are narrowed down by words that the register cannot judge.
    void narrow_groups(std::string_view qualifier);

    bool empty() const { return mentions_.empty(); }
    // An agency and no group was named last; and nobody before it.
    bool ends_with_one() const;
    bool is_one_alone() const { return mentions_.size() == 1 && ends_with_one(); }
    std::size_t begin_of_last() const { return mentions_.back().begin; }
    std::string last_name() const;  // without the "@" of groups; empty: nobody was named
    // In Index::parties, the members of the group that was named last; nullptr: what was named last is none.
    const std::vector<std::size_t>* members_of_last() const;
    // Others in the place of what was named last.
    void replace_last(const std::vector<std::size_t>& members);
    void drop_last() { mentions_.pop_back(); }

    // Of those that are named from here on, and of those since the last end of a clause.
    void cooperate_from_here(bool cooperating) {
        cooperating_ = cooperating;
        governed_begin_ = mentions_.size();
    }
    void cooperate_in_clause(bool cooperating);
    // "Sở A (chủ trì), Sở B": who was named last leads; the others, who are not said to, do not.
    void leads();
    // They do something by themselves: "Sở A tổng hợp". Of "Sở A phối hợp với Sở B tham mưu" it is what A
    // does.
    void act_in_clause();
    void end_clause() {
        clause_begin_ = mentions_.size();
        role_met_ = true;
    }
    // At ";" or a new line. Before the first role each of these stands for itself: "Sở A; Sở B phối hợp".
    void end_segment() {
        segment_begin_ = mentions_.size();
        if (!role_met_) clause_begin_ = mentions_.size();
    }

    void problem(Message message);
    void note_role(std::string note);  // once

    PartyReading take();

  private:
    struct Mention {
        Party party;
        std::size_t begin, end;  // tokens, for what was written
        bool cooperating;
        bool bare_group;  // a group of the register that no words narrow down
        bool leads = false;
    };

    Party vague(std::string text) const;
    void part_from_leads();

    const AgencyReader::Index& index_;
    const Words& words_;
    std::vector<Mention> mentions_;
    std::size_t clause_begin_ = 0;  // first mention that a role behind it would speak of
    bool cooperating_ = false;      // under "phối hợp với", which governs from governed_begin_ on
    std::size_t governed_begin_ = 0, segment_begin_ = 0;
    bool role_met_ = false;
    PartyReading reading_;
};

}  // namespace dondoc::language
