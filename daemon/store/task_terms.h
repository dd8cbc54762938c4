// SPDX-License-Identifier: Apache-2.0
// What was decided on a task's term after it was assigned: append-only, the newest entry holds.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/change_kind.h"
#include "domain/message.h"
#include "store/database.h"

namespace dondoc::store {

struct TermEntry {
    sys_seconds at{};
    ChangeKind kind = ChangeKind::TermSet;  // EventHappened, TermSet, their undoing, or Amend
    std::string by;                         // name of the key
    std::optional<local_days> happened = std::nullopt;
    std::string phrase = {};
    std::optional<local_days> due = std::nullopt;
    Message why = {};  // how the day came about
    std::string document = {};
    std::string reason = {};
    std::optional<std::chrono::minutes> hour = std::nullopt;  // of the due day
};

class TaskTerms {
  public:
    explicit TaskTerms(Database& database);

    void add(TaskId task, const TermEntry& entry);
    std::vector<TermEntry> of(TaskId task);  // oldest first
    std::optional<TermEntry> newest(TaskId task);

  private:
    Statement insert_, of_, newest_;
};

}  // namespace dondoc::store
