// SPDX-License-Identifier: GPL-3.0-or-later
// One site as its bridge would tell it: so many open assignments beside those that were done in the same
// days, their history, and events; drawn from the shares of the national reports. A centre takes it in
// meanwhile and is waited for, so that neither the stream nor this program has to hold a site.
// tests/bench/national.py starts the servers and the centre, lets one site after another tell, and compares
// the centre's figures with those that are printed here.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "bridge/follower.h"
#include "bridge/teller.h"
#include "central/database.h"
#include "domain/report_figures.h"
#include "jetstream/publisher.h"
#include "jetstream/subjects.h"
#include "lib/json.h"
#include "wire/report.h"
#include "wire/time.h"

namespace dondoc {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t window = 4096, at_once = 1000;  // messages; rows, as a bridge reads them
constexpr std::uint64_t portion = 250'000;            // rows and events: some 75 MB
constexpr auto patience = 10min;                      // with a centre that takes in nothing
constexpr int agencies = 113;  // 3,321 communes of 34 provinces, and 15 departments each
constexpr CountingRules rules{7, 30, WaitingResults::Own};
const auto as_of = civil(2025, 12, 31);

double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

// Lets the centre keep up: two portions are under way at most.
class Pace {
  public:
    Pace(jetstream::Connection& servers, const std::string& database, std::string site)
        : servers_(servers), database_(central::connect(database)), site_(std::move(site)) {}

    void add(std::uint64_t rows) {
        rows_ += rows;
        if (rows_ < portion) return;
        rows_ = 0;
        wait_for(mark_);
        mark_ = newest();
    }

    void wait_for_all() { wait_for(newest()); }

  private:
    std::uint64_t newest() const { return servers_.newest(jetstream::all_subjects_of(site_)).value_or(0); }

    std::uint64_t position() {
        pqxx::work transaction{*database_};
        return transaction
            .exec_params1("SELECT coalesce(max(position), 0) FROM site WHERE code = $1", site_)[0]
            .as<std::uint64_t>();
    }

    void wait_for(std::uint64_t sequence) {
        auto moved = Clock::now();
        for (auto at = position(), before = at; at < sequence; before = std::exchange(at, position())) {
            if (at != before) moved = Clock::now();
            if (Clock::now() - moved > patience) throw std::runtime_error{"the centre has stopped"};
            std::this_thread::sleep_for(50ms);
        }
    }

    jetstream::Connection& servers_;
    std::unique_ptr<pqxx::connection> database_;
    const std::string site_;
    std::uint64_t rows_ = 0, mark_ = 0;
};

struct Work {
    local_days given, due;
    std::optional<local_days> done;
};

// Days are counted from the first one.
struct Change {
    std::uint32_t assignment;
    std::uint16_t day, due;
    bool completes;
};

class SyntheticSite {
  public:
    SyntheticSite(const std::string& code, int days, jetstream::Publisher& publisher, Pace& pace)
        : code_(code),
          days_(days),
          first_day_(as_of - date::days{days - 1}),
          publisher_(publisher),
          pace_(pace),
          teller_(code, publisher, [] { return false; }),
          random_(std::hash<std::string>{}(code)) {
        for (const auto day : {as_of - date::days{days / 2}, as_of}) figures_[day];
    }

    // As a bridge does: all rows as they were given, then all history day by day.
    void tell(std::uint64_t open) {
        begin();
        std::vector<v1::AssignmentRow> rows;
        while (open > 0) {
            const auto work = draw();
            rows.push_back(next_row(work));
            count(work);
            if (work.done)
                note_changes(work);
            else
                --open;
            if (rows.size() < at_once && open > 0) continue;
            teller_.tell(rows);
            pace_.add(rows.size());
            rows.clear();
        }
        tell_changes();
        teller_.complete();
    }

    // Returns the last of their tickets.
    jetstream::Publisher::Ticket tell_events(std::uint64_t events) {
        jetstream::Publisher::Ticket last = 0;
        for (std::uint64_t id = 1; id <= events; ++id) {
            const auto second = id * static_cast<std::uint64_t>(days_) * 86'400 / (events + 1);
            v1::Event event;
            event.set_id(id);
            event.set_agency(agency(static_cast<int>(id % agencies)));
            event.set_number(id / agencies + 1);
            event.set_kind(v1::EventKind::reminder);
            wire::set(*event.mutable_time(),
                      to_instant(local_seconds{first_day_}) + std::chrono::seconds{second});
            auto& item = *event.mutable_digest()->add_items();
            item.set_assignment(id % assignments_ + 1);
            item.set_title(std::string(120, 'v'));
            last = publisher_.publish(bridge::message_of(code_, std::move(event)), [] { return false; });
            pace_.add(1);
        }
        return last;
    }

    std::uint64_t assignments() const { return assignments_; }
    // At the end of each of two days.
    const std::map<local_days, ReportFigures>& figures() const { return figures_; }

