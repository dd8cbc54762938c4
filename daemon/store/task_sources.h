// SPDX-License-Identifier: Apache-2.0
// Tasks that came from other systems: by their ids there, with what each system said last.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

struct TaskSource {
    std::string source;  // name of the other system
    std::string id;      // there
};

class TaskSources {
  public:
    explicit TaskSources(Database& database);

    struct Known {
        TaskId task;
        std::string said;  // a serialized dondoc.v1.ImportedTask
    };
    std::optional<Known> find(const TaskSource& source);
    // A task may have several ids; an id has one task, the newest.
    void put(const TaskSource& source, TaskId task, const std::string& said);
    std::vector<TaskSource> of(TaskId task);  // by source and id
    bool holds(const std::string& source, TaskId task);
    std::int64_t count(const std::string& source);  // ids

  private:
    Statement find_, put_, of_, holds_, count_;
};

}  // namespace dondoc::store
