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
    std::size_t end_of_last() const { return mentions_.back().end; }
    std::string last_name() const;  // without the "@" of groups; empty: nobody was named
    // In Index::parties, the members of the group that was named last; nullptr: what was named last is none.
    const std::vector<std::size_t>* members_of_last() const;
    // Others in the place of what was named last.
    void replace_last(const std::vector<std::size_t>& members);
    void drop_last();

    // What words say of those beside them.
    // Implied: "Sở A phối hợp với Sở B" says that A leads where no other is
    // said to.
    enum class Said { Nothing, Lead, Cooperating, Other, Implied };

    // Said of those that are named from here on: "Phối hợp: Sở A".
    void govern(Said said);
    // "Sở A phối hợp với Sở B": whoever stands before it cooperates too once another is said to lead, and
    // else leads.
    void cooperate_with_next(bool directly_behind_name);
    // Said of those before it: "Sở A, Sở B phối hợp". A role before names holds up to the one that the role
    // behind is said of.
    void behind(Said said);
    void behind_in_brackets(Said said);
    void together() { together_ = true; }  // "cùng thực hiện": where nobody leads, all of them may
    // "Sở A (chủ trì), Sở B": who was named last leads; the others, who are not said to, do not.
    void leads();
    // A role behind would speak of nobody: the last one has taken all who were named, or a line or an item
    // begins.
    bool nobody_to_speak_of() const { return reach() >= mentions_.size(); }
    bool begins_segment() const { return segment_begin_ >= mentions_.size(); }
    bool governs() const { return governing_.said != Said::Nothing; }
    bool last_has_role() const { return !mentions_.empty() && mentions_.back().said != Said::Nothing; }
    bool last_cooperates() const { return !mentions_.empty() && mentions_.back().cooperating; }
    void end_duty();  // whoever is named behind it stands under no role that was before it
    // At ";" or a new line. Before the first role each of these stands for itself: "Sở A; Sở B phối hợp".
    void end_segment();
    // "(phối hợp: Sở A)": what is said in it holds to its end, what was said before goes on behind it.
    void begin_bracket();
    void end_bracket();
    // It is not certain who leads and who cooperates; said once.
    void unclear() { unclear_ = true; }
    // Words or marks that belong to nothing.
    void unread(std::size_t begin, std::size_t end);

    void problem(Message message);
    void note_role(std::string note);  // once

    PartyReading take();

  private:
    struct Mention {
        Party party;
        std::size_t begin, end;  // tokens, for what was written
        bool cooperating;
        bool bare_group;  // a group of the register that no words narrow down
        Said said = Said::Nothing;
        bool in_brackets = false;
        bool of_group = false;  // in the place of a group that excepts some
    };
    // A role that stands before the names that it speaks of.
    struct Governing {
        Said said = Said::Nothing;
        std::size_t begin = 0;      // its first mention
        bool of_somebody = false;   // "Sở A phối hợp với ..."
        std::size_t first_end = 0;  // of the names of its first line or item; 0: it has but one
    };
    struct Place {
        Governing governing;
        std::size_t clause_begin = 0, segment_begin = 0;
    };

    void add(Party party, std::size_t begin, std::size_t end, bool bare_group);
    Party vague(std::string text) const;
    std::size_t reach() const;
    bool is_segment_of_governed() const;
    bool governs_by_role() const { return governing_.said == Said::Lead || is_cooperating(); }
    bool is_cooperating() const { return governing_.said == Said::Cooperating; }
    std::size_t begin_against_governing(Said said);
    void cooperate_from(std::size_t begin);
    void say(std::size_t begin, Said said);
    std::size_t names_from(std::size_t begin) const;
    void end_clause();
    void end_governing();
    void part_from_leads();
    void check_roles();
    bool has_two_roles() const;

    const AgencyReader::Index& index_;
    const Words& words_;
    std::vector<Mention> mentions_;
    std::size_t clause_begin_ = 0;  // first mention that a role behind it would speak of
    Governing governing_;
    std::size_t segment_begin_ = 0, segments_ = 0, leads_said_ = 0;
    bool role_met_ = false, unclear_ = false, together_ = false, several_cooperate_ = false,
         in_brackets_ = false;
    Place before_bracket_;
    PartyReading reading_;
};

}  // namespace dondoc::language
