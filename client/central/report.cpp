// SPDX-License-Identifier: GPL-3.0-or-later
// Standings are intervals: [at, until) of the one that held at the instant. Assignments with the same state
// and days are one row with a count, so a million of them are some thousand rows.
#include "central/report.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "central/overdue_rows.h"
#include "domain/ranking.h"
#include "wire/report.h"
#include "wire/time.h"

namespace dondoc::central {
namespace {

constexpr int silent_days = 30;  // of no figure that is shown

using Kind = v1::ReportKind;

// A site, or of one site an agency; the secret documents of one have no agency.
struct Key {
    int generation = 0;
    std::string agency;
    auto operator<=>(const Key&) const = default;
};

class Count {
  public:
    Count(pqxx::work& transaction, const Understood& question)
        : transaction_(transaction), question_(question) {
        for (const auto& source : question.sources) sources_[source.generation] = &source;
    }

    void run() {
        count_standings();
        count_waiting();
        count_secrets();
        count_tasks();
    }

    const std::map<Key, ReportFigures>& parts() const { return parts_; }
    std::uint64_t tasks() const { return tasks_; }
    std::uint64_t secret(int generation) const {
        const auto found = secret_.find(generation);
        return found == secret_.end() ? 0 : found->second;
    }

  private:
    std::string agency() const { return question_.of_one ? "s.agency" : "''"; }
    Key key(const pqxx::row& row) const { return {row[0].as<int>(), row[1].c_str()}; }

    // $1 generations, $2 the instant, $3 levels.
    static std::string then() {
        return "s.generation = ANY ($1::int[]) AND s.at <= $2::timestamptz AND s.until > $2::timestamptz AND "
               "(cardinality($3::text[]) = 0 OR s.level = ANY ($3::text[]))";
    }
    pqxx::result ask(const std::string& sql) {
        return transaction_.exec_params(sql, generations_of(question_.sources), timestamp(question_.instant),
                                        array_of(question_.levels));
    }

    void count_standings() {
        for (const auto& row :
             ask("SELECT s.generation, " + agency() +
                 ", s.state, s.due, s.original_due, s.completed_on, count(*) FROM standing s WHERE " +
                 then() + " GROUP BY 1, 2, 3, 4, 5, 6")) {
            CountedWork work;
            work.state = static_cast<Workflow>(row[2].as<int>());
            work.due = day_in(row[3]);
            work.original_due = day_in(row[4]);
            work.completed_on = day_in(row[5]);
            work.given_at = work.updated_at = question_.instant;
            const auto& source = *sources_.at(row[0].as<int>());
            parts_[key(row)].add(work, question_.as_of, {source.due_soon_days, silent_days, source.waiting},
                                 std::nullopt, row[6].as<std::int64_t>());
        }
    }

    void count_waiting() {
        for (const auto& row :
             ask("SELECT s.generation, " + agency() +
                 ", extract(epoch FROM min(r.at))::bigint FROM standing s CROSS JOIN LATERAL (SELECT "
                 "max(b.at) "
                 "AS at FROM standing b WHERE b.generation = s.generation AND b.assignment = s.assignment "
                 "AND "
                 "b.action = 'report' AND b.at <= $2::timestamptz) r WHERE s.state = 3 AND " +
                 then() + " GROUP BY 1, 2")) {
            if (row[2].is_null()) continue;
            const auto days = (question_.as_of - civil_day(instant_in(row[2]))).count();
            parts_[key(row)].longest_waiting = static_cast<int>(days);
        }
    }

    void count_secrets() {
        for (const auto& row : transaction_.exec_params(
                 "SELECT DISTINCT ON (generation, level) generation, figures, tasks FROM secret_day WHERE "
                 "generation = ANY ($1::int[]) AND day <= $2::date AND (cardinality($3::text[]) = 0 OR level "
                 "= ANY ($3::text[])) ORDER BY generation, level, day DESC",
                 generations_of(question_.sources), iso_day(question_.as_of), array_of(question_.levels))) {
            v1::ReportFigures figures;
            if (!figures.ParseFromString(pqxx::binarystring{row[1]}.str())) continue;
            const auto generation = row[0].as<int>();
            parts_[{generation, ""}] += wire::from_wire(figures);
            secret_[generation] += figures.current().given();
            tasks_ += row[2].as<std::uint64_t>();
        }
    }

    void count_tasks() {
        for (const auto& row :
             ask("SELECT count(DISTINCT task) FROM assignment WHERE generation = ANY "
                 "($1::int[]) AND given <= $2::timestamptz AND (cardinality($3::text[]) = 0 "
                 "OR level = ANY ($3::text[])) GROUP BY generation"))
            tasks_ += row[0].as<std::uint64_t>();
    }

