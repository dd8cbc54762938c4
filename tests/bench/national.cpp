// SPDX-License-Identifier: GPL-3.0-or-later
// Many sites, as their bridges would tell them: assignments with their history and a year of events, drawn
// from the shares of the national reports, go through real servers into a real database, and questions are
// timed. tests/bench/national.py starts the servers, and says how each grows.
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "bridge/follower.h"
#include "bridge/teller.h"
#include "central/central.h"
#include "central/report.h"
#include "jetstream/publisher.h"
#include "wire/time.h"

namespace dondoc {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t window = 8192;
constexpr int agencies_of_a_site = 100;  // 3,321 communes of 34 provinces, and their departments
const auto first_day = civil(2025, 1, 1);
const auto as_of = civil(2025, 12, 31);

double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

// A site as a bridge tells it. Of what fell due 97 in 100 are done, one in eight of them late: the shares of
// the national report of 2017.
class SyntheticSite {
  public:
    SyntheticSite(std::string code, jetstream::Publisher& publisher, unsigned seed)
        : code_(std::move(code)),
          publisher_(publisher),
          teller_(code_, publisher, [] { return false; }),
          random_(seed) {}

    void tell(std::uint64_t assignments) {
        google::protobuf::Timestamp stands;
        wire::set(stands, to_instant(local_seconds{as_of + date::days{1}}));
        teller_.stands(stands, "");
        v1::SiteState::Begins begins;
        begins.set_due_soon_days(7);
        teller_.begin(begins);
        v1::SiteState::Part names;
        for (int i = 0; i < agencies_of_a_site; ++i) names.add_agencies()->set_code("CQ" + std::to_string(i));
        teller_.tell(std::move(names));
        std::vector<v1::AssignmentRow> rows;
        std::vector<v1::LifeEntry> changes;
        for (std::uint64_t id = 1; id <= assignments; ++id) add(id, rows, changes);
        teller_.tell(rows);
        teller_.tell(changes);
        teller_.complete();
    }

    // The last of their tickets.
    jetstream::Publisher::Ticket tell_events(std::uint64_t events) {
        jetstream::Publisher::Ticket last = 0;
        for (std::uint64_t id = 1; id <= events; ++id) {
            v1::Event event;
            event.set_id(id);
            event.set_agency("CQ" + std::to_string(id % agencies_of_a_site));
            event.set_number(id / agencies_of_a_site + 1);
            event.set_kind(v1::EventKind::reminder);
            wire::set(*event.mutable_time(), to_instant(local_seconds{first_day}) + std::chrono::seconds{id});
            auto& item = *event.mutable_digest()->add_items();
            item.set_assignment(id);
            item.set_title(std::string(120, 'v'));
            last = publisher_.publish(bridge::message_of(code_, std::move(event)), [] { return false; });
        }
        return last;
    }

  private:
    int draw(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

    void add(std::uint64_t id, std::vector<v1::AssignmentRow>& rows, std::vector<v1::LifeEntry>& changes) {
        const auto given = first_day + date::days{draw(300)};
        const auto due = given + date::days{20 + draw(200)};
        auto& row = rows.emplace_back();
        row.set_assignment(id);
        row.set_task(id / 3 + 1);
        row.set_document(std::to_string(id / 40 + 1));
        row.set_level(id % 6 == 0 ? "government" : "province");
        row.set_agency("CQ" + std::to_string(draw(agencies_of_a_site)));
        row.set_title(std::string(120, 'n'));
        row.set_due(iso_day(due));
        wire::set(*row.mutable_given(), to_instant(local_seconds{given} + 9h));
        const bool is_late = draw(8) == 0;
        const auto done = due + date::days{is_late ? 1 + draw(30) : -draw(15)};
        if (done > as_of || draw(100) >= 97) return;
        add(id, 2, "start", "in_progress", given + date::days{1}, due, changes);
        add(id, 3, "complete", "completed", done, due, changes);
        changes.back().set_completed_on(iso_day(done));
    }

    static void add(std::uint64_t id, std::uint64_t revision, const char* action, const char* state,
                    local_days day, local_days due, std::vector<v1::LifeEntry>& changes) {
        auto& change = changes.emplace_back();
        change.set_assignment(id);
        change.set_revision(revision);
        wire::set(*change.mutable_time(), to_instant(local_seconds{day} + 15h));
        change.set_action(action);
        change.set_state(state);
        change.set_due(iso_day(due));
        change.set_original_due(iso_day(due));
    }

    std::string code_;
    jetstream::Publisher& publisher_;
    bridge::Teller teller_;
    std::mt19937 random_;
};

class National {
  public:
    National(const std::string& server, std::string database, int replicas, int sites) {
        settings_.nats.servers = {server};
        settings_.nats.replicas = replicas;
        settings_.database = std::move(database);
        settings_.name = "bench";
        for (int i = 0; i < sites; ++i) settings_.sites.push_back({"N" + std::to_string(i), ""});
    }

