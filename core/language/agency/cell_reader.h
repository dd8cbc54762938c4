// SPDX-License-Identifier: Apache-2.0
// How one cell is read: agency_cell.cpp takes the steps, cell_roles.cpp reads roles and brackets,
// cell_names.cpp reads names, cell_groups.cpp reads those who are named together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/agency/agency_index.h"
#include "language/agency/party_list.h"
#include "language/agency/role_words.h"
#include "language/deadline/shared_tail.h"

namespace dondoc::language {

class CellReader {
  public:
    CellReader(const AgencyReader::Index& index, std::string_view cell)
        : index_(index), words_(split_names(cell)), tokens_(words_.tokens), parties_(index, words_) {}
    PartyReading take() {
        while (at_ < tokens_.size()) step();
        return parties_.take();
    }

  private:
    using Match = AgencyReader::Index::Match;

    void step();
    const Token& token() const { return tokens_[at_]; }
    bool is_capital(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].is_word() && tokens_[at].upper;
    }

    bool is_hard_separator(std::size_t at) const;
    std::size_t joining_at(std::size_t at) const;    // tokens of "và", "cùng với"
    std::size_t exception_at(std::size_t at) const;  // of "trừ"
    bool skip_separator();
    bool numbers_an_item(std::size_t at) const;
    bool is_wrapped_line(std::size_t at) const;
    std::size_t end_of_mark();
    bool lists_members() const;
    std::size_t end_of_segment(std::size_t at) const;
    // "chủ trì", "phối hợp với": before the names with a colon or "với", or behind them.
    bool read_role();
    // "Đơn vị phối hợp thực hiện:", "Phối hợp (nếu có):": a title that begins with a role, up to the colon.
    bool read_title(const RoleWords& role);
    bool begins_title(std::size_t at) const;
    bool names_behind_dash(std::size_t at) const;
    std::size_t end_of_title(std::size_t at) const;
    bool stands_behind_name(std::size_t at) const;
    bool names_follow(std::size_t at) const;
    // Where the bracket that opens there closes; the end of the cell, or `limit` tokens on: nowhere.
    std::size_t close_of(std::size_t at, std::size_t limit = static_cast<std::size_t>(-1)) const;
    // "Đề nghị Sở Nội vụ", "Đồng chí Giám đốc Sở Nội vụ": who speaks for an agency stands for it. Several
    // deputies of one do, too, and are to be looked at.
    bool skip_assigning();
    void say_assigner(std::size_t at);
    bool drop_assigner();
    void say_deputies(std::size_t begin, std::size_t name);
    // "(chủ trì theo dõi)": what a bracket says is a remark on the name before it.
    bool read_bracket();
    bool enter_bracket(std::size_t end);
    bool read_role_in_brackets(std::size_t end);
    void read_remark(std::size_t end);
    void report_name_in_brackets(std::size_t at, std::size_t end);
    bool is_plain_remark(std::size_t at, std::size_t end) const;
    bool abbreviates_last(std::size_t at, std::size_t end) const;

    // "trừ Sở Nội vụ, Sở Tài chính" behind a group: its other members take its place. Returns where the
    // exception ends; `at`: it does not name members alone, and the group stays.
    std::size_t leave_out(std::size_t at, std::size_t limit);

    std::optional<Match> match_at(std::size_t at) const;
    bool is_of_a_person(std::size_t at, const Match& match) const;
    // "HĐND và UBND các xã, phường": each with the tail.
    bool read_shared();
    bool read_places(const SharedTail& shared, std::size_t at);
    void add_with_tail(const SharedTail::Range& head, const SharedTail& shared);
    // "các Bộ: Nội vụ, Tài chính", "UBND các xã: Phú Đình, La Bằng": a head for each that follows.
    bool read_listed_head();
    std::size_t words_of_body(std::size_t at) const;  // tokens of "UBND" before "các xã"
    bool names_a_place(std::size_t at) const;
    // An item of a list whose head was left out.
    bool read_listed_item();
    std::size_t end_of_item(std::size_t at) const;
    bool read_name();
    // "Công an huyện Đại Từ" is not "Công an"; "Sở Nội vụ rà soát" is Sở Nội vụ, with words to be looked at.
    bool read_registered(std::size_t begin, std::size_t shape_end, const Match& match);
    // What a name's shape has behind the registered words: another name, or a duty that no list of verbs has.
    bool is_of_the_name(std::size_t end, std::size_t shape_end) const;
    bool read_unregistered(std::size_t begin, std::size_t end);
    // The head that the items behind a name may leave out: "Bộ" of "Bộ Nội vụ, Tài chính".
    void remember_head(std::size_t begin, std::size_t end);

    bool read_group(const Match& match);
    // "các sở, ngành, địa phương liên quan": where such a list ends, with what narrows it down; `begin`: none
    // stands there, or nothing narrows it.
    std::size_t end_of_general(std::size_t begin) const;
    void read_general(std::size_t begin, std::size_t end);
    // "Các sở, ban, ngành trừ Sở Nội vụ", without brackets
    bool read_group_without(const Party& group, std::size_t begin, std::size_t end);
    std::size_t province_words_at(std::size_t at) const;  // tokens of "tỉnh", "trên địa bàn tỉnh"
    // "tỉnh", "tỉnh Thái Nguyên" behind a name says nothing in a province's own register.
    std::size_t end_of_tail(const Match& match) const;

    // Does the text go on in a way that is neither a separator nor another name?
    bool continues(std::size_t at) const;
    // Words directly behind a name, which are none of it: what it has to do.
    void read_words_behind();
    // "Sở Nội vụ được giao chủ trì": the role is behind it.
    bool skip_given();
    // "UBND tỉnh giao Sở Y tế chủ trì": who assigns is none of those who are assigned.
    bool pass_assigner();
    // A duty at the beginning of an item: "..., sớm bàn giao mặt bằng".
    bool read_duty();
    void take_duty();
    // To the next clause, or to a comma before another who does something. Whom the duty concerns belongs to
    // it: "đôn đốc các sở, UBND cấp xã".
    std::size_t end_of_duty(std::size_t at) const;
    bool begins_party(std::size_t at) const;

    // "Các sở, ban, ngành; UBND cấp huyện được thanh tra trong năm": nobody can list those, and the words
    // narrow down every group of the list.
    void read_qualified_group(std::size_t begin, std::size_t group_end);
    // Text that no name begins: a vague group, or an agency that is not registered.
    void read_text();
    bool ends_concerned(std::size_t end) const;
    // Where the text that begins at `begin` ends: at a hard separator, or at a comma or "và" before another
    // name or before a capital ("các cơ quan, đơn vị" is one group).
    std::size_t end_of_text(std::size_t begin) const;

    struct Listed {
        std::string head;
        bool announced = false;  // "các Bộ: ...": every item has it
    };

    const AgencyReader::Index& index_;
    const Words words_;
    const std::vector<Token>& tokens_;
    PartyList parties_;
    std::size_t at_ = 0;
    bool either_ = false;                           // "hoặc" was reported
    std::size_t bracket_end_ = 0;                   // of a bracket that names who cooperates; 0: none
    bool assigned_ = false;                         // it begins with who is given the work
    bool unclosed_ = false;                         // no bracket from here on is closed
    std::size_t role_end_ = 0;                      // of the last role
    std::vector<AgencyReader::Index::Node> heads_;  // of the register's names
    Listed listed_;                                 // of those that are not registered
};

}  // namespace dondoc::language
