// SPDX-License-Identifier: Apache-2.0
#include "store/check.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "store/database.h"
#include "store/schema.h"

namespace dondoc::store {
namespace {

// What one query finds wrong: its columns are the arguments of the sentence.
struct Rule {
    const char* key;
    const char* sql;
};

constexpr auto rules = std::to_array<Rule>({
    {"check.foreign_key", R"sql(
        SELECT "table", coalesce(rowid, 0), parent FROM pragma_foreign_key_check)sql"},
    // From its first number, since older events may have been taken away, every number is there.
    {"check.inbox_gap", R"sql(
        SELECT a.code, e.least, e.most, e.there
        FROM (SELECT agency_id, min(number) AS least, max(number) AS most, count(*) AS there
              FROM event GROUP BY agency_id) e JOIN agency a ON a.id = e.agency_id
        WHERE e.most - e.least + 1 <> e.there)sql"},
    {"check.inbox_head", R"sql(
        SELECT a.code, a.head, e.most
        FROM agency a JOIN (SELECT agency_id, max(number) AS most FROM event GROUP BY agency_id) e
             ON e.agency_id = a.id
        WHERE e.most <> a.head)sql"},
    {"check.cursor", R"sql(
        SELECT a.code, c.consumer, c.acknowledged, a.head
        FROM cursor c JOIN agency a ON a.id = c.agency_id WHERE c.acknowledged > a.head)sql"},
    {"check.alert_event", R"sql(
        SELECT l.assignment_id, l.step, l.event_id
        FROM alert l WHERE l.event_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = l.event_id)
          AND l.event_id >= (SELECT coalesce(min(e.id), 0) FROM event e WHERE e.agency_id = l.recipient_id))sql"},
    {"check.alert_assignment", R"sql(
        SELECT l.assignment_id, l.step FROM alert l WHERE NOT EXISTS
            (SELECT 1 FROM assignment s WHERE s.id = l.assignment_id AND s.agency_id = l.agency_id))sql"},
    {"check.alarm_closed", R"sql(
        SELECT l.assignment_id FROM alarm l JOIN assignment s ON s.id = l.assignment_id
        WHERE s.state > 3 OR s.due IS NULL)sql"},
    {"check.flow_open", R"sql(
        SELECT counted, there
        FROM (SELECT coalesce(sum(received - on_time - late - refused), 0) AS counted FROM flow_count),
             (SELECT count(*) AS there FROM flow_item WHERE finished IS NULL)
        WHERE counted <> there)sql"},
});

// A policy may have nothing more to tell, or there may be none for it: only the configuration knows.
constexpr Rule without_alarm{"check.alarm_missing", R"sql(
    SELECT count(*), min(s.id) FROM assignment s
    WHERE s.state <= 3 AND s.due IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM alarm l WHERE l.assignment_id = s.id)
    HAVING count(*) > 0)sql"};

constexpr auto counted = std::to_array<const char*>(
    {"agency", "document", "task", "assignment", "alarm", "alert", "event", "cursor", "access_key"});

class Checker {
  public:
    Checker(SQLite::Database& db, CheckResult& result) : db_(db), result_(result) {}

    void pages() {
        SQLite::Statement statement{db_, "PRAGMA integrity_check(" + std::to_string(most_findings) + ")"};
        while (statement.executeStep()) {
            const auto line = statement.getColumn(0).getString();
            if (line != "ok") add(result_.findings, {"check.page", {line}});
        }
    }

    void obey(const Rule& rule, std::vector<Message>& broken) {
        SQLite::Statement statement{db_, rule.sql};
        while (broken.size() < most_findings && statement.executeStep()) {
            Message message{rule.key, {}};
            for (int i = 0; i < statement.getColumnCount(); ++i)
                message.args.push_back(statement.getColumn(i).getString());
            add(broken, std::move(message));
        }
    }

    void count(const char* table) {
        result_.counts.emplace_back(table,
                                    db_.execAndGet(std::string{"SELECT count(*) FROM "} + table).getInt64());
    }

  private:
    static void add(std::vector<Message>& to, Message message) {
        if (to.size() < most_findings) to.push_back(std::move(message));
    }

    SQLite::Database& db_;
    CheckResult& result_;
};

void require_ours(SQLite::Database& db, const std::filesystem::path& file, CheckResult& result) {
    if (db.execAndGet("PRAGMA application_id").getInt() != application_id)
        throw StorageError("storage.foreign", {file.string()});
    const int known = static_cast<int>(migrations().size());
    result.schema = db.execAndGet("PRAGMA user_version").getInt();
    if (result.schema > known)
        throw StorageError("storage.newer",
                           {file.string(), std::to_string(result.schema), std::to_string(known)});
    if (result.schema < known)
        throw UserError("check.older", {file.string(), std::to_string(result.schema), std::to_string(known)});
}

}  // namespace

CheckResult check(const std::filesystem::path& file, Reading reading, const std::stop_token& stop) {
    CheckResult result;
    try {
        auto db = open_for_reading(file, reading);
        stop_when_asked(db, stop);
        db.exec("BEGIN");
        require_ours(db, file, result);
        result.bytes = std::uint64_t{db.execAndGet("PRAGMA page_count").getUInt()} *
                       db.execAndGet("PRAGMA page_size").getUInt();
        Checker checker{db, result};
        const auto carefully = [&](const auto& part) {
            try {
                part();
            } catch (const SQLite::Exception& error) {
                if (error.getErrorCode() != SQLITE_CORRUPT) throw;
                if (result.findings.size() < most_findings)
                    result.findings.push_back({"check.unreadable", {error.what()}});
            }
        };
        carefully([&] { checker.pages(); });
        for (const auto& rule : rules) carefully([&] { checker.obey(rule, result.findings); });
        carefully([&] { checker.obey(without_alarm, result.notes); });
        for (const auto* table : counted) carefully([&] { checker.count(table); });
        return result;
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_INTERRUPT) throw UserError("check.stopped");
        if (error.getErrorCode() == SQLITE_NOTADB) throw StorageError("storage.foreign", {file.string()});
        rethrow(error);
    }
}

}  // namespace dondoc::store
