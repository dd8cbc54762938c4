// SPDX-License-Identifier: Apache-2.0
// The real engine, store, hub, listener and relay, on a disk, a network and a clock that are not: one seed is
// one run. What is asked of the daemon depends on the seed alone. By the simulated clock a run with faults
// has to end as the run without them does; by the clock of a machine, which leaps, and in both, the oracle
// says what had to be told.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "hub/hub.h"
#include "simulation/colleagues.h"
#include "simulation/delivery_oracle.h"
#include "simulation/disk.h"
#include "simulation/flow_oracle.h"
#include "simulation/listener.h"
#include "simulation/machine.h"
#include "simulation/network.h"
#include "simulation/oracle.h"
#include "simulation/people_oracle.h"
#include "simulation/post.h"
#include "simulation/relay.h"
#include "simulation/script.h"
#include "simulation/violation.h"

namespace dondoc::simulation {

struct Figures {
    std::uint64_t runs = 0, crashes = 0, disk_failures = 0, cuts = 0, listener_kills = 0, frames = 0,
                  events = 0, commands = 0, storage_refusals = 0, clock_steps = 0, sleeps = 0, clock_held = 0,
                  demanded = 0, feed_events = 0, pressed = 0, secret_tasks = 0, relay_kills = 0, sent = 0,
                  sent_again = 0, refused = 0, comments = 0, dossier_steps = 0;
    double years = 0;  // simulated, with faults
    Figures& operator+=(const Figures& other);
};

class World {
  public:
    World(const Script& script, std::uint64_t seed, bool faulty);
    ~World();

    // Carries the script out, then lets everything heal. Throws Violation.
    void live();
    std::vector<v1::Event> events();  // of all inboxes, by id
    std::string where() const;        // for a report: the day, and what was asked last
    Figures figures() const;

  private:
    struct Daemon;

    void hire_listeners();
    void start_daemon();
    void stop_daemon();
    void daemon_works();
    void receive_frames();
    bool receive(const Network::Arrival& arrival);  // true: it was a command
    void listeners_work();
    void relay_works();
    void colleagues_work();
    void operator_works();
    void fill_in_what_was_seen(v1::Request& request) const;
    void see();  // how things stand from here on
    void note_reply(const v1::Reply& reply);
    void next_command();
    bool something_is_due();
    void let_time_pass(sys_seconds target);  // of the machine's clock
    std::chrono::seconds longest_pass();
    void disturb_clock();
    void help_clock();  // it is doubted: a person, or a time source, says what is right
    void heal();
    void plan_faults();
    void require_nothing_open(const char* what) const;
    void hear_feed(const std::string& topic, const std::string& body);
    void check_journals();
    std::vector<store::StoredEvent> told(const Listener& listener);
    void to_next_moment();
    bool healed() const;
    bool delivered();  // to all persons; first to those whom nothing hinders, then everything is mended

    const Script& script_;
    Random random_;
    bool faulty_;
    bool healing_ = false;
    Time now_{};
    Disk disk_;
    Network network_;
    Machine machine_;
    Oracle oracle_;
    PeopleOracle people_;
    FlowOracle dossiers_;
    DeliveryOracle deliveries_;
    Post post_;
    Relay relay_;
    std::unique_ptr<Daemon> daemon_;
    std::optional<Time> restart_at_;
    bool more_to_do_ = false;
    Script::Office follower_;  // of the stream: no agency, but a key of the office
    std::vector<std::unique_ptr<Listener>> listeners_;
    // Where nothing is compared with an undisturbed run: what they write comes when the network lets it.
    std::optional<Colleagues> colleagues_;
    sys_seconds all_answered_at_{};  // the colleagues
    std::vector<v1::Event> heard_;   // on the feed, since the last start

    std::size_t next_command_ = 0;
    std::optional<v1::Request> asked_;
    std::optional<Time> asked_at_;
    std::optional<Time> ask_again_at_;
    std::string seen_;  // by the last trial
    Line operator_line_ = 0;
    Figures figures_;
};

// Lives one seed without faults (by the simulated clock) and with them. Throws Violation.
Figures run_seed(std::uint64_t seed);

}  // namespace dondoc::simulation
