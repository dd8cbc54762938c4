// SPDX-License-Identifier: Apache-2.0
#include "store/event_log.h"

#include <cstdint>
#include <limits>

#include "store/id_list.h"

namespace dondoc::store {
namespace {

constexpr std::int64_t beginning = std::numeric_limits<std::int64_t>::min();
constexpr std::size_t most_page_bytes = 4U << 20;  // of contents that one page looks at, and one more
constexpr std::int64_t end = std::numeric_limits<std::int64_t>::max();

std::int64_t seconds_or(const std::optional<sys_seconds>& instant, std::int64_t otherwise) {
    return instant ? instant->time_since_epoch().count() : otherwise;
}

Condition events_condition(const LogFilter& filter) {
    Condition condition;
    if (filter.agency) condition.add("e.agency_id = ?", filter.agency->value);
    if (filter.kind) condition.add("e.kind = ?", *filter.kind);
    if (filter.since) condition.add("e.at >= ?", seconds_or(filter.since, beginning));
    if (filter.until) condition.add("e.at < ?", seconds_or(filter.until, end));
    if (!filter.documents.empty())
        condition.add("EXISTS (SELECT 1 FROM event_document o WHERE o.document_id IN (" +
                      id_list(filter.documents) + ") AND o.event_id = e.id)");
    return condition;
}

}  // namespace

EventLog::EventLog(Database& database, int walked)
    : database_(database),
      walked_(walked),
      add_documents_(database,
                     "INSERT INTO event_document SELECT DISTINCT t.document_id, ?1 FROM json_each(?2) j "
                     "CROSS JOIN task t ON t.id = j.value"),
      add_document_of_(database, "INSERT INTO event_document SELECT document_id, ?1 FROM task WHERE id = ?2"),
      add_document_(database, "INSERT INTO event_document (document_id, event_id) VALUES (?, ?)"),
      events_in_span_(database,
                      "SELECT count(*) FROM (SELECT 1 FROM event WHERE at >= ? AND at < ? LIMIT ?)") {}

void EventLog::add_documents(EventId event, const std::vector<TaskId>& tasks) {
    if (tasks.size() == 1)  // most often, and no list to be read and sorted
        add_document_of_.run(event, tasks.front());
    else if (!tasks.empty())
        add_documents_.run(event, json_array(tasks));
}

void EventLog::add_document(EventId event, DocumentId document) {
    add_document_.run(document, event);
}

// Whether its span has so few events that they can be sorted.
bool EventLog::is_short(const LogFilter& filter) {
    if (!filter.since && !filter.until) return false;
    auto rows = events_in_span_.query(seconds_or(filter.since, beginning), seconds_or(filter.until, end),
                                      walked_ + 1);
    return rows.number() <= walked_;
}

EventLog::Source EventLog::source_of(const LogFilter& filter) {
    Source source;
    if (filter.assignment) {
        source.tables =
            "(SELECT event_id, max(told) AS told FROM (SELECT l.event_id, 1 AS told FROM assignment a CROSS "
            "JOIN alert l ON l.agency_id = a.agency_id AND l.assignment_id = a.id WHERE a.id = " +
            std::to_string(filter.assignment->value) +
            " AND l.event_id IS NOT NULL UNION ALL SELECT event_id, 0 FROM notice WHERE task_id = " +
            std::to_string(filter.task.value().value) +
            ") GROUP BY event_id) s CROSS JOIN event e ON e.id = s.event_id";
        source.is_alert = "s.told";
    } else if (filter.task) {
        const auto task = std::to_string(filter.task->value);
        source.tables = "(SELECT event_id FROM notice WHERE task_id = " + task +
                        " UNION SELECT l.event_id FROM assignment a CROSS JOIN alert l "
                        "ON l.agency_id = a.agency_id AND l.assignment_id = a.id WHERE a.task_id = " +
                        task + " AND l.event_id IS NOT NULL) s CROSS JOIN event e ON e.id = s.event_id";
    } else if (filter.documents.size() == 1) {
        source.tables = "event_document s CROSS JOIN event e ON e.id = s.event_id";
        source.condition.add("s.document_id = ?", filter.documents.front().value);
        source.order = "s.event_id";
    } else if (filter.agency) {
        source.tables = "event e INDEXED BY sqlite_autoindex_event_1";
        source.condition.add("e.agency_id = ?", filter.agency->value);
        source.order = "e.number";
    } else if (is_short(filter)) {
        source.tables = "event e INDEXED BY event_at";
        source.condition.add("e.at >= ? AND e.at < ?",
                             {seconds_or(filter.since, beginning), seconds_or(filter.until, end)});
    } else {
        source.tables = "event e";
    }
    return source;
}

LogPage EventLog::page(const LogFilter& filter, const LogWindow& window) {
    const auto fits = events_condition(filter);
    auto source = source_of(filter);
    if (window.after) {
        const auto* id = source.order == "s.event_id" ? "s.event_id" : "e.id";
        source.condition.add(std::string{id} + (window.newest_first ? " < ?" : " > ?"), window.after->value);
    }
    Statement select{database_, "SELECT e.id, " + source.is_alert + ", " + fits.expression() +
                                    ", e.agency_id, e.number, e.body FROM " + source.tables +
                                    source.condition.sql() + " ORDER BY " + source.order +
                                    (window.newest_first ? " DESC" : "") + " LIMIT ?"};
    select.bind_at(source.condition.bind_to(select, fits.bind_to(select)) + 1, walked_ + 1);
    LogPage page;
    EventId last;
    int looked_at = 0;
    std::size_t bytes = 0;
    for (auto rows = select.running(); rows.next(); last = rows.id<EventId>(0)) {
        if (static_cast<int>(page.events.size()) == window.limit || looked_at++ == walked_ ||
            bytes >= most_page_bytes) {
            page.next = last;
            break;
        }
        if (rows.integer(2) == 0) continue;
        StoredEvent event{rows.id<EventId>(0), rows.id<AgencyId>(3), InboxSeq{rows.integer(4)}, rows.blob(5)};
        bytes += event.body.size();
        if (rows.integer(1) == 0 && !filter.is_about_assignment(event)) continue;
        page.events.push_back(std::move(event));
    }
    return page;
}

}  // namespace dondoc::store