  private:
    static std::string agency(int number) { return "CQ" + std::to_string(number); }
    int any(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

    void begin() {
        google::protobuf::Timestamp stands;
        wire::set(stands, to_instant(local_seconds{as_of + date::days{1}}));
        teller_.stands(stands, "");
        v1::SiteState::Begins begins;
        begins.set_due_soon_days(static_cast<std::uint32_t>(rules.due_soon_days));
        teller_.begin(begins);
        v1::SiteState::Part names;
        for (int i = 0; i < agencies; ++i) names.add_agencies()->set_code(agency(i));
        teller_.tell(std::move(names));
    }

    // Of what fell due 97 in 100 are done, one in eight of them late: the shares of the national report of
    // 2017.
    Work draw() {
        Work work;
        work.given = first_day_ + date::days{any(days_)};
        work.due = work.given + date::days{20 + any(200)};
        const auto done = work.due + date::days{any(8) == 0 ? 1 + any(30) : -any(15)};
        if (done <= as_of && any(100) < 97) work.done = done;
        return work;
    }

    v1::AssignmentRow next_row(const Work& work) {
        const auto id = ++assignments_;
        v1::AssignmentRow row;
        row.set_assignment(id);
        row.set_task(id / 3 + 1);
        row.set_document(std::to_string(id / 40 + 1));
        row.set_level(id % 6 == 0 ? "government" : "province");
        row.set_agency(agency(any(agencies)));
        row.set_title(std::string(120, 'n'));
        row.set_due(iso_day(work.due));
        wire::set(*row.mutable_given(), to_instant(local_seconds{work.given} + 9h));
        return row;
    }

    void count(const Work& work) {
        for (auto& [day, figures] : figures_) {
            if (work.given > day) continue;
            CountedWork stands;
            stands.due = stands.original_due = work.due;
            stands.given_at = stands.updated_at = to_instant(local_seconds{work.given});
            if (work.done && *work.done <= day) {
                stands.state = Workflow::Completed;
                stands.completed_on = work.done;
            }
            figures.add(stands, day, rules, std::nullopt);
        }
    }

    void note_changes(const Work& work) {
        const auto number = [this](local_days day) {
            return static_cast<std::uint16_t>((day - first_day_).count());
        };
        const auto id = static_cast<std::uint32_t>(assignments_);
        changes_.push_back({id, number(work.given + date::days{1}), number(work.due), false});
        changes_.push_back({id, number(*work.done), number(work.due), true});
    }

    void tell_changes() {
        std::ranges::sort(changes_, {}, [](const Change& one) {
            return std::tuple{one.day, one.assignment};
        });
        std::vector<v1::LifeEntry> entries;
        for (const auto& change : changes_) {
            entries.push_back(entry_of(change));
            if (entries.size() < at_once && &change != &changes_.back()) continue;
            teller_.tell(entries);
            pace_.add(entries.size());
            entries.clear();
        }
    }

    v1::LifeEntry entry_of(const Change& change) const {
        const auto day = first_day_ + date::days{change.day}, due = first_day_ + date::days{change.due};
        v1::LifeEntry entry;
        entry.set_assignment(change.assignment);
        entry.set_revision(change.completes ? 3 : 2);
        wire::set(*entry.mutable_time(), to_instant(local_seconds{day} + 15h));
        entry.set_action(change.completes ? "complete" : "start");
        entry.set_state(change.completes ? "completed" : "in_progress");
        entry.set_due(iso_day(due));
        entry.set_original_due(iso_day(due));
        if (change.completes) entry.set_completed_on(iso_day(day));
        return entry;
    }

    const std::string code_;
    const int days_;
    const local_days first_day_;
    jetstream::Publisher& publisher_;
    Pace& pace_;
    bridge::Teller teller_;
    std::mt19937_64 random_;
    std::uint64_t assignments_ = 0;
    std::vector<Change> changes_;  // of those that were done
    std::map<local_days, ReportFigures> figures_;
};

void tell(const std::string& server, const std::string& database, const std::string& code, std::uint64_t open,
          int days, double events_of_each) {
    const auto began = Clock::now();
    jetstream::Settings settings;
    settings.servers = {server};
    jetstream::Connection servers{settings, "bench"};
    jetstream::Publisher publisher{servers, window};
    Pace pace{servers, database, code};
    SyntheticSite site{code, days, publisher, pace};
    site.tell(open);
    const auto events =
        std::max<std::uint64_t>(1, static_cast<std::uint64_t>(events_of_each * double(site.assignments())));
    const auto last = site.tell_events(events);
    while (publisher.confirmed() < last) std::this_thread::sleep_for(10ms);
    pace.wait_for_all();
    std::cout << R"({"assignments": )" << site.assignments() << R"(, "events": )" << events
              << R"(, "taken": )" << seconds_since(began) << R"(, "days": {)";
    const char* comma = "";
    for (const auto& [day, figures] : site.figures()) {
        std::cout << comma << '"' << iso_day(day) << "\": " << client::to_json_line(wire::to_wire(figures));
        comma = ", ";
    }
    std::cout << "}}" << std::endl;
}

}  // namespace
}  // namespace dondoc

int main(int argc, char** argv) {
    if (argc != 7) {
        std::cerr
            << "usage: national SERVER DATABASE SITE OPEN DAYS EVENTS      (events for each assignment)\n";
        return EXIT_FAILURE;
    }
    try {
        dondoc::tell(argv[1], argv[2], argv[3], std::strtoull(argv[4], nullptr, 10), std::atoi(argv[5]),
                     std::atof(argv[6]));
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
