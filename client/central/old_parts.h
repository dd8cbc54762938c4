// SPDX-License-Identifier: GPL-3.0-or-later
// Takes parts of old snapshots out of the stream, once a newer one is whole there: who reads it from its
// beginning needs no other. Nothing of this is kept: the stream itself says what lies in it, so whoever is
// killed, comes twice or comes late goes on from there.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "jetstream/reader.h"

namespace dondoc::central {

// A snapshot that is complete at the centre, and how much of it was taken in.
struct Whole {
    std::string snapshot;
    std::uint64_t number = 0;  // of its last part
};

// Where the first of its parts lies; nullopt: one of them is not in the stream.
std::optional<std::uint64_t> beginning_of(const Whole& whole, const std::string& site,
                                          const std::vector<jetstream::Heading>& headings);

class OldParts {
  public:
    OldParts(std::string site, jetstream::Connection& servers);

    // Takes away some of what lies before it. To be called now and then; costs nothing while nothing is to be
    // done. What the servers refuse, or are too busy for, is tried again soon, and then ever more rarely.
    void take_away(const Whole& newest);

  private:
    enum class Taken {
        All,   // nothing is left before the newest
        Some,  // there is more
        None   // it could not be done, or not to its end
    };
    Taken try_to_take(const Whole& newest);
    std::optional<std::uint64_t> look_for(const Whole& whole);
    Taken take_some();

    const std::string site_, subject_;
    jetstream::Connection& servers_;
    std::string snapshot_;
    std::optional<std::uint64_t> begins_at_;  // sequence; known when it is whole in the stream
    std::chrono::steady_clock::time_point next_{};
    std::chrono::seconds retry_;
};

}  // namespace dondoc::central
