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

    // Words are taken into their index so many changes at a time, with the last of them: to take in one by
    // one costs several pages each time. Migrations know the number.
    static constexpr std::int64_t indexed_at_once = 64;
    // The newest change that has all its words in the index; those after it are few enough to be looked
    // through.
    inline static const std::string newest_indexed = "(SELECT max(id) / " + std::to_string(indexed_at_once) +
                                                     " * " + std::to_string(indexed_at_once) +
                                                     " FROM assignment_change)";

    // A change with this id has just been written, by the same transaction.
    void added(std::int64_t id);

    // In a file of an earlier version: makes them of the details of all changes, in a transaction of its own.
    // Else does nothing. What `text_of` returns is folded: small letters, as the text of a task is kept.
    void make_missing(const std::function<std::string(const std::string& detail)>& text_of);

  private:
    Database& database_;
    Statement index_, merge_;
};

}  // namespace dondoc::store
