// SPDX-License-Identifier: GPL-3.0-or-later
// Events that a command fails on for long, put aside so that the rest goes on: kept in a file, a line of JSON
// each, listed, and tried again now and then.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "dondoc/v1/event.pb.h"

namespace dondoc::cli {

class Aside {
  public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t most_events = 100;
    static constexpr std::chrono::minutes between_retries{10};
    static constexpr std::chrono::seconds longest_round{30};

    // Reads what is there. Throws UserError "client.file.unreadable", "cli.aside.damaged".
    explicit Aside(std::filesystem::path file);

    const std::vector<v1::Event>& events() const { return events_; }
    const std::filesystem::path& file() const { return file_; }
    bool is_full() const { return events_.size() >= most_events; }
    // On disk when it returns. Throws UserError "client.file.unwritable".
    void add(const v1::Event& event, Clock::time_point now);

    enum class Tried { Succeeded, Failed, Stopped };
    // Tries what is there once, when it is time; what has succeeded is taken away. Others wait meanwhile, so
    // it ends after some seconds, and the next round goes on behind the last that was tried.
    void retry(Clock::time_point now, const std::function<Tried(const v1::Event&)>& run);

  private:
    void write() const;

    std::filesystem::path file_;
    std::vector<v1::Event> events_;
    std::size_t next_ = 0;  // to be tried
    Clock::time_point retry_at_{};
};

}  // namespace dondoc::cli
