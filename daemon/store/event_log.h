// SPDX-License-Identifier: Apache-2.0
// The log of all events, looked at by what they are about. What one page looks at is bounded.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/condition.h"
#include "store/inbox.h"

namespace dondoc::store {

// All that is given must hold.
struct LogFilter {
    std::optional<AgencyId> agency;  // whose inbox
    std::optional<int> kind;
    std::vector<DocumentId> documents;  // about any of these; empty: whatever
    std::optional<TaskId> task;
    std::optional<AssignmentId> assignment;   // its task has to be given with it
    std::optional<sys_seconds> since, until;  // until: the first instant that is too late
    // Whether an event of the task is about the assignment, where the ledger of alerts does not say so.
    std::function<bool(const StoredEvent&)> is_about_assignment;
};

struct LogWindow {
    std::optional<EventId> after;  // newest first: before
    int limit = 100;
    bool newest_first = false;
};

struct LogPage {
    std::vector<StoredEvent> events;  // in the order of their ids
    // The event after which to go on; nullopt: that was all. There may be one after fewer events than the
    // limit, even none: enough was looked at for once.
    std::optional<EventId> next;
};

class EventLog {
  public:
    // `walked`: how many events one page looks at, at most.
    explicit EventLog(Database& database, int walked = 2'000);

    // What an event is about; in the transaction that writes it, once.
    void add_documents(EventId event, const std::vector<TaskId>& tasks);
    void add_document(EventId event, DocumentId document);
    LogPage page(const LogFilter& filter, const LogWindow& window);

  private:
    // Events that the filter lies in, as "e", and how SQLite gets at them.
    struct Source {
        std::string tables;
        Condition condition;
        std::string order = "e.id";
        std::string is_alert = "true";  // the ledger says that it is about what is looked for
    };
    Source source_of(const LogFilter& filter);
    bool is_short(const LogFilter& filter);

    Database& database_;
    const int walked_;
    Statement add_documents_, add_document_of_, add_document_, events_in_span_;
};

}  // namespace dondoc::store
