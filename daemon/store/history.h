// SPDX-License-Identifier: Apache-2.0
// What happened to assignments: an append-only row of each change, and from it how they stood at any instant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/change_kind.h"
#include "store/assignments.h"
#include "store/change_texts.h"

namespace dondoc::store {

// An assignment after a change. That it was given has no row: its revision is 1, its state assigned.
struct Change {
    AssignmentId assignment;
    std::int64_t revision = 0;
    sys_seconds at;
    ChangeKind kind = ChangeKind::CarriedOver;
    std::string by;  // name of the key; empty: nobody's
    Workflow state = Workflow::Assigned;
    std::optional<local_days> due, original_due;
    std::optional<local_days> completed_on;  // day of the result's document
    std::optional<int> progress;             // percent
    int reworks = 0;
    std::string detail;  // a serialized dondoc.v1.ChangeDetail
};

// What goes with a change.
struct Said {
    std::string detail = {};  // a serialized dondoc.v1.ChangeDetail
    std::string words = {};   // of it, by which work is looked for: folded, as the text of a task
};

// A change with what a list shows of its assignment.
struct ListedChange {
    Change change;
    TaskId task;
    std::string document;  // number
    std::string task_number;
    std::string agency;  // code
};

struct AssignmentAsOf {
    AssignmentId id;
    TaskId task;
    DocumentId document;
    AgencyId agency;
    Workflow state = Workflow::Assigned;
    std::optional<local_days> due, original_due, completed_on;
    sys_seconds given_at, updated_at;
    int reworks = 0;
    std::optional<int> progress;

    bool operator==(const AssignmentAsOf&) const = default;
};

// All that is given must hold.
struct ChangeFilter {
    std::optional<AssignmentId> assignment = std::nullopt;
    std::optional<AgencyId> agency = std::nullopt;
    std::optional<TaskId> task = std::nullopt;
    std::vector<DocumentId> documents = {};  // any of these; empty: all
    std::optional<ChangeKind> kind = std::nullopt;
    std::optional<sys_seconds> since = std::nullopt, before = std::nullopt;  // since <= at < before
    int limit = 100;
    std::int64_t offset = 0;
    bool newest_first = false;
};

// As the database keeps it, by its name. Throws std::runtime_error for a name that no version has written.
ChangeKind kind_in(const Rows& rows, int column);

class History {
  public:
    History(Database& database, ChangeTexts& texts);  // the texts are not owned and outlive this

    // The one way in which an assignment changes: writes it as it is given here, with the next revision, and
    // the row of its history. The revision it has must be the one on disk. Updates revision and updated_at.
    void write(Assignment& assignment, ChangeKind kind, std::string_view by, const Said& said,
               sys_seconds at);

    // Assignments that were given by that instant, in the order of their ids, after `after`; at most `limit`.
    std::vector<AssignmentAsOf> as_of(sys_seconds instant, AssignmentId after, int limit);
    std::vector<Change> of(AssignmentId assignment);  // oldest first
    // What was said with each such change up to and with the instant, oldest first.
    std::vector<std::string> details(AssignmentId assignment, ChangeKind kind, sys_seconds until);
    // Oldest first, unless asked for. Past 4 MiB of details the rest comes without: earlier versions took
    // any.
    std::vector<ListedChange> log(const ChangeFilter& filter);

  private:
    Database& database_;
    ChangeTexts& texts_;
    Statement update_, update_indexed_, insert_, as_of_, details_, of_;
};

}  // namespace dondoc::store
