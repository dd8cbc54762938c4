#include "simulation/world.h"

#include <algorithm>

namespace dondoc::simulation {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const std::filesystem::path database = "/simulated/dondoc.db";
constexpr int window = 16;
constexpr milliseconds patience{20'000};  // of the operator, before the same request goes out again
constexpr milliseconds next_part{1};
constexpr milliseconds idle_step{500};
constexpr seconds longest_healing{3600};

std::string first_difference(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    const auto [l, r] = std::ranges::mismatch(left, right);
    v1::Event event;
    std::string text = "at " + std::to_string(l - left.begin() + 1) + " of " + std::to_string(left.size()) +
                       " and " + std::to_string(right.size());
    for (const auto* side : {l == left.end() ? nullptr : &*l, r == right.end() ? nullptr : &*r})
        if (side != nullptr && event.ParseFromString(*side)) text += "\n" + event.ShortDebugString();
    return text;
}

void compare(const std::map<std::string, std::vector<std::string>>& faulty,
             const std::map<std::string, std::vector<std::string>>& undisturbed) {
    if (faulty == undisturbed) return;
    for (const auto& [code, events] : undisturbed) {
        const auto found = faulty.find(code);
        const auto other = found == faulty.end() ? std::vector<std::string>{} : found->second;
        if (other != events)
            throw Violation("the inbox of " + code + " is not that of the undisturbed run, " +
                            first_difference(other, events));
    }
    throw Violation("an inbox that the undisturbed run does not have");
}

}  // namespace

Figures& Figures::operator+=(const Figures& other) {
    runs += other.runs;
    crashes += other.crashes;
    disk_failures += other.disk_failures;
    cuts += other.cuts;
    listener_kills += other.listener_kills;
    frames += other.frames;
    events += other.events;
    commands += other.commands;
    storage_refusals += other.storage_refusals;
    years += other.years;
    return *this;
}

struct World::Daemon {
    Daemon(const Script& script, Network& network)
        : store(database),
          clock(script.start),
          engine(store, clock, script.rules),
          hub(engine, access, network, network, {.window = window}, turned_away) {
        if (store.keys.list().empty())
            engine.change([&](engine::Work& work) {
                work.store.keys.put({script.administrator_key, Role::Administrator, std::nullopt, "admin",
                                     work.now, std::nullopt});
            });
        access.load(store.keys, store.agencies);
    }

    store::Store store;
    SimulatedClock clock;
    engine::Engine engine;
    hub::AccessList access;
    hub::TurnedAway turned_away;
    hub::Hub hub;
    Time saved{};
};

// The listener of one agency. What it has applied is its journal, which survives it.
struct World::Listener {
    Script::Office office;
    std::vector<std::string> journal;
    std::optional<client::Subscription> subscription;
    hub::RoutingId route;
    std::optional<Time> back_at;
    std::uint64_t nonces = 0;
};

World::World(const Script& script, std::uint64_t seed, bool faulty)
    : script_(script), random_(seed), faulty_(faulty), disk_(random_), network_(random_, faulty) {
    for (const auto& office : script.agencies) {
        listeners_.push_back(std::make_unique<Listener>());
        listeners_.back()->office = office;
    }
    figures_.runs = 1;
    figures_.years = script.years;
}

World::~World() = default;

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
        daemon_ = std::make_unique<Daemon>(script_, network_);
        check_journals();
    } catch (const UserError& error) {
        const bool of_the_disk = error.message().key.starts_with("storage.") &&
                                 error.message().key != "storage.foreign" &&
                                 error.message().key != "storage.newer";
        if (!of_the_disk) throw Violation("the daemon does not start: " + error.message().key);
        stop_daemon();
    } catch (const SQLite::Exception& error) {
        if (!disk_.is_dead()) throw Violation(std::string{"the daemon does not start: "} + error.what());
        stop_daemon();
    }
}

