// SPDX-License-Identifier: Apache-2.0
// What was said with changes of assignments, as far as work is looked for by it: reasons, notes, numbers of
// results and letters. AssignmentLists finds by them.
#pragma once

#include <functional>
#include <string>

#include "store/database.h"

namespace dondoc::store {

class ChangeTexts {
  public:
    explicit ChangeTexts(Database& database);

    // `folded`: small letters, as the text of a task is kept. Nothing is kept of an empty one.
    void add(AssignmentId assignment, const std::string& folded);

    // In a file of an earlier version: makes them of the details of all changes, in a transaction of its own.
    // Else does nothing.
    void make_missing(const std::function<std::string(const std::string& detail)>& text_of);

  private:
    Database& database_;
    Statement insert_;
};

}  // namespace dondoc::store
