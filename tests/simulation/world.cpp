// SPDX-License-Identifier: Apache-2.0
#include "simulation/world.h"

#include <sqlite3.h>

#include <algorithm>

#include "simulation/daemon.h"
#include "wire/time.h"

namespace dondoc::simulation {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds patience{20'000};  // of the operator, before the same request goes out again
constexpr milliseconds next_part{1};
constexpr milliseconds idle_step{500};
// Clocks that are a few days wrong are believed, and so is one that comes by chance near one of these.
constexpr date::days farthest_ahead{14};

bool is_command(const v1::Request& request) {
    return !request.has_clock_advance() && !request.plan_import().dry_run() &&
           !request.plan_withdraw().dry_run() && !request.press().dry_run();
}

}  // namespace

World::World(const Script& script, std::uint64_t seed, bool faulty)
    : script_(script),
      random_(seed),
      faulty_(faulty),
      disk_(random_),
      network_(random_, faulty),
      machine_(script.start),
      oracle_(script.rules, !script.machine_clock),
      people_(script.rules.office),
      dossiers_(script.rules),
      // What is refused is told to the office, when the network lets it: a run that is compared refuses
      // nothing.
      post_(seed, faulty, script.machine_clock),
      relay_(script.administrator_key, network_, random_, post_) {
    network_.on_feed([this](const auto& topic, const auto& body) { hear_feed(topic, body); });
    network_.on_reply([this] { require_nothing_open("answered"); });
    hire_listeners();
    relay_.may_die(faulty_);
    if (faulty && script.machine_clock) colleagues_.emplace(script.administrator_key, network_, random_);
    figures_.runs = 1;
    figures_.years = script.years;
}

World::~World() = default;

void World::hire_listeners() {
    using Temper = Listener::Temper;
    follower_.public_key = script_.administrator_key;
    const auto of_follower = faulty_ ? static_cast<Temper>(random_() % 3) : Temper::Steady;
    listeners_.push_back(std::make_unique<Listener>(follower_, "kho", of_follower, network_, random_));
    listeners_.back()->may_die(faulty_);
    for (const auto& agency : script_.agencies) {
        const bool is_deaf = faulty_ && random_() % 8 == 0;
        if (is_deaf) oracle_.never_looks(agency.code);
        const int consumers = !is_deaf && faulty_ && random_() % 4 == 0 ? 2 : 1;
        for (int i = 0; i < consumers; ++i) {
            auto temper = Temper::Steady;
            if (faulty_) temper = static_cast<Temper>(random_() % 3);
            if (is_deaf) temper = Temper::NeverReads;
            listeners_.push_back(
                std::make_unique<Listener>(agency, i == 0 ? "" : "phụ", temper, network_, random_));
            listeners_.back()->may_die(faulty_);
        }
    }
}

void World::plan_faults() {
    disk_.die_after(std::nullopt);
    disk_.fail_after(std::nullopt);
    if (!faulty_ || healing_) return;
    if (random_() % 3 != 0) disk_.die_after(random_() % (random_() % 2 == 0 ? 2000 : 100));
    if (random_() % 3 == 0) disk_.fail_after(random_() % 500);
}

void World::start_daemon() {
    restart_at_.reset();
    if (disk_.is_dead()) disk_.come_back();
    plan_faults();
    try {
        daemon_ = std::make_unique<Daemon>(script_, machine_, network_);
        // Batches end anywhere; how digests are cut then may differ from an undisturbed run.
        if (faulty_ && script_.machine_clock)
            daemon_->engine.on_batch([this] { return random_() % 3 == 0; }, between(random_, 1, 8));
        check_journals();
        see();
    } catch (const UserError& error) {
        const bool of_the_disk = error.message().key.starts_with("storage.") &&
                                 error.message().key != "storage.foreign" &&
                                 error.message().key != "storage.newer";
        if (!of_the_disk) throw Violation("the daemon does not start: " + error.message().key);
        stop_daemon();
    } catch (const SQLite::Exception& error) {
        if (!disk_.is_dead() && disk_.failures() == 0)
            throw Violation(std::string{"the daemon does not start: "} + error.what());
        stop_daemon();
    }
}

// Whatever it was doing: nothing of it reaches the disk any more.
void World::stop_daemon() {
    disk_.die();
    relay_.die(now_);
    daemon_.reset();
    network_.cut_all();
    ++figures_.crashes;
    if (random_() % 2 == 0) machine_.start_again();
    restart_at_ = now_ + milliseconds{faulty_ ? random_() % 60'000 : 1};
}

// All that has arrived is one turn of the daemon, which ends where it likes and begins anew.
void World::receive_frames() {
    auto& hub = daemon_->hub;
    bool has_commands = false;
    hub.take_turn([&] {
        while (auto arrival = network_.arrived_at_daemon()) {
            has_commands = receive(*arrival) || has_commands;
            if (random_() % 4 == 0) hub.settle();
        }
        while (const auto route = network_.gone()) hub.gone(*route);
        return false;
    });
    if (has_commands && !disk_.is_dead()) see();
}

bool World::receive(const Network::Arrival& arrival) {
    daemon_->hub.receive(arrival.route, arrival.public_key, arrival.bytes);
    v1::ClientFrame frame;
    return frame.ParseFromString(arrival.bytes) && frame.has_request() && is_command(frame.request());
}

void World::see() {
    oracle_.see(daemon_->store, daemon_->engine.now());
    people_.see(daemon_->store);
    dossiers_.see(daemon_->store, daemon_->engine.now());
}

void World::daemon_works() {
    if (!daemon_) {
        if (restart_at_ && now_ >= *restart_at_) start_daemon();
        network_.cut_all();
        return;
    }
    auto& hub = daemon_->hub;
    more_to_do_ = false;
    try {
        const auto asked = hub.requests();
        receive_frames();
        const auto pace = hub.requests() > asked ? engine::Pace::Gentle : engine::Pace::Swift;
        more_to_do_ = daemon_->engine.replan(pace) || daemon_->engine.tick(pace);
        more_to_do_ = hub.go_on() || more_to_do_;
        more_to_do_ = hub.send_waiting_replies() || more_to_do_;
        if (now_ - daemon_->saved >= milliseconds{500}) {
            hub.save_acknowledgements();
            daemon_->saved = now_;
            hub.expire_sessions(now_);
        }
    } catch (const UserError& error) {
        if (!error.message().key.starts_with("storage."))
            throw Violation("a tick failed: " + error.message().key);
        more_to_do_ = true;  // it is tried again
    } catch (const SQLite::Exception& error) {
        if (!disk_.is_dead() && disk_.failures() == 0)
            throw Violation(std::string{"SQLite: "} + error.what());
        more_to_do_ = true;
    }
    if (network_.astray()) throw Violation(*network_.astray());
    if (disk_.is_dead()) {
        stop_daemon();
    } else if (faulty_ && !healing_ && random_() % 400 == 0) {
        stop_daemon();  // killed between two frames
    } else if (faulty_ && random_() % 20 == 0) {
        plan_faults();
    }
}

void World::listeners_work() {
    for (const auto& listener : listeners_) {
        if (listener->is_away(next_command_)) continue;
        const bool door_open =
            daemon_ != nullptr && daemon_->access.find(listener->agency().public_key) != nullptr;
        listener->work(now_, door_open);
        if (listener->temper() == Listener::Temper::Away && random_() % 200 == 0)
            listener->leave_until(next_command_ + random_() % 20);
    }
}

void World::relay_works() {
    if (!daemon_) return;  // they share a machine
    const auto die = [this] { relay_.die(now_ + seconds{random_() % 300}); };
    try {
        relay_.work(now_, daemon_->access.find(script_.administrator_key) != nullptr);
    } catch (const Killed&) {
        die();
    } catch (const UserError& error) {
        if (error.message().key != "relay.outbox.unusable")
            throw Violation("the relay does not start: " + error.message().key);
        die();
    } catch (const SQLite::Exception& error) {
        if (!disk_.is_dead() && disk_.failures() == 0)
            throw Violation(std::string{"the outbox: "} + error.what());
        die();
    }
    if (disk_.is_dead()) stop_daemon();
}

void World::colleagues_work() {
    if (!colleagues_) return;
    const bool door_open = daemon_ && daemon_->access.find(script_.administrator_key) != nullptr;
    colleagues_->work(now_, door_open);
}

void World::operator_works() {
    if (next_command_ == script_.commands.size()) return;
    const auto& command = script_.commands[next_command_];
    if (daemon_ && daemon_->engine.is_held()) return help_clock();
    if (script_.machine_clock && command.has_clock_advance())
        return let_time_pass(wire::to_instant(command.clock_advance().to()));
    if (!network_.is_up(operator_line_)) {
        if (!daemon_) return;
        operator_line_ = network_.connect({script_.administrator_key, {}});
        asked_at_.reset();
    }
    v1::DaemonFrame frame;
    while (auto bytes = network_.arrived_at(operator_line_)) {
        if (!frame.ParseFromString(*bytes)) throw Violation("the daemon sent what is no frame");
        if (!frame.has_reply() || frame.reply().id() != command.id()) continue;  // of an earlier one
        return note_reply(frame.reply());
    }
    if (ask_again_at_ && now_ < *ask_again_at_) return;
    ask_again_at_.reset();
    if (asked_at_ && now_ - *asked_at_ < patience) return;
    // What is due at this instant comes first: time stands still, so its place among the answers would be
    // chance.
    if (more_to_do_ || something_is_due()) return;
    if (!asked_) {
        asked_ = command;
        fill_in_what_was_seen(*asked_);
    }
    v1::ClientFrame question;
    *question.mutable_request() = *asked_;
    network_.send_up(operator_line_, question.SerializeAsString());
    asked_at_ = now_;
}

void World::fill_in_what_was_seen(v1::Request& request) const {
    if (request.plan_import().has_amend()) request.mutable_plan_import()->mutable_amend()->set_seen(seen_);
    if (request.has_press() && !request.press().dry_run()) request.mutable_press()->set_seen(seen_);
    if (request.has_plan_withdraw() && !request.plan_withdraw().dry_run())
        request.mutable_plan_withdraw()->set_seen(seen_);
}

void World::note_reply(const v1::Reply& reply) {
    const auto& code = reply.error().code();
    if (code.starts_with("storage.") || code == "clock.busy" || code == "clock.held") {
        ++figures_.storage_refusals;
        ask_again_at_ = now_ + seconds{1};
        asked_at_.reset();
        return;
    }
    if (code == "internal") throw Violation("a fault of the daemon: " + reply.ShortDebugString());
    if (reply.has_plan_import()) seen_ = reply.plan_import().difference().seen();
    if (reply.has_plan_withdraw()) seen_ = reply.plan_withdraw().seen();
    if (reply.has_press()) seen_ = reply.press().seen();
    people_.answered(script_.commands[next_command_], reply);
    deliveries_.answered(script_.commands[next_command_], reply, daemon_->store.inbox.last_event().value);
    ++figures_.commands;
    next_command();
}

void World::next_command() {
    ++next_command_;
    asked_.reset();
    asked_at_.reset();
}

bool World::something_is_due() {
    if (!daemon_) return true;
    try {
        const auto next = daemon_->engine.next_alarm();
        return next && *next <= daemon_->engine.now();
    } catch (const UserError&) {
        return true;
    }
}

// Whoever is told something now may rely on it.
void World::require_nothing_open(const char* what) const {
    if (daemon_ && sqlite3_get_autocommit(daemon_->store.database.handle().getHandle()) == 0)
        throw Violation(std::string{what} + " before it was on disk");
}

// What is heard is on disk at once, and after whatever comes: see check_journals().
void World::hear_feed(const std::string& topic, const std::string& body) {
    require_nothing_open("published");
    v1::Event event;
    if (!event.ParseFromString(body)) throw Violation("the feed sent what is no event");
    if (topic != "agency/" + event.agency() + "/" + v1::EventKind::Kind_Name(event.kind()))
        throw Violation("the feed sent an event of " + event.agency() + " as " + topic);
    const auto told = wire::to_instant(event.time());
    if (script_.machine_clock && told > machine_.true_now() + farthest_ahead)
        throw Violation("told by a clock that nobody should believe: " + event.ShortDebugString());
    heard_.push_back(std::move(event));
    ++figures_.feed_events;
}

// What a listener has been sent, or the feed has said, is on disk, word for word.
// What is on disk of that which the listener has applied.
std::vector<store::StoredEvent> World::told(const Listener& listener) {
    const auto count = static_cast<int>(listener.journal().size());
    if (listener.follows_stream()) return daemon_->store.stream.read({}, count);
    const auto agency = daemon_->store.agencies.find(listener.agency().code);
    if (!agency) throw Violation("an agency that was told something is gone");
    return daemon_->store.inbox.read(agency->id, {}, count);
}

void World::check_journals() {
    for (const auto& listener : listeners_) {
        const auto& journal = listener->journal();
        if (journal.empty()) continue;
        const auto kept = told(*listener);
        if (kept.size() != journal.size()) throw Violation("events that were sent are not on disk");
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (kept[i].body != journal[i]) throw Violation("an event was sent and another is on disk");
    }
    for (const auto& event : heard_) {
        const auto kept = daemon_->store.inbox.find({static_cast<std::int64_t>(event.id())});
        if (!kept || kept->event.body != event.SerializeAsString())
            throw Violation("the feed said what is not on disk: " + event.ShortDebugString());
    }
    heard_.clear();
}

void World::to_next_moment() {
    auto next = now_ + idle_step;
    if (more_to_do_) next = now_ + next_part;
    if (const auto arrival = network_.next_arrival()) next = std::min(next, *arrival);
    for (const auto& listener : listeners_)
        if (listener->is_there()) next = std::min(next, listener->next_wake());
    now_ = std::max(next, now_ + milliseconds{1});
    if (faulty_ && random_() % 4 == 0) now_ += milliseconds{random_() % 20};  // it was busy: much has arrived
    network_.now_is(now_);
}

std::string World::where() const {
    std::string text = "at " + iso_instant(script_.machine_clock ? machine_.true_now()
                                           : daemon_             ? daemon_->engine.now()
                                                                 : script_.start);
    if (!machine_.is_right()) text += " (the clock says " + iso_instant(machine_.now()) + ")";
    text += ", command " + std::to_string(next_command_) + " of " + std::to_string(script_.commands.size());
    if (next_command_ > 0) text += ", the last: " + script_.commands[next_command_ - 1].ShortDebugString();
    return text;
}

}  // namespace dondoc::simulation
