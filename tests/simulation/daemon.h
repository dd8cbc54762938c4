// SPDX-License-Identifier: Apache-2.0
// What of the daemon's machine is gone when its power fails.
#pragma once

#include "engine/engine.h"
#include "hub/hub.h"
#include "simulation/world.h"
#include "store/store.h"

namespace dondoc::simulation {

inline constexpr int window_of_sessions = 16;

struct World::Daemon {
    Daemon(const Script& script, const Machine& machine, Network& network)
        : store("/simulated/dondoc.db"),
          clock(script.start),
          engine(script.machine_clock ? engine::Engine{store, machine, script.rules}
                                      : engine::Engine{store, clock, script.rules}),
          hub(engine, access, network, network, {.window = window_of_sessions}, turned_away) {
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

}  // namespace dondoc::simulation
