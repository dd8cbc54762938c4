// SPDX-License-Identifier: Apache-2.0
// The daemon: one thread that owns the state and waits for frames, alarms and signals.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "configuration.h"
#include "data_folder.h"
#include "domain/clock.h"
#include "engine/engine.h"
#include "engine/upkeep.h"
#include "hub/hub.h"
#include "hub/transport/sockets.h"
#include "rotation.h"
#include "store/checkpointing.h"
#include "system_clock.h"
#include "waker.h"

namespace dondoc {

class Daemon {
  public:
    // Opens everything; serves after it. Blocks the signals that run() waits for, so that no thread takes
    // them. Throws UserError for what the operator can mend: a locked folder, a newer database, a port in
    // use.
    explicit Daemon(Configuration configuration);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    // Until SIGTERM or SIGINT. With SIGHUP the configuration is read again (reload.cpp).
    void run();

  private:
    void ensure_administrator();
    void warn_of_useless_profile(const std::vector<store::AccessKey>& keys) const;
    bool remove_old();   // true: there is more to remove
    bool pass_time();    // true: there is more to do at once
    bool take_frames();  // true: there may be more
    void reload();
    std::optional<Message> take_configuration();
    std::chrono::steady_clock::time_point next_look(std::chrono::steady_clock::time_point now) const;
    void wait(bool more_to_do);
    void rest();
    void tell_systemd();

    // Files are for the daemon alone; only its local sockets are for whom the service's umask lets in.
    mode_t umask_;
    int signals_;  // early: blocked before any thread is started
    ConfigurationSource source_;
    config::Settings settings_;  // by which it runs
    DataFolder folder_;
    hub::KeyPair server_;
    hub::KeyPair administrator_;  // of a profile that is to be made; unused when there is one
    store::Store store_;
    store::Checkpointing checkpointing_;
    SystemClock system_clock_;
    engine::Upkeep upkeep_;
    SimulatedClock simulated_clock_;
    engine::Engine engine_;
    hub::AccessList access_;
    hub::TurnedAway turned_away_;
    std::unique_ptr<hub::Sockets> sockets_;
    std::unique_ptr<hub::Hub> hub_;
    std::optional<Announcement> announcement_;  // while the daemon's key is being rotated
    Waker waker_;
    bool stopping_ = false;
    bool reload_wanted_ = false;
    std::optional<local_days> swept_;  // the day on which nothing was left to remove
    std::uint64_t requests_ = 0;       // when they were looked at last
    std::chrono::steady_clock::time_point asked_at_{};
    std::chrono::steady_clock::time_point rested_at_{};
    std::chrono::steady_clock::time_point retry_at_{};    // after a failure of the storage
    std::chrono::steady_clock::time_point turn_since_{};  // of the loop
    std::chrono::steady_clock::time_point next_watchdog_{};
    std::chrono::steady_clock::duration watchdog_interval_{};
};

}  // namespace dondoc
