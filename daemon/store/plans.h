// SPDX-License-Identifier: Apache-2.0
// Documents and their tasks: what was read in each row, kept beside what was written there.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/deadline.h"
#include "domain/priority.h"
#include "store/database.h"

namespace dondoc::store {

struct Document {
    DocumentId id;
    std::string issuer;
    std::string number;
    local_days issued;
    std::string title;
    std::string level;
    std::optional<sys_seconds> withdrawn_at = std::nullopt;
    bool secret = false;  // as it was imported; never changes
};

struct Task {
    TaskId id;
    DocumentId document;
    int ordinal = 0;
    std::string number;
    std::string section;
    std::string title;
    std::string requirement;
    std::string solution;
    Deadline deadline;
    std::string lead_text;
    std::string cooperating_text;
    std::vector<std::string> lead;         // names as read; a group begins with "@"
    std::vector<std::string> cooperating;  // likewise
    std::vector<std::string> role_notes;
    std::vector<Message> problems;
    int source_table = 0;
    int source_line = 0;
    std::string search;                // folded text for look-ups
    std::vector<std::string> decided;  // what the operator set by hand: "deadline", "lead", "cooperating"
    std::int64_t content = 0;          // hash of title and requirement
    std::optional<sys_seconds> dropped_at = std::nullopt;  // no longer in the document as amended
    Priority priority = Priority::Normal;
};

class Plans {
  public:
    explicit Plans(Database& database);

    DocumentId add(const Document& document, sys_seconds imported_at);
    // By its number in any spelling; an issuer that is not said is any. Where an older file has it under two,
    // the one that is spelt so, or else the first one in force.
    std::optional<Document> find(const std::string& issuer, const std::string& number, local_days issued);
    // Of that number in any spelling, by day of issue; those that are spelt exactly so where some are.
    std::vector<Document> with_number(const std::string& number);
    Document get(DocumentId id);  // must exist
    std::vector<Document> list();
    std::vector<Document> seen_by(AgencyId agency);  // in which it leads or cooperates; in the same order
    std::int64_t count();
    std::int64_t task_count(DocumentId id);  // without those that were dropped

    TaskId add(const Task& task);
    void update(const Task& task);  // all but its document, and its cooperation
    void add_cooperation(TaskId task, AgencyId agency);
    void add_cooperations(TaskId task, const std::vector<AgencyId>& agencies);
    std::optional<Task> task(TaskId id);
    void set_priority(TaskId id, Priority priority);
    // The hour of a term that was decided later; nullopt: the document's own, if any, holds.
    void set_decided_hour(TaskId id, std::optional<std::chrono::minutes> hour);
    std::vector<TaskId> tasks_of(DocumentId id);  // in the order of the document, without those dropped
    struct Numbered {
        TaskId task;
        std::string number;
        std::string section;
        DeadlineKind kind;
    };
    std::vector<Numbered> numbered(DocumentId id);  // as tasks_of
    std::vector<AgencyId> cooperating(TaskId id);
    bool may_see(AgencyId agency, TaskId task);  // leads it or cooperates in it

    // What an alert says of a task.
    struct Brief {
        local_days issued;  // the document
        std::string document;
        std::string level;
        std::string number;
        std::string title;
        std::string deadline_text;
        DeadlineKind deadline_kind;
        Priority priority;
        DocumentId document_id;
        std::optional<std::chrono::minutes> hour;  // of the due day
        bool secret;
    };
    Brief brief(TaskId id);  // must exist

    // Recurring tasks of an older file, of which it is not known yet whether they have an end.
    std::vector<TaskId> unsettled(int limit);
    void settle(TaskId id, const Repetition& repetition);  // empty: it ends

  private:
    void write_reading(TaskId id, const Task& task);

    Statement insert_document_, with_number_, get_document_, list_documents_, seen_by_, count_, count_tasks_;
    Statement insert_task_, update_task_, clear_due_, clear_parties_, clear_problems_;
    Statement insert_due_, insert_party_, insert_problem_, insert_cooperation_, insert_cooperations_;
    Statement set_priority_, set_decided_hour_, get_task_, unsettled_, settle_, tasks_of_, numbered_, due_,
        parties_, problems_, cooperating_, may_see_, brief_;
};

}  // namespace dondoc::store
