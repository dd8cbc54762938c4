// SPDX-License-Identifier: Apache-2.0
// What one subscriber of the feed wants to hear: prefixes of topics, bounded.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace dondoc::door {

class Topics {
  public:
    // A message of a subscriber: 1 and a prefix to subscribe to, 0 and a prefix to leave. False: too many.
    bool take(std::string_view message) {
        if (message.empty()) return true;
        const auto prefix = message.substr(1);
        if (message[0] == 0) {
            if (const auto found = prefixes_.find(prefix); found != prefixes_.end()) {
                bytes_ -= found->size();
                prefixes_.erase(found);
            }
        } else if (message[0] == 1 && prefixes_.emplace(prefix).second) {
            bytes_ += prefix.size();
        }
        return prefixes_.size() <= most && bytes_ <= most_bytes;
    }
    bool want(std::string_view topic) const {
        if (prefixes_.empty()) return false;
        for (std::size_t size = 0; size <= topic.size(); ++size)
            if (prefixes_.contains(topic.substr(0, size))) return true;
        return false;
    }

  private:
    static constexpr std::size_t most = 10'000;
    static constexpr std::size_t most_bytes = std::size_t{1} << 20;

    std::set<std::string, std::less<>> prefixes_;
    std::size_t bytes_ = 0;
};

}  // namespace dondoc::door
