// SPDX-License-Identifier: Apache-2.0
// A real dondoc-relay beside a real daemon, with a faulty mail server or another one.
#pragma once

#include <memory>
#include <string>

#include "support/cli.h"

namespace dondoc::test {

class RelayProcess {
  public:
    // `mail`: lines of [mail]; `more` stands before it, at the top of the configuration.
    RelayProcess(const DaemonProcess& daemon, const Cli& cli, const std::string& mail,
                 const std::string& more = {})
        : folder_(daemon.folder().path()) {
        const auto key = cli.grant("office");
        std::ofstream{config()} << "profile = \"" << key.string()
                                << "\"\noutbox = \"outbox.db\"\nsite = \"tinh\"\n"
                                << more << "[mail]\nfrom = \"Đôn đốc <dondoc@tinh.vn>\"\n"
                                << mail;
    }
    void start() {
        process_ = std::make_unique<Process>(
            std::vector<std::string>{DONDOC_RELAY_PROGRAM, "--config", config().string(), "--presets",
                                     DONDOC_SOURCE_DIR "/config/relay"},
            folder_ / "relay.log");
    }
    void kill() {
        process_->signal(SIGKILL);
        process_->wait();
    }
    int stop() {
        process_->signal(SIGTERM);
        return process_->wait();
    }
    bool is_running() { return process_ && process_->is_running(); }
    std::filesystem::path config() const { return folder_ / "relay.toml"; }
    std::string log() const { return read_file(folder_ / "relay.log"); }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<Process> process_;
};

}  // namespace dondoc::test