    // Returns what each took, in seconds.
    std::map<std::string, double> run(std::uint64_t assignments, std::uint64_t events) {
        std::map<std::string, double> took;
        jetstream::Connection servers{settings_.nats, "bench"};
        servers.prepare();
        jetstream::Publisher publisher{servers, window};
        const auto began = Clock::now();
        for (std::size_t i = 0; i < settings_.sites.size(); ++i)
            SyntheticSite{settings_.sites[i].code, publisher, static_cast<unsigned>(i)}.tell(assignments);
        const auto told = Clock::now();
        jetstream::Publisher::Ticket last = 0;
        for (const auto& site : settings_.sites)
            last = SyntheticSite{site.code, publisher, 1}.tell_events(events);
        while (publisher.confirmed() < last) std::this_thread::sleep_for(10ms);
        took["publish events"] = seconds_since(told);
        took["publish state"] = std::chrono::duration<double>(told - began).count();
        took["take in"] = take_in(events);
        for (const auto view : {central::View::Government, central::View::Ranking, central::View::Ageing,
                                central::View::Overdue})
            for (const auto& day : {as_of, first_day + date::days{180}})
                took[name_of(view, day)] = ask(view, day);
        return took;
    }

  private:
    static std::string name_of(central::View view, local_days day) {
        constexpr std::array names{"government", "ranking", "ageing", "site", "overdue"};
        return std::string{names.at(static_cast<std::size_t>(view))} + " as of " + iso_day(day);
    }

    double take_in(std::uint64_t events) {
        const auto began = Clock::now();
        const client::Descriptor stop{::eventfd(0, EFD_CLOEXEC)};
        std::thread centre{[&] { central::run(settings_, stop.get()); }};
        const auto database = central::connect(settings_.database);
        const auto sites = settings_.sites.size();
        for (;;) {
            std::this_thread::sleep_for(100ms);
            try {
                pqxx::work transaction{*database};
                const auto there =
                    transaction.exec1("SELECT count(*) FROM dondoc.site WHERE generation IS NOT NULL")[0];
                const auto told = transaction.exec1("SELECT coalesce(sum(last), 0) FROM dondoc.lineage")[0];
                if (there.as<std::size_t>() == sites && told.as<std::uint64_t>() == sites * events) break;
            } catch (const pqxx::sql_error&) {
            }
        }
        const auto took = seconds_since(began);
        const std::uint64_t one = 1;
        (void)!::write(stop.get(), &one, sizeof one);
        centre.join();
        pqxx::nontransaction{*database}.exec("ANALYZE");
        return took;
    }

    double ask(central::View view, local_days day) {
        const auto database = central::connect(settings_.database);
        pqxx::work transaction{*database};
        central::Question question;
        question.view = view;
        question.as_of = iso_day(day);
        question.all_levels = true;
        const auto now = to_instant(local_seconds{civil(2026, 1, 1)});
        const auto began = Clock::now();
        const auto report = central::make_report(transaction, central::understand(transaction, question, now),
                                                 settings_.name, now);
        const auto took = seconds_since(began);
        if (report.report().total().current().given() == 0) std::cerr << "nothing was counted\n";
        return took;
    }

    central::Settings settings_;
};

}  // namespace
}  // namespace dondoc

int main(int argc, char** argv) {
    if (argc != 7) {
        std::cerr << "usage: national SERVER DATABASE REPLICAS SITES ASSIGNMENTS EVENTS      (the last two "
                     "of a site)\n";
        return EXIT_FAILURE;
    }
    const auto assignments = std::strtoull(argv[5], nullptr, 10),
               events = std::strtoull(argv[6], nullptr, 10);
    dondoc::National national{argv[1], argv[2], std::atoi(argv[3]), std::atoi(argv[4])};
    for (const auto& [what, took] : national.run(assignments, events))
        std::cout << what << '\t' << took << '\n';
    return EXIT_SUCCESS;
}
