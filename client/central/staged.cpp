// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are copied into a table of the connection's own, and from there inserted where they are lacking. When
// an assignment's rows are there in any order, each ends where the earliest of the later ones begins: that is
// how the daemon's own reports read its history.
#include "central/staged.h"

#include <chrono>
#include <string_view>
#include <tuple>
#include <utility>

#include "central/database.h"
#include "wire/given_day.h"
#include "wire/workflow.h"

namespace dondoc::central {
namespace {

int state_of(const std::string& name) {
    return static_cast<int>(wire::workflow_named(name).value_or(Workflow::Assigned));
}

// A byte string as PostgreSQL reads it.
std::string bytes_of(const std::string& raw) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\x";
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

int items_of(const v1::Event& event) {
    return event.digest().items_size() + (event.has_change() ? 1 : 0) + event.more_size();
}

template <typename Rows, typename Row>
void copy(pqxx::work& transaction, const char* table, const Rows& rows, Row&& row) {
    transaction.exec(std::string{"TRUNCATE "} + table);
    pqxx::stream_to stream{transaction, table};
    for (const auto& one : rows) stream << row(one);
    stream.complete();
}

}  // namespace

void make_staging_tables(pqxx::connection& connection) {
    pqxx::work transaction{connection};
    transaction.exec(R"sql(
CREATE TEMP TABLE staged_assignment (id bigint, task bigint, document text, agency text, level text, number text,
    title text, deadline text, hour text, priority text, given timestamptz, due text);
CREATE TEMP TABLE staged_change (assignment bigint, revision bigint, at timestamptz, action text, state smallint,
    due text, original_due text, completed_on text, progress text, reworks int, is_other_day boolean, day_before text);
CREATE TEMP TABLE staged_pressing (assignment bigint, revision bigint, at timestamptz, way text, document text, day text);
CREATE TEMP TABLE staged_event (lineage text, id bigint, agency text, number bigint, at timestamptz, kind smallint, items int);
)sql");
    transaction.commit();
}

// Attached, not created as partitions: reports that run go on meanwhile.
void make_generation_tables(pqxx::work& transaction, int generation) {
    for (const char* table : {"assignment", "standing", "pressing"}) {
        const auto id = std::to_string(generation);
        const auto name = std::string{table} + "_g" + id;
        transaction.exec("CREATE TABLE " + name + " (LIKE " + table + " INCLUDING ALL)");
        transaction.exec(std::string{"ALTER TABLE "} + table + " ATTACH PARTITION " + name +
                         " FOR VALUES IN (" + id + ")");
    }
}

void drop_generation_tables(pqxx::work& transaction, int generation) {
    for (const char* table : {"assignment", "standing", "pressing"})
        transaction.exec(std::string{"DROP TABLE IF EXISTS "} + table + "_g" + std::to_string(generation));
    for (const char* table : {"agency", "agency_name", "document", "secret_day"})
        transaction.exec_params(std::string{"DELETE FROM "} + table + " WHERE generation = $1", generation);
}

void make_event_table(pqxx::work& transaction, int site) {
    const auto id = std::to_string(site);
    transaction.exec("CREATE TABLE event_s" + id + " (LIKE event INCLUDING ALL)");
    transaction.exec("ALTER TABLE event ATTACH PARTITION event_s" + id + " FOR VALUES IN (" + id + ")");
}

void StagedState::add(const v1::SiteState::Part& part) {
    for (const auto& agency : part.agencies()) agencies_[agency.code()] = agency;
    for (const auto& document : part.documents()) documents_[document.id()] = document;
    for (const auto& row : part.given()) given_[row.assignment()] = row;
    changes_.insert(changes_.end(), part.changes().begin(), part.changes().end());
    secrets_.insert(secrets_.end(), part.secret().days().begin(), part.secret().days().end());
}

void StagedState::write(pqxx::work& transaction, int generation) {
    write_names(transaction, generation);
    if (!given_.empty()) write_assignments(transaction, generation);
    if (!changes_.empty()) write_standings(transaction, generation);
    if (!changes_.empty()) write_pressings(transaction, generation);
    write_secrets(transaction, generation);
    *this = {};
}

void StagedState::write_names(pqxx::work& transaction, int generation) {
    for (const auto& [code, agency] : agencies_) {
        transaction.exec_params(
            "INSERT INTO agency VALUES ($1, $2, $3, $4) ON CONFLICT (generation, code) DO UPDATE SET name = "
            "excluded.name, level = excluded.level",
            generation, code, agency.name(), agency.level());
        for (const auto& former : agency.former())
            transaction.exec_params(
                "INSERT INTO agency_name VALUES ($1, $2, $3::date, $4, $5) ON CONFLICT DO NOTHING",
                generation, code, former.until(), former.code(), former.name());
    }
    for (const auto& [id, document] : documents_)
        transaction.exec_params(
            "INSERT INTO document VALUES ($1, $2, $3, nullif($4, '')::date, $5, $6, $7) ON CONFLICT "
            "(generation, id) DO UPDATE SET number = excluded.number, issued = excluded.issued, "
            "issuer = excluded.issuer, title = excluded.title, level = excluded.level",
            generation, id, document.number(), document.issued(), document.issuer(), document.title(),
            document.level());
}

void StagedState::write_assignments(pqxx::work& transaction, int generation) {
    copy(transaction, "staged_assignment", given_, [](const auto& one) {
        const auto& row = one.second;
        return std::make_tuple(row.assignment(), row.task(), row.document(), row.agency(), row.level(),
                               row.task_number(), row.title(), row.deadline_text(), row.hour(),
                               row.priority(), timestamp(row.given()), row.due());
    });
    transaction.exec_params(
        "INSERT INTO assignment SELECT $1::int, id, task, document, agency, level, number, title, deadline, "
        "hour, priority, given FROM staged_assignment ON CONFLICT (generation, id) DO UPDATE SET "
        "number = excluded.number, title = excluded.title, deadline = excluded.deadline, "
        "hour = excluded.hour, priority = excluded.priority",
        generation);
    transaction.exec_params(
        "INSERT INTO standing SELECT $1::int, id, 1, given, 'infinity', '', 0, nullif(due, '')::date, "
        "nullif(due, '')::date, NULL, NULL, 0, agency, level FROM staged_assignment "
        "ON CONFLICT DO NOTHING",
        generation);
}

void StagedState::write_standings(pqxx::work& transaction, int generation) {
    copy(transaction, "staged_change", changes_, [](const v1::LifeEntry& entry) {
        const auto before = wire::day_before(entry);
        return std::make_tuple(
            entry.assignment(), entry.revision(), timestamp(entry.time()), entry.action(),
            state_of(entry.state()), entry.due(), entry.original_due(), entry.completed_on(),
            entry.has_progress() ? std::to_string(entry.progress()) : std::string{}, entry.reworks(),
            before.has_value(), before && before->day ? iso_day(*before->day) : std::string{});
    });
    transaction.exec_params(
        "INSERT INTO standing SELECT $1::int, c.assignment, c.revision, c.at, 'infinity', c.action, c.state, "
        "nullif(c.due, '')::date, nullif(c.original_due, '')::date, nullif(c.completed_on, '')::date, "
        "nullif(c.progress, '')::int, c.reworks, a.agency, a.level "
        "FROM staged_change c JOIN assignment a ON a.generation = $1::int AND a.id = c.assignment "
        "ON CONFLICT DO NOTHING",
        generation);
    transaction.exec_params(
        "WITH first AS (SELECT DISTINCT ON (assignment) assignment, revision, nullif(day_before, '')::date "
        "AS "
        "day FROM staged_change WHERE is_other_day ORDER BY assignment, revision), known AS (UPDATE "
        "assignment a SET day_from = f.revision FROM first f WHERE a.generation = $1::int AND a.id = "
        "f.assignment AND (a.day_from IS NULL OR a.day_from > f.revision) RETURNING a.id, f.day) "
        "UPDATE standing s SET due = k.day, original_due = k.day FROM known k WHERE s.generation = $1::int "
        "AND s.assignment = k.id AND s.revision = 1",
        generation);
    transaction.exec_params(
        "UPDATE standing s SET until = n.until FROM (SELECT assignment, revision, coalesce(min(at) OVER "
        "(PARTITION BY assignment ORDER BY revision ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), "
        "'infinity') AS until FROM standing WHERE generation = $1::int AND assignment IN "
        "(SELECT assignment FROM staged_change)) n WHERE s.generation = $1::int AND "
        "s.assignment = n.assignment AND s.revision = n.revision AND s.until <> n.until",
        generation);
}

void StagedState::write_pressings(pqxx::work& transaction, int generation) {
    std::vector<v1::LifeEntry> pressed;
    for (const auto& entry : changes_)
        if (entry.detail().has_pressing()) pressed.push_back(entry);
    if (pressed.empty()) return;
    copy(transaction, "staged_pressing", pressed, [](const v1::LifeEntry& entry) {
        const auto& pressing = entry.detail().pressing();
        return std::make_tuple(entry.assignment(), entry.revision(), timestamp(entry.time()), pressing.way(),
                               pressing.document(), pressing.day());
    });
    transaction.exec_params(
        "INSERT INTO pressing SELECT $1::int, assignment, revision, at, way, document, nullif(day, '')::date "
        "FROM staged_pressing ON CONFLICT DO NOTHING",
        generation);
}

void StagedState::write_secrets(pqxx::work& transaction, int generation) {
    for (const auto& day : secrets_)
        transaction.exec_params(
            "INSERT INTO secret_day VALUES ($1, $2::date, $3, $4::bytea, $5) ON CONFLICT (generation, day, "
            "level) DO UPDATE SET figures = excluded.figures, tasks = excluded.tasks",
            generation, day.day(), day.level(), bytes_of(day.figures().SerializeAsString()), day.tasks());
}

void StagedEvents::add(const v1::Event& event) {
    events_.push_back(event);
}

void StagedEvents::write(pqxx::work& transaction, int site) {
    if (events_.empty()) return;
    copy(transaction, "staged_event", events_, [](const v1::Event& event) {
        return std::make_tuple(event.lineage(), event.id(), event.agency(), event.number(),
                               timestamp(event.time()), static_cast<int>(event.kind()), items_of(event));
    });
    // One that comes late may be undone already.
    transaction.exec_params(
        "INSERT INTO event SELECT $1::int, s.*, coalesce(s.id > ends.after, false) FROM staged_event s LEFT "
        "JOIN "
        "(SELECT l.lineage, min(later.begins_after) AS after FROM lineage l JOIN lineage later ON later.site "
        "= "
        "l.site AND later.place > l.place WHERE l.site = $1 GROUP BY l.lineage) ends USING (lineage) "
        "ON CONFLICT DO NOTHING",
        site);
    events_.clear();
}

}  // namespace dondoc::central
