// SPDX-License-Identifier: Apache-2.0
// Alerts of one kind for one agency, cut into digests so that no event outgrows a message.
#pragma once

#include <optional>

#include "engine/work.h"

namespace dondoc::engine {

inline constexpr int digest_limit = 200;                       // items
inline constexpr std::size_t digest_bytes_limit = 256 * 1024;  // of titles and terms, about

// What an alert says of an assignment of somebody who leads; the steps are the caller's.
v1::AlertItem item_of(const store::Plans::Brief& brief, AssignmentId assignment, TaskId task,
                      std::optional<local_days> due, local_days today);

class DigestWriter {
  public:
    // `limit`: items of one event; 1 for alerts that are told one by one.
    DigestWriter(Work& work, store::Agencies::Ref recipient, v1::EventKind::Kind kind,
                 int limit = digest_limit);

    // Of a digest of the kind pressed: what is said of all its items.
    void say(v1::Pressing pressing) { *event_.mutable_digest()->mutable_pressing() = std::move(pressing); }
    // The event that the next item goes into.
    EventId next_event();
    void add(v1::AlertItem item);
    void finish();  // writes what is left

  private:
    bool is_full() const;

    Work& work_;
    store::Agencies::Ref recipient_;
    int limit_;
    v1::Event event_;
    std::size_t bytes_ = 0;
};

}  // namespace dondoc::engine
