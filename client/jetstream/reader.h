// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a part of the stream in its order. The servers forget such a reader when it goes.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "jetstream/connection.h"

namespace dondoc::jetstream {

struct Incoming {
    std::uint64_t sequence = 0;
    std::string payload;
};

// From a sequence on.
class Reader {
  public:
    // Throws NatsError.
    Reader(Connection& connection, const std::string& subject, std::uint64_t from);
    // nullopt: nothing came in that time. Throws NatsError when it cannot go on.
    std::optional<Incoming> next(std::chrono::milliseconds time);

  private:
    RawSubscription subscription_;
};

struct Heading {
    std::uint64_t sequence = 0;
    std::string id;  // Nats-Msg-Id
};

// What lies under one subject, from the beginning, without its content.
class Headings {
  public:
    // Throws NatsError.
    Headings(Connection& connection, const std::string& subject);
    // As of a reader.
    std::optional<Heading> next(std::chrono::milliseconds time);

  private:
    RawSubscription subscription_;
};

}  // namespace dondoc::jetstream
