// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon while it is set up: started by systemd where that runs and the configuration is the installed
// one, else by us for as long as we need it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/commands/setup_configuration.h"
#include "cli/frame/session.h"
#include "program/child.h"

namespace dondoc::cli {

// What PROGRAM --check-config says against the configuration; nullopt: nothing is wrong. "dondocd",
// "dondoc-relay".
std::optional<std::string> complaint_about(const std::string& program, const std::filesystem::path& config);

class SetupDaemon {
  public:
    // The session outlives it; its profile becomes the daemon's administrator's.
    SetupDaemon(Session& session, std::filesystem::path config, const DaemonFacts& facts);
    ~SetupDaemon();
    SetupDaemon(const SetupDaemon&) = delete;
    SetupDaemon& operator=(const SetupDaemon&) = delete;

    // Returns when it answers. Throws UserError "cli.setup.not_started" with what it said.
    void start();
    // It goes by the configuration of now. False: it is somebody else's, who has to restart it.
    bool restart();
    bool is_service() const { return by_systemd_; }
    bool is_ours() const { return child_ != nullptr; }  // and ends with us

  private:
    void start_child();
    void stop_child();
    void make_folders() const;
    bool answers() const;
    void wait_until_it_answers();
    std::string last_words() const;

    Session& session_;
    std::filesystem::path config_;
    DaemonFacts facts_;
    bool by_systemd_;
    std::filesystem::path log_;
    std::unique_ptr<program::Child> child_;
};

}  // namespace dondoc::cli
