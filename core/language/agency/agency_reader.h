// SPDX-License-Identifier: Apache-2.0
// Cell texts -> agencies and groups of the register.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/agency.h"
#include "domain/message.h"
#include "language/agency/group_absence.h"

namespace dondoc::language {

// One agency or group that a cell names.
struct Party {
    enum class Kind {
        Agency,  // `code` is its code
        Group,   // of the register: `code` is the canonical name without "@"
        Vague,  // a group that the register cannot list ("các sở, ngành liên quan"): kept as text, `code` is
                // empty
        Unknown  // no such agency in the register: kept as text, `code` is empty
    };
    Kind kind;
    std::string code;
    std::string name;  // canonical, with a leading "@" for groups; for Unknown the text as written
    bool operator==(const Party&) const = default;
};

struct PartyReading {
    std::vector<Party> parties;      // in the order of the cell, each once
    std::vector<Party> cooperating;  // those that the same cell names as "phối hợp"
    std::vector<std::string> role_notes;
    std::vector<Message> problems;  // vague and unknown ones, with the nearest name where there is one
};

// The register, prepared for look-ups; immutable. Copies what it needs.
class AgencyReader {
  public:
    explicit AgencyReader(const Register& agencies);
    // For what was written on that day: agencies by their names of the time. One that did not exist then is a
    // problem, which names who took over, and counts as unknown.
    // `home`: of which province are those whose name needs one and has none (home_province()); empty: such a
    // name is a question.
    AgencyReader(const Register& agencies, local_days written, std::string_view home = {});
    ~AgencyReader();
    AgencyReader(AgencyReader&&) noexcept;
    AgencyReader& operator=(AgencyReader&&) noexcept;

    // Never throws on any bytes; linear in the length of the cell.
    PartyReading read(std::string_view cell) const;

    // The agency or group that is meant by a code, a name or an alias alone, or by a group's name with a
    // leading
    // "@". Throws UserError "party.not_registered" (with the nearest name where there is one),
    // "party.no_members" for a group that nobody can expand, and "party.ended", "party.not_yet" for an agency
    // that did not exist on the day.
    Party resolve(std::string_view name) const;

    // Members of a group (its name without "@") that did not exist on the day, and whose work nobody has.
    const std::vector<AbsentMember>& absent_of(const std::string& group) const;
    // How many agencies these are, each once: groups are their members on the day.
    std::size_t count(const std::vector<Party>& parties) const;
    // What has to be asked of the groups among these.
    std::vector<Message> questions_of(const std::vector<Party>& parties) const;

    struct Index;  // agency_index.h

  private:
    std::unique_ptr<const Index> index_;
};

}  // namespace dondoc::language
