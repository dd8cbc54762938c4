// SPDX-License-Identifier: Apache-2.0
// Keeps the copies for a second machine up to date, and notices when that one has taken over.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "domain/clock.h"
#include "engine/background.h"
#include "store/live_copies.h"
#include "store/store.h"

namespace dondoc::engine {

struct CopyPlan {
    std::optional<std::chrono::seconds> every;  // nullopt: none are made
    std::filesystem::path folder;
    bool operator==(const CopyPlan&) const = default;
};

class CopyUpkeep {
  public:
    // Store and clock are not owned and outlive this. `clock` is the machine's.
    CopyUpkeep(store::Store& store, const Clock& clock, CopyPlan plan);

    void change(CopyPlan plan);
    // To be called every few seconds, and more often while it is busy; does nothing that takes long.
    void look(std::chrono::steady_clock::time_point now);
    bool is_busy() const { return running_.has_value(); }
    // When look() has something to do; nullopt: copies are not made.
    std::optional<std::chrono::steady_clock::time_point> next_look() const {
        return copies_ ? std::optional{next_} : std::nullopt;
    }

    // UserError "standby.taken_over"; nullopt: nobody has.
    const std::optional<UserError>& taken_over() const { return taken_over_; }
    void add_warnings(std::vector<Message>& warnings) const;

  private:
    void finish();
    void look_for_another();

    store::Store& store_;
    const Clock& clock_;
    CopyPlan plan_;
    std::shared_ptr<store::LiveCopies> copies_;  // the thread that copies shares it, one at a time
    std::optional<Background<store::LiveCopies::Refreshed>> running_;
    std::chrono::steady_clock::time_point next_{};
    std::optional<sys_seconds> made_;  // of the last that was noted
    sys_seconds since_;                // copies are wanted
    bool failed_ = false;              // said
    std::optional<UserError> taken_over_;
};

}  // namespace dondoc::engine
