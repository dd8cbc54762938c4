// SPDX-License-Identifier: Apache-2.0
// What an agency may still know of a task that was taken away from it: the row as it stood then. What an
// amendment writes later is not its business.
#pragma once

#include <optional>
#include <string>

#include "store/plans.h"

namespace dondoc::store {

class Partings {
  public:
    explicit Partings(Database& database);

    // When the agency's last part of the task was transferred or revoked. nullopt: it has a part still, or
    // cooperates, or never had anything to do with the task.
    std::optional<sys_seconds> of(AgencyId agency, TaskId task);
    // The agency has a part of a task of the document, or cooperates in one.
    bool has_part_in(AgencyId agency, DocumentId document);

    // In the transaction that amends the row: what it said until then. Append-only.
    void keep(const Task& before, sys_seconds until);
    // What the row said at that instant, where an amendment has changed it since.
    struct Text {
        std::string number, section, title, requirement, solution, deadline_text, lead_text, cooperating_text;
    };
    std::optional<Text> text_at(TaskId task, sys_seconds instant);

  private:
    Statement of_, has_part_in_, keep_, text_at_;
};

}  // namespace dondoc::store
