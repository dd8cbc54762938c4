// SPDX-License-Identifier: Apache-2.0
// The names of a register as a tree of words, so that a cell is read in one pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "domain/agency.h"
#include "language/agency/agency_reader.h"
#include "language/agency/group_absence.h"
#include "language/agency/nearest_name.h"
#include "language/agency/province_names.h"
#include "language/words/words.h"

namespace dondoc::language {

// The tokens of a name or a cell: abbreviations joined, "Ủy ban nhân dân" as "UBND" and the like.
Words split_names(std::string_view text);

struct AgencyReader::Index {
    using Node = std::uint32_t;
    static constexpr Node root = 0;
    static constexpr Node no_node = 0xFFFFFFFF;

    struct Match {
        std::size_t end;          // token after the last one
        std::size_t party;        // in `parties`
        std::vector<Node> heads;  // the tree's nodes after the first words: what a list may leave out
    };

    // `written`: who did not exist on that day is `absent`. `home`: the province that is meant where none is
    // named (home_province()); empty: none, and a name that needs one is a question.
    explicit Index(const Register& agencies, std::optional<local_days> written = std::nullopt,
                   std::string_view home = {});

    // The longest name that begins at token `at`, continuing below `from`.
    std::optional<Match> match(const std::vector<Token>& tokens, std::size_t at, Node from = root) const;
    // The party whose whole name is `text`; nullptr: none.
    const Party* find(std::string_view text) const;

    std::vector<Party> parties;
    std::unordered_map<std::string, std::vector<std::size_t>> members;  // by group: in `parties`
    std::unordered_map<std::string, std::string> codes;  // that agencies had before -> those of today
    std::unordered_map<std::string, Message> absent;     // by code: why it cannot be meant
    std::unordered_map<std::string, std::vector<AbsentMember>> absent_of;  // by group
    NearestName nearest;
    // How many tokens from `at` on are the name of the register's own province: "Thái Nguyên"; 0: none, or it
    // has several.
    std::size_t province_at(const std::vector<Token>& tokens, std::size_t at) const;
    std::unordered_map<std::string, Message> questions;  // by name: of which province?

  private:
    void add(std::string_view name, std::size_t party);
    void add_initials(const Agency& agency, std::size_t party);
    void add_without_province(const Register& agencies, std::string_view home);
    Node child(Node node, const std::string& word) const;
    Node add_child(Node node, const std::string& word);
    std::optional<Match> walk(const std::vector<Token>& tokens, std::size_t at, Node from,
                              bool skip_plural) const;

    static constexpr std::size_t no_party = static_cast<std::size_t>(-1);
    std::unordered_map<std::string, std::uint32_t> word_ids_;
    std::unordered_map<std::uint64_t, Node> children_;  // (node, word) -> node
    std::vector<std::size_t> party_of_;                 // by node
    ProvinceNames provinces_;
};

}  // namespace dondoc::language
