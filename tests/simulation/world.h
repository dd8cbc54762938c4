// The real engine, store, hub and listener, on a disk and a network that are not: one seed is one run. What
// is asked of the daemon depends on the seed alone, so a run with faults has to end as the run without them
// does.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/clock.h"
#include "engine/engine.h"
#include "hub/hub.h"
#include "lib/subscription.h"
#include "simulation/disk.h"
#include "simulation/network.h"
#include "simulation/script.h"

namespace dondoc::simulation {

struct Violation : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Figures {
    std::uint64_t runs = 0, crashes = 0, disk_failures = 0, cuts = 0, listener_kills = 0, frames = 0,
                  events = 0, commands = 0, storage_refusals = 0;
    double years = 0;  // simulated, with faults
    Figures& operator+=(const Figures& other);
};

class World {
  public:
    World(const Script& script, std::uint64_t seed, bool faulty);
    ~World();

    // Carries the script out, then lets everything heal. Throws Violation.
    void live();
    // Bodies of the events of each agency's inbox.
    std::map<std::string, std::vector<std::string>> inboxes();
    Figures figures() const;

  private:
    struct Daemon;
    struct Listener;

    void start_daemon();
    void stop_daemon();
    void daemon_works();
    void listener_works(Listener& listener);
    void carry_out(Listener& listener, client::Subscription::Step step);
    void operator_works();
    void note_reply(const v1::Reply& reply);
    void plan_faults();
    void maybe_kill(Listener& listener);
    void check_journals();
    void to_next_moment();
    bool healed() const;

    const Script& script_;
    Random random_;
    bool faulty_;
    bool healing_ = false;
    Time now_{};
    Disk disk_;
    Network network_;
    std::unique_ptr<Daemon> daemon_;
    std::optional<Time> restart_at_;
    bool more_to_do_ = false;
    std::vector<std::unique_ptr<Listener>> listeners_;

    std::size_t next_command_ = 0;
    std::optional<Time> asked_at_;
    std::optional<Time> ask_again_at_;
    hub::RoutingId operator_route_;
    Figures figures_;
};

// Lives one seed without faults and with them. Throws Violation.
Figures run_seed(std::uint64_t seed);

}  // namespace dondoc::simulation
