// SPDX-License-Identifier: Apache-2.0
// What happens to a document after it was taken in: it is amended, or taken back; and which other document it
// may be a copy of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/plans.h"

namespace dondoc::store {

class PlanChanges {
  public:
    explicit PlanChanges(Database& database);

    void update_document(const Document& document);  // title, level, withdrawn_at; found by its id
    std::vector<TaskId> dropped_tasks_of(DocumentId id);
    void remove_cooperation(TaskId task, AgencyId agency);

    // Documents in force with this number.
    // How many of these rows (Task::content, each once) every document in force has.
    std::map<DocumentId, std::int64_t> with_rows(const std::vector<std::int64_t>& contents);

  private:
    Statement update_document_, dropped_, remove_cooperation_, with_content_;
};

}  // namespace dondoc::store
