// SPDX-License-Identifier: Apache-2.0
// The orders of a list of assignments, and the places in it.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "store/assignment_filter.h"
#include "store/condition.h"

namespace dondoc::store {

// Where assignments are the same by these, by their ids. Reversed it is the same list from its end.
enum class ListOrder {
    Due,       // earliest first, those without a day last
    Updated,   // by the last change by anybody
    Given,     // as they were given
    Agency,    // by code, then by due
    Document,  // by day of issue, then as the rows of the document
    Progress   // by percent; nothing was said first, completed last
};

struct ListSort {
    ListOrder order = ListOrder::Due;
    bool reverse = false;
};

// A place in a list between two rows. It holds when the row before it has changed or gone.
using ListPosition = std::vector<std::variant<std::int64_t, std::string>>;

// The rest of the file is for SQL on "assignment a" with its task t, document d and agency g.

// What a list is ordered by, separated by commas; together they are unique.
std::string keys_of(ListOrder order);
std::size_t key_count(ListOrder order);
std::string ordered_by(const ListSort& sort);
// What comes after the position.
Condition after(const ListSort& sort, const ListPosition& position);
// `first`: the column with the first key.
ListPosition read_position(const Rows& rows, ListOrder order, int first);
// All assignments in that order, along an index.
std::string tables_in_order(ListOrder order, const DayRange& days);

inline const std::string its_task = " CROSS JOIN task t ON t.id = a.task_id ";
inline const std::string its_document = " CROSS JOIN document d ON d.id = t.document_id ";
inline const std::string its_agency = " CROSS JOIN agency g ON g.id = a.agency_id ";

}  // namespace dondoc::store
