// SPDX-License-Identifier: Apache-2.0
#include "store/flow_tallies.h"

#include <cstdint>

#include <sqlite3.h>

#include "store/reading.h"

namespace dondoc::store {
namespace {

using Key = std::pair<AgencyId, FlowProcedureId>;

// Counts of the days: what was carried over is all that was received before and not closed before.
constexpr auto counted_sql = R"sql(
    SELECT agency_id, procedure_id,
           sum(CASE WHEN day < ?1 THEN received - on_time - late - refused ELSE 0 END),
           sum(CASE WHEN day >= ?1 THEN received ELSE 0 END), sum(CASE WHEN day >= ?1 THEN on_time ELSE 0 END),
           sum(CASE WHEN day >= ?1 THEN late ELSE 0 END), sum(CASE WHEN day >= ?1 THEN refused ELSE 0 END)
    FROM flow_count WHERE day <= ?2 GROUP BY agency_id, procedure_id)sql";

// Those that were open then: still, or finished later. What a pause was then is looked at one by one.
constexpr auto open_sql = R"sql(
    SELECT agency_id, procedure_id, due, pauses FROM flow_item
    WHERE received <= ?1 AND finished IS NULL
    UNION ALL
    SELECT agency_id, procedure_id, due, pauses FROM flow_item
    WHERE received <= ?1 AND finished > ?1)sql";

constexpr auto names_sql = R"sql(
    SELECT g.code, g.name, s.name, p.code, p.name FROM agency g, flow_procedure p
    JOIN flow_source s ON s.id = p.source_id WHERE g.id = ? AND p.id = ?)sql";

class Reader {
  public:
    Reader(SQLite::Database& db, const FlowQuestion& question) : db_(db), question_(question) {}

    FlowAnswer read() {
        add_counted();
        add_open();
        FlowAnswer answer;
        std::map<std::tuple<std::string, std::string, std::string>, FlowAnswer::Row> rows;
        SQLite::Statement names{db_, names_sql};
        for (const auto& [key, figures] : figures_) {
            if (question_.agency && key.first != *question_.agency) continue;
            if (figures == FlowFigures{}) continue;
            names.reset();
            names.bind(1, key.first.value);
            names.bind(2, key.second.value);
            if (!names.executeStep()) continue;
            const auto text = [&](int column) { return names.getColumn(column).getString(); };
            FlowAnswer::Row row{text(0), text(1), text(2), text(3), text(4), figures};
            if (!question_.source.empty() && row.source != question_.source) continue;
            if (!question_.procedure.empty() && row.procedure != question_.procedure) continue;
            auto order = std::tuple{row.agency, row.source, row.procedure};
            rows.emplace(std::move(order), std::move(row));
        }
        for (auto& [order, row] : rows) answer.rows.push_back(std::move(row));
        return answer;
    }

  private:
    void add_counted() {
        SQLite::Statement counted{db_, counted_sql};
        counted.bind(1, question_.from.time_since_epoch().count());
        counted.bind(2, question_.to.time_since_epoch().count());
        while (counted.executeStep()) {
            auto& figures = at(counted);
            figures.carried = counted.getColumn(2).getInt64();
            figures.received = counted.getColumn(3).getInt64();
            figures.on_time = counted.getColumn(4).getInt64();
            figures.late = counted.getColumn(5).getInt64();
            figures.refused = counted.getColumn(6).getInt64();
        }
    }

    // A term that had run out by then has not moved since: a pause that comes later does not move it.
    void add_open() {
        SQLite::Statement open{db_, open_sql};
        open.bind(1, static_cast<std::int64_t>(question_.at.time_since_epoch().count()));
        while (open.executeStep()) {
            auto& figures = at(open);
            const auto due = open.getColumn(2);
            const bool is_late = !due.isNull() && due.getInt64() < question_.at.time_since_epoch().count();
            if (is_late)
                ++figures.overdue;
            else if (was_paused(open.getColumn(3).getString()))
                ++figures.paused;
            else
                ++figures.in_time;
        }
    }

    bool was_paused(const std::string& pauses) const {
        for (const auto& pause : parse_pauses(pauses))
            if (pause.from <= question_.at && (!pause.to || *pause.to > question_.at)) return true;
        return false;
    }

    FlowFigures& at(SQLite::Statement& row) {
        return figures_[{AgencyId{row.getColumn(0).getInt64()},
                         FlowProcedureId{row.getColumn(1).getInt64()}}];
    }

    SQLite::Database& db_;
    const FlowQuestion& question_;
    std::map<Key, FlowFigures> figures_;
};

void count(FlowDays& days, const FlowItem& item, int sign) {
    days[{civil_day(item.clock.received), item.agency, item.procedure}].received += sign;
    if (!item.finished) return;
    auto& tally = days[{civil_day(*item.finished), item.agency, item.procedure}];
    switch (flow_class(item.state, item.due, item.finished, *item.finished)) {
        case FlowClass::OnTime:
            tally.on_time += sign;
            break;
        case FlowClass::Late:
            tally.late += sign;
            break;
        default:
            tally.refused += sign;
    }
}

}  // namespace

void add(FlowDays& days, const FlowItem& item) {
    count(days, item, 1);
}

void take_away(FlowDays& days, const FlowItem& item) {
    count(days, item, -1);
}

FlowTallies::FlowTallies(Database& database)
    : write_(database,
             "INSERT INTO flow_count (day, agency_id, procedure_id, received, on_time, late, refused) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET received = received + ?4, "
             "on_time = on_time + ?5, late = late + ?6, refused = refused + ?7") {}

void FlowTallies::write(const FlowDays& days) {
    for (const auto& [at, tally] : days)
        write_.run(at.day, at.agency, at.procedure, tally.received, tally.on_time, tally.late, tally.refused);
}

FlowAnswer read_flow_figures(const std::filesystem::path& file, const FlowQuestion& question,
                             const std::stop_token& stop) {
    try {
        auto db = open_for_reading(file, Reading::OthersWrite);
        stop_when_asked(db, stop);
        db.exec("BEGIN");
        return Reader{db, question}.read();
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_INTERRUPT) throw UserError("flow.stopped");
        rethrow(error);
    }
}

}  // namespace dondoc::store
