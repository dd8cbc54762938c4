// SPDX-License-Identifier: Apache-2.0
#include "store/notices.h"

#include <algorithm>

#include "store/id_list.h"

namespace dondoc::store {

Notices::Notices(Database& database)
    : insert_(database, "INSERT INTO notice (task_id, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING"),
      insert_all_(database,
                  "INSERT INTO notice (task_id, event_id) SELECT value, ?1 FROM json_each(?2) WHERE true "
                  "ON CONFLICT DO NOTHING"),
      history_(
          database,
          "SELECT g.code, e.kind, e.at, e.id, e.number, coalesce(e.number <= (SELECT max(acknowledged) "
          "FROM cursor c WHERE c.agency_id = e.agency_id), 0) "
          "FROM notice n JOIN event e ON e.id = n.event_id JOIN agency g ON g.id = e.agency_id "
          "WHERE n.task_id = ?1 AND (?2 IS NULL OR e.agency_id = ?2) ORDER BY n.event_id DESC LIMIT ?3") {}

void Notices::add(TaskId task, EventId event) {
    insert_.run(task, event);
}

void Notices::add_all(const std::vector<TaskId>& tasks, EventId event) {
    insert_all_.run(event, json_array(tasks));
}

std::vector<NoticeRecord> Notices::history(TaskId task, std::optional<AgencyId> agency, int limit) {
    std::vector<NoticeRecord> records;
    for (auto rows = history_.query(task, agency, limit); rows.next();)
        records.push_back({rows.text(0), static_cast<int>(rows.integer(1)), rows.instant(2),
                           rows.id<EventId>(3), InboxSeq{rows.integer(4)}, rows.integer(5) != 0});
    std::ranges::reverse(records);
    return records;
}

}  // namespace dondoc::store
