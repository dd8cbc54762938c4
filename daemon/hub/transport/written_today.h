// SPDX-License-Identifier: Apache-2.0
// How many bytes each key has had written to the database today, so that nobody fills the disk within his
// rights. It is counted anew after a restart and on every civil day.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "domain/civil.h"

namespace dondoc::hub {

class WrittenToday {
  public:
    // Bytes of one key; 0: any number.
    explicit WrittenToday(std::uint64_t most) : most_(most) {}

    void change(std::uint64_t most) { most_ = most; }

    // `waiting`: bytes of the key that are to be added.
    bool has_room(const std::string& public_key, local_days today, std::uint64_t waiting) {
        if (most_ == 0) return true;
        begin(today);
        const auto found = bytes_.find(public_key);
        return waiting + (found == bytes_.end() ? 0 : found->second) < most_;
    }
    void add(const std::string& public_key, std::uint64_t bytes, local_days today) {
        begin(today);
        bytes_[public_key] += bytes;
    }

  private:
    void begin(local_days today) {
        if (today == today_) return;
        today_ = today;
        bytes_.clear();
    }

    std::uint64_t most_;
    local_days today_{};
    std::unordered_map<std::string, std::uint64_t> bytes_;
};

}  // namespace dondoc::hub
