// SPDX-License-Identifier: Apache-2.0
// What was said with changes of assignments, as far as work is looked for by it: reasons, notes, numbers of
// results and letters. AssignmentLists finds by them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "store/database.h"

namespace dondoc::store {

class ChangeTexts {
  public:
    explicit ChangeTexts(Database& database);

    // Words are taken into their index so many texts at a time, with the last of them: to take in one by one
    // costs several pages each time. Migrations know the number.
    static constexpr std::int64_t indexed_at_once = 64;
    // The newest text with all its words in the index; those after it are few enough to be looked through.
    inline static const std::string newest_indexed = "(SELECT max(id) / " + std::to_string(indexed_at_once) +
                                                     " * " + std::to_string(indexed_at_once) +
                                                     " FROM change_text)";

    // `folded`: small letters, as the text of a task is kept. Nothing is kept of an empty one.
    void add(AssignmentId assignment, const std::string& folded);

    // In a file of an earlier version: makes them of the details of all changes, in a transaction of its own.
    // Else does nothing.
    void make_missing(const std::function<std::string(const std::string& detail)>& text_of);

  private:
    Database& database_;
    Statement insert_, index_;
};

}  // namespace dondoc::store
