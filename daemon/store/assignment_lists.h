// SPDX-License-Identifier: Apache-2.0
// Lists of assignments: any filter, in any order, page by page. What one page looks at is bounded, however
// many assignments there are.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/priority.h"
#include "store/assignments.h"
#include "store/list_order.h"

namespace dondoc::store {

// An assignment with what a list shows of its task and agency.
struct ListedAssignment {
    Assignment assignment;
    std::string agency_code;
    std::string agency_name;
    std::string document;
    std::string level;
    std::string task_number;
    std::string title;
    std::string deadline_text;
    std::string deadline_kind;
    DocumentId document_id;
    Priority priority = Priority::Normal;
    std::optional<std::chrono::minutes> hour = std::nullopt;  // of the due day
    bool secret = false;
};

using TimelinessCounts = std::map<Timeliness, std::int64_t>;

struct ListWindow {
    ListSort sort;
    std::optional<ListPosition> after;
    int limit = 100;
    std::int64_t offset = 0;  // rows passed over, after `after`
    bool with_total = false;  // see Tallies::count first
};

struct ListPage {
    std::vector<ListedAssignment> rows;
    // nullopt: that was all. There may be a next position after fewer rows than the limit, even none: enough
    // was looked at for once.
    std::optional<ListPosition> next;
    std::int64_t skipped = 0;  // of the offset
    // How many the filter finds in all. nullopt: not asked for, or too many would have to be looked at.
    std::optional<std::int64_t> total;
};

// Tasks in force without an assignment, by id.
struct TaskPage {
    std::vector<TaskId> tasks;
    std::optional<TaskId> next;
    std::int64_t skipped = 0;
};

class AssignmentLists {
  public:
    // A list that is narrowed to so many is sorted; one that is not is walked along the index of its order,
    // so many at a time.
    struct Limits {
        std::int64_t sorted = 10'000;
        int walked = 2'000;
        // That have the words of a text, apart from their marks; and changes in whose text they were said.
        std::int64_t tasks = 4'000;
    };
    explicit AssignmentLists(Database& database) : AssignmentLists(database, Limits{}) {}
    AssignmentLists(Database& database, const Limits& limits);

    ListPage page(const AssignmentFilter& filter, const ListWindow& window);
    // Of the documents and with the text of the filter; the rest of it is about assignments.
    TaskPage unassigned(const AssignmentFilter& filter, TaskId after, int limit, std::int64_t offset);
    // One, whatever becomes of it; nullopt: there is none.
    std::optional<ListedAssignment> one(AssignmentId id);
    // Every one, earliest due first, however many: for those of a task or of an agency.
    std::vector<ListedAssignment> all(const AssignmentFilter& filter);
    // Looks at each assignment of the filter: for those of one document, which has some hundreds.
    std::map<AgencyId, TimelinessCounts> counts_by_agency(const AssignmentFilter& filter);

  private:
    class Looking;  // while a filter with a text is looked at

    Database& with_text_functions(Database& database);
    bool fits(const std::string& folded) const;
    bool are_few(Statement& count, const std::string& phrase) const;
    std::optional<std::string> tasks_with(const TextFilter& text);
    std::optional<FilterSource> narrowest(const AssignmentFilter& filter);
    std::int64_t size_of(const FilterSource& source);
    std::int64_t count(const FilterSource& source, const AssignmentFilter& filter);
    ListPage sorted(const FilterSource& source, const AssignmentFilter& filter, const ListWindow& window);
    ListPage walked(const AssignmentFilter& filter, const ListWindow& window);

    Database& database_;
    const Limits limits_;
    Statement one_, with_words_, count_with_words_, said_with_words_, count_said_with_words_;
    const TextFilter* looked_for_ = nullptr;  // by has_text() and has_words(), functions of SQL of this class
    std::unordered_map<std::int64_t, bool> looked_at_;  // tasks
};

}  // namespace dondoc::store