    pqxx::work& transaction_;
    const Understood& question_;
    std::map<int, const Source*> sources_;
    std::map<Key, ReportFigures> parts_;
    std::map<int, std::uint64_t> secret_;
    std::uint64_t tasks_ = 0;
};

// Ranked by the ratio, what is not ranked at the end.
void rank(google::protobuf::RepeatedPtrField<v1::ReportPart>& parts, const std::vector<Fraction>& fractions,
          std::int64_t least) {
    const auto ranked = ranks(fractions, least);
    for (int i = 0; i < parts.size(); ++i)
        parts[i].set_rank(static_cast<std::uint32_t>(ranked[static_cast<std::size_t>(i)]));
    std::ranges::stable_sort(parts, {}, [](const v1::ReportPart& part) { return part.rank() - 1; });
}

void add_parts(pqxx::work& transaction, const Understood& question, const Count& count, v1::Report& report) {
    const auto names = agency_names(transaction, question);
    std::vector<Fraction> fractions;
    const auto ratio = std::ranges::find(report_ratios(), question.asked.by, &ReportRatio::name);
    const auto add = [&](const std::string& code, const std::string& name, const ReportFigures& figures) {
        auto& part = *report.add_agencies();
        part.set_code(code);
        part.set_name(name);
        *part.mutable_figures() = wire::to_wire(figures);
        fractions.push_back(ratio->of(figures.current));
    };
    if (question.of_one) {
        for (const auto& [key, figures] : count.parts()) {
            const auto found = names.find({key.generation, key.agency});
            if (found == names.end())
                add(key.agency, {}, figures);
            else
                add(found->second.code, found->second.name, figures);
        }
    } else {
        for (const auto& source : question.sources) {
            const auto found = count.parts().find({source.generation, ""});
            add(source.code, source.name, found == count.parts().end() ? ReportFigures{} : found->second);
        }
    }
    if (question.asked.view == View::Ranking)
        rank(*report.mutable_agencies(), fractions, question.asked.least);
}

v1::ReportKind::Kind kind_of(View view) {
    switch (view) {
        case View::Ranking:
            return Kind::ranking;
        case View::Overdue:
        case View::Ageing:
            return Kind::overdue;
        case View::Government:
        case View::Site:
            break;
    }
    return Kind::government;
}

void describe(const Understood& question, const Count& count, v1::SitesReport& view) {
    auto& report = *view.mutable_report();
    auto& asked = *report.mutable_asked();
    asked.set_kind(kind_of(question.asked.view));
    asked.set_as_of(iso_day(question.as_of));
    for (const auto& level : question.levels) asked.add_levels(level);
    asked.set_all_levels(question.levels.empty());
    asked.set_by(question.asked.by);
    asked.set_least(question.asked.least);
    asked.set_limit(question.asked.limit);
    report.set_as_of(iso_day(question.as_of));
    report.set_tasks(count.tasks());
    view.set_ageing(question.asked.view == View::Ageing);
    view.set_of_one(question.of_one);
    for (const auto& source : question.sources) {
        auto& site = *view.add_sites();
        site.set_code(source.code);
        site.set_name(source.name);
        wire::set(*site.mutable_stands(), source.stands);
        site.set_incomplete(source.incomplete);
        site.set_secret(count.secret(source.generation));
    }
    for (const auto& silent : question.silent) {
        auto& site = *view.add_sites();
        site.set_code(silent.code);
        site.set_name(silent.name);
    }
}

}  // namespace

// Tables of old snapshots are dropped in this order. Who locks them in another waits for whom that waits for
// him; and who has seen which snapshot counts before he locks it finds it gone.
void begin_reading(pqxx::work& transaction) {
    transaction.exec("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    transaction.exec("LOCK TABLE assignment, standing, pressing IN ACCESS SHARE MODE");
    // Of each site some thousand groups come out. PostgreSQL expects a hundred times as many, and would sort
    // all assignments on disk rather than count them in memory, site by site; and to compile a question for
    // each site takes longer than to answer it.
    transaction.exec("SET LOCAL work_mem = '64MB'");
    transaction.exec("SET LOCAL enable_partitionwise_aggregate = on");
    transaction.exec("SET LOCAL jit = off");
}

v1::SitesReport make_report(pqxx::work& transaction, const Understood& question, const std::string& name,
                            sys_seconds now) {
    Count count{transaction, question};
    count.run();
    v1::SitesReport view;
    describe(question, count, view);
    auto& report = *view.mutable_report();
    report.set_daemon(name);
    wire::set(*report.mutable_instant(), question.instant);
    wire::set(*report.mutable_produced(), now);
    ReportFigures total;
    for (const auto& [key, figures] : count.parts()) total += figures;
    *report.mutable_total() = wire::to_wire(total);
    add_parts(transaction, question, count, report);
    if (question.asked.view == View::Overdue) add_overdue_rows(transaction, question, report);
    return view;
}

}  // namespace dondoc::central
