// SPDX-License-Identifier: Apache-2.0
// A real dondocd in a folder of its own, under a simulated clock unless told otherwise, on ipc endpoints.
#pragma once

#include <memory>
#include <string>

#include "support/process.h"
#include "support/temporary_folder.h"

namespace dondoc::test {

class DaemonProcess {
  public:
    static constexpr auto simulated_clock = "mode = \"simulated\"\nstart = \"2023-05-13T08:00\"\n";

    explicit DaemonProcess(const std::string& extra_config = {}, const std::string& clock = simulated_clock) {
        std::ofstream{config()} << "[daemon]\ndata_dir = \"" << data().string()
                                << "\"\n[listen]\nsessions = [\"" << endpoint() << "\"]\nfeed = [\"" << feed()
                                << "\"]\n"
                                << "[clock]\n"
                                << clock
                                << "[calendar]\nfiles = [\"" DONDOC_SOURCE_DIR
                                   "/config/calendar/2023.toml\", \""
                                << DONDOC_SOURCE_DIR "/config/calendar/2024.toml\"]\n"
                                << extra_config;
    }

    std::filesystem::path data() const { return folder_ / "data"; }
    std::filesystem::path config() const { return folder_ / "dondocd.toml"; }
    std::filesystem::path log() const { return folder_ / "log"; }
    std::filesystem::path administrator() const { return data() / "admin.toml"; }
    const TemporaryFolder& folder() const { return folder_; }
    std::string endpoint() const { return "ipc://" + (folder_ / "s").string(); }
    std::string feed() const { return "ipc://" + (folder_ / "f").string(); }

    // Returns when the daemon serves. Throws with its log when it does not come to that.
    void start(std::map<std::string, std::string> environment = {}) {
        ReadinessSocket readiness{folder_ / "n"};
        environment["NOTIFY_SOCKET"] = readiness.name();
        process_ = std::make_unique<Process>(
            std::vector<std::string>{DONDOCD_PROGRAM, "--config", config().string()}, log(), environment);
        if (!readiness.wait_ready(*process_))
            throw std::runtime_error("dondocd did not start: " + read_file(log()));
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
    Process& process() { return *process_; }

  private:
    TemporaryFolder folder_;
    std::unique_ptr<Process> process_;
};

}  // namespace dondoc::test
