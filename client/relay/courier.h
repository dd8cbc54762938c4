// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out tries side by side over libcurl. Not thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "relay/channel.h"

namespace dondoc::relay {

class Courier {
  public:
    explicit Courier(int parallel);
    ~Courier();
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    void start(std::int64_t message, std::unique_ptr<Try> attempt);
    std::vector<std::int64_t> under_way() const;
    std::size_t size() const { return tries_.size(); }

    // Works for at most so long, or until something is done.
    std::vector<std::pair<std::int64_t, Outcome>> work(std::chrono::milliseconds longest);
    void wake() { curl_multi_wakeup(multi_); }  // ends work(); of any thread

  private:
    CURLM* multi_;
    std::map<CURL*, std::pair<std::int64_t, std::unique_ptr<Try>>> tries_;
};

}  // namespace dondoc::relay