// Whatever it was doing: nothing of it reaches the disk any more.
void World::stop_daemon() {
    disk_.die();
    daemon_.reset();
    network_.cut_all();
    ++figures_.crashes;
    restart_at_ = now_ + milliseconds{faulty_ ? random_() % 60'000 : 1};
}

void World::daemon_works() {
    if (!daemon_) {
        if (restart_at_ && now_ >= *restart_at_) start_daemon();
        while (auto lost = network_.arrived_at_daemon()) network_.cut(lost->route);
        return;
    }
    auto& hub = daemon_->hub;
    more_to_do_ = false;
    try {
        while (auto arrival = network_.arrived_at_daemon())
            hub.receive(arrival->route, network_.key_of(arrival->route), arrival->bytes);
        more_to_do_ = daemon_->engine.replan() || daemon_->engine.tick();
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
    } catch (const SQLite::Exception& error) {
        if (!disk_.is_dead() && disk_.failures() == 0)
            throw Violation(std::string{"SQLite: "} + error.what());
    }
    if (disk_.is_dead()) {
        stop_daemon();
    } else if (faulty_ && !healing_ && random_() % 400 == 0) {
        stop_daemon();  // killed between two frames
    } else if (faulty_ && random_() % 20 == 0) {
        plan_faults();
    }
}

void World::carry_out(Listener& listener, client::Subscription::Step step) {
    for (;;) {
        if (step.ended) throw Violation(listener.office.code + " is refused: " + step.ended->code());
        for (const auto& frame : step.send) network_.send_up(listener.route, frame.SerializeAsString());
        if (step.new_socket) {
            network_.cut(listener.route);
            return;
        }
        if (!step.apply) return;
        const auto& event = *step.apply;
        if (event.agency() != listener.office.code)
            throw Violation(listener.office.code + " was sent an event of " + event.agency());
        if (event.number() != listener.journal.size() + 1)
            throw Violation("a number is missing or comes again");
        listener.journal.push_back(event.SerializeAsString());
        step = listener.subscription->applied(event.number(), now_);
    }
}

void World::listener_works(Listener& listener) {
    if (listener.back_at) {
        if (now_ < *listener.back_at) return;
        listener.back_at.reset();
    }
    if (!listener.subscription) {
        client::SubscriptionOptions options;
        options.last = listener.journal.size();
        options.agency = listener.office.code;
        options.make_nonce = [&listener] { return "nonce-" + std::to_string(1000 + ++listener.nonces); };
        listener.subscription.emplace(std::move(options));
        listener.route.clear();
    }
    // The door lets nobody in whose key is not there yet, or while nobody is behind it.
    if (!network_.is_up(listener.route)) {
        if (!daemon_ || daemon_->access.find(listener.office.public_key) == nullptr) return;
        listener.route = network_.connect(listener.office.public_key);
        carry_out(listener, listener.subscription->connected(now_));
    }
    v1::DaemonFrame frame;
    while (auto bytes = network_.arrived_at(listener.route)) {
        if (!frame.ParseFromString(*bytes)) throw Violation("the daemon sent what is no frame");
        carry_out(listener, listener.subscription->on_frame(frame, now_));
        maybe_kill(listener);
        if (!listener.subscription) return;
    }
    if (now_ >= listener.subscription->next_wake()) carry_out(listener, listener.subscription->on_time(now_));
}

void World::maybe_kill(Listener& listener) {
    if (!faulty_ || healing_ || random_() % 100 != 0) return;
    listener.subscription.reset();
    network_.cut(listener.route);
    listener.back_at = now_ + seconds{random_() % 300};
    ++figures_.listener_kills;
}

void World::operator_works() {
    if (next_command_ == script_.commands.size()) return;
    if (!network_.is_up(operator_route_)) {
        if (!daemon_) return;
        operator_route_ = network_.connect(script_.administrator_key);
        asked_at_.reset();
    }
    v1::DaemonFrame frame;
    while (auto bytes = network_.arrived_at(operator_route_)) {
        if (!frame.ParseFromString(*bytes)) throw Violation("the daemon sent what is no frame");
        if (frame.has_reply()) note_reply(frame.reply());
        if (next_command_ == script_.commands.size()) return;
    }
    if (ask_again_at_ && now_ < *ask_again_at_) return;
    ask_again_at_.reset();
    if (asked_at_ && now_ - *asked_at_ < patience) return;
    // What is due at this instant comes first: time stands still, so its place among the answers would be
    // chance.
    if (more_to_do_ || something_is_due()) return;
    v1::ClientFrame question;
    *question.mutable_request() = script_.commands[next_command_];
    network_.send_up(operator_route_, question.SerializeAsString());
    asked_at_ = now_;
}

void World::note_reply(const v1::Reply& reply) {
    if (reply.id() != script_.commands[next_command_].id()) return;  // of an earlier one, asked twice
    if (reply.error().code().starts_with("storage.") || reply.error().code() == "clock.busy") {
        ++figures_.storage_refusals;
        ask_again_at_ = now_ + seconds{1};
        asked_at_.reset();
        return;
    }
    if (reply.error().code() == "internal")
        throw Violation("a fault of the daemon: " + reply.ShortDebugString());
    ++figures_.commands;
    ++next_command_;
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

// What a listener has been sent is on disk, word for word.
void World::check_journals() {
    for (const auto& listener : listeners_) {
        if (listener->journal.empty()) continue;
        const auto agency = daemon_->store.agencies.find(listener->office.code);
        if (!agency) throw Violation("an agency that was told something is gone");
        const auto kept =
            daemon_->store.inbox.read(agency->id, {}, static_cast<int>(listener->journal.size()));
        if (kept.size() != listener->journal.size()) throw Violation("events that were sent are not on disk");
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (kept[i].body != listener->journal[i])
                throw Violation("an event was sent and another is on disk");
    }
}

bool World::healed() const {
    if (!daemon_ || more_to_do_ || next_command_ < script_.commands.size()) return false;
    return std::ranges::all_of(listeners_, [this](const auto& listener) {
        const auto agency = daemon_->store.agencies.find(listener->office.code);
        return static_cast<std::int64_t>(listener->journal.size()) ==
               daemon_->store.inbox.head(agency->id).value;
    });
}

void World::to_next_moment() {
    auto next = now_ + idle_step;
    if (more_to_do_) next = now_ + next_part;
    if (const auto arrival = network_.next_arrival()) next = std::min(next, *arrival);
    for (const auto& listener : listeners_)
        if (listener->subscription) next = std::min(next, listener->subscription->next_wake());
    now_ = std::max(next, now_ + milliseconds{1});
    network_.now_is(now_);
}

void World::live() {
    start_daemon();
    std::optional<Time> healing_since;
    for (;;) {
        daemon_works();
        operator_works();
        for (const auto& listener : listeners_) listener_works(*listener);
        if (!healing_) network_.misbehave();
        if (next_command_ == script_.commands.size()) {
            if (!healing_since) {
                healing_ = true;
                healing_since = now_;
                plan_faults();
            }
            if (healed()) break;
            if (now_ - *healing_since > longest_healing)
                throw Violation("what is missing does not come any more");
        }
        to_next_moment();
    }
    check_journals();
}

std::map<std::string, std::vector<std::string>> World::inboxes() {
    std::map<std::string, std::vector<std::string>> result;
    for (const auto& office : script_.agencies) {
        const auto agency = daemon_->store.agencies.find(office.code);
        for (const auto& event : daemon_->store.inbox.read(agency->id, {}, 1'000'000))
            result[office.code].push_back(event.body);
    }
    return result;
}

Figures World::figures() const {
    auto figures = figures_;
    figures.disk_failures = disk_.failures();
    figures.cuts = network_.cuts();
    figures.frames = network_.frames();
    for (const auto& listener : listeners_) figures.events += listener->journal.size();
    return figures;
}

Figures run_seed(std::uint64_t seed) {
    const auto script = make_script(seed);
    std::map<std::string, std::vector<std::string>> undisturbed;
    {
        World world{script, seed, false};
        world.live();
        undisturbed = world.inboxes();
    }
    World world{script, seed, true};
    world.live();
    compare(world.inboxes(), undisturbed);
    return world.figures();
}

}  // namespace dondoc::simulation
