// SPDX-License-Identifier: Apache-2.0
// What was decided by hand on rows of documents after they were taken in: append-only.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

struct RowDecision {
    sys_seconds at{};
    std::string by;     // name of the key
    std::string field;  // as in v1::FieldChange
    std::string old;
    std::string now;
    std::string document;  // the deciding one
    std::string reason;
};

class RowDecisions {
  public:
    explicit RowDecisions(Database& database);

    void add(TaskId task, const RowDecision& decision);
    std::vector<RowDecision> of(TaskId task);  // oldest first
    // Tasks of the document, also dropped ones, of which that field was decided.
    std::vector<TaskId> decided(DocumentId document, const std::string& field);

  private:
    Statement insert_, of_, decided_;
};

}  // namespace dondoc::store
