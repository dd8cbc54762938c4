// SPDX-License-Identifier: GPL-3.0-or-later
#include "central/overdue_rows.h"

#include <algorithm>
#include <cstdint>

#include "domain/lifecycle.h"
#include "domain/limits.h"
#include "wire/kinds.h"

namespace dondoc::central {
namespace {

constexpr std::size_t longest_title = 400;  // bytes, as in the daemon's reports

// What counts as open work of the agency and whose day has passed; results that wait only where the site
// counts them so.
const std::string overdue_then =
    " FROM standing s JOIN generation g ON g.id = s.generation WHERE s.generation = ANY ($1::int[]) AND s.at "
    "<= "
    "$2::timestamptz AND s.until > $2::timestamptz AND (cardinality($3::text[]) = 0 OR s.level = ANY "
    "($3::text[])) AND s.due < $4::date AND (s.state < 3 OR (s.state = 3 AND g.waiting_is_open)) ";

v1::ReportRow row_of(const pqxx::row& found, const Understood& question) {
    const auto due = day_in(found["due"]).value();
    const auto state = static_cast<Workflow>(found["state"].as<int>());
    v1::ReportRow row;
    row.set_assignment(found["assignment"].as<std::uint64_t>());
    row.set_task(found["task"].as<std::uint64_t>());
    row.set_document(found["document"].c_str());
    row.set_number(found["number"].c_str());
    row.set_title(shortened(found["title"].c_str(), longest_title));
    row.set_state(std::string{name_of(state)});
    row.set_timeliness(v1::Timeliness::Class_Name(wire::to_wire(Timeliness::Overdue)));
    row.set_deadline_text(found["deadline"].c_str());
    row.set_due(iso_day(due));
    row.set_hour(found["hour"].c_str());
    if (const auto original = day_in(found["original_due"])) row.set_original_due(iso_day(*original));
    if (!found["progress"].is_null()) row.set_progress(found["progress"].as<std::uint32_t>());
    row.set_reworks(found["reworks"].as<std::uint32_t>());
    const auto updated = civil_day(instant_in(found["updated"]));
    row.set_updated(iso_day(updated));
    row.set_days_overdue(static_cast<std::uint32_t>((question.as_of - due).count()));
    row.set_days_silent(
        static_cast<std::uint32_t>(std::max<std::int64_t>(0, (question.as_of - updated).count())));
    row.set_pressed(found["pressed"].as<std::uint32_t>());
    if (const auto pressed = day_in(found["pressed_on"])) row.set_pressed_on(iso_day(*pressed));
    return row;
}

}  // namespace

std::map<std::pair<int, std::string>, AgencyName> agency_names(pqxx::work& transaction,
                                                               const Understood& question) {
    std::map<std::pair<int, std::string>, AgencyName> names;
    for (const auto& row : transaction.exec_params(
             "SELECT a.generation, a.code, coalesce(n.code, a.code), coalesce(n.name, a.name) FROM agency a "
             "LEFT JOIN LATERAL (SELECT code, name FROM agency_name n WHERE n.generation = a.generation AND "
             "n.agency = a.code AND n.until >= $2::date ORDER BY n.until LIMIT 1) n ON true "
             "WHERE a.generation = ANY ($1::int[])",
             generations_of(question.sources), iso_day(question.as_of)))
        names[{row[0].as<int>(), row[1].c_str()}] = {row[2].c_str(), row[3].c_str()};
    return names;
}

void add_overdue_rows(pqxx::work& transaction, const Understood& question, v1::Report& report) {
    const auto generations = generations_of(question.sources), levels = array_of(question.levels);
    const auto instant = timestamp(question.instant), day = iso_day(question.as_of);
    report.set_rows_total(
        transaction.exec_params1("SELECT count(*)" + overdue_then, generations, instant, levels, day)[0]
            .as<std::uint64_t>());
    const auto names = agency_names(transaction, question);
    std::map<int, std::string> sites;
    for (const auto& source : question.sources) sites[source.generation] = source.code;
    for (const auto& found : transaction.exec_params(
             "WITH late AS (SELECT s.*" + overdue_then +
                 "ORDER BY s.due, s.generation, s.assignment LIMIT $5) SELECT l.*, a.task, a.document, "
                 "a.number, a.title, a.deadline, a.hour, extract(epoch FROM l.at)::bigint AS updated, "
                 "p.pressed, p.pressed_on FROM late l JOIN assignment a ON a.generation = l.generation AND "
                 "a.id = l.assignment CROSS JOIN LATERAL (SELECT count(*) AS pressed, (array_agg(p.day ORDER "
                 "BY p.revision DESC))[1] AS pressed_on FROM pressing p WHERE p.generation = l.generation "
                 "AND "
                 "p.assignment = l.assignment AND p.at <= $2::timestamptz) p ORDER BY l.due, l.generation, "
                 "l.assignment",
             generations, instant, levels, day, question.asked.limit)) {
        auto row = row_of(found, question);
        const auto generation = found["generation"].as<int>();
        const auto name = names.find({generation, found["agency"].c_str()});
        if (name != names.end()) {
            row.set_agency(name->second.code);
            row.set_agency_name(name->second.name);
        } else {
            row.set_agency(found["agency"].c_str());
        }
        if (!question.of_one) row.set_agency(sites[generation] + "/" + row.agency());
        *report.add_rows() = std::move(row);
    }
}

}  // namespace dondoc::central
