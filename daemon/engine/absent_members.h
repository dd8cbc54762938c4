// SPDX-License-Identifier: Apache-2.0
// Groups with members that did not exist on the day of issue: who is assigned in their place, and the
// question that comes before anybody is left out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/work.h"
#include "language/rows/row_reader.h"

namespace dondoc::engine {

struct ReadRow;

// The agencies of these parties on that day, and as `absent` says those in place of who did not exist then.
std::vector<AgencyId> agencies_of(const Work& work, const std::vector<language::Party>& parties,
                                  local_days on, language::AbsentMembers absent);

// Gathers what would be left out without a word.
class AbsenceQuestion {
  public:
    AbsenceQuestion(const Work& work, const store::Document& document) : work_(work), document_(document) {}

    void add(const ReadRow& row);
    // Throws UserError "plan.absent_members" where there is something to ask.
    void ask() const;

  private:
    const Work& work_;
    const store::Document& document_;
    std::size_t takers_ = 0;
    std::vector<std::string> rows_;  // numbers, or lines of the file
};

// The same at once, for all that these rows assign.
void ask_of_absent(const Work& work, const store::Document& document, std::span<const ReadRow> rows);

}  // namespace dondoc::engine
