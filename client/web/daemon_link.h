// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the daemon on behalf of persons, with the gateway's key. Several threads may ask at once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "lib/connection.h"
#include "lib/profile.h"
#include "text/catalogue.h"
#include "web/visitor.h"

namespace dondoc::web {

// The daemon cannot be reached, or does not take the gateway's key.
class DaemonAway : public std::runtime_error {
  public:
    explicit DaemonAway(Message message) : std::runtime_error(message.key), message_(std::move(message)) {}
    const Message& message() const noexcept { return message_; }

  private:
    Message message_;
};

// The person may no longer log in: was removed, or its role taken away.
class SignedOut : public std::runtime_error {
  public:
    SignedOut() : std::runtime_error("the person may not log in") {}
};

class DaemonLink {
  public:
    // Does not connect yet. `connections`: how many may ask at once; the others wait for their turn.
    DaemonLink(client::Profile profile, std::size_t connections);
    ~DaemonLink();
    DaemonLink(const DaemonLink&) = delete;
    DaemonLink& operator=(const DaemonLink&) = delete;

    // A refusal is a Reply with `error`: a stable code and a sentence in `lang`. The id of the request is
    // kept where it has one, so that a command that is sent again is not carried out again. Throws
    // DaemonAway, SignedOut.
    v1::Reply ask(std::uint64_t person, v1::Request request, text::Lang lang);
    v1::Reply ask(const Visitor& visitor, v1::Request request) {
        return ask(visitor.person, std::move(request), visitor.lang);
    }
    // As the gateway itself, which may ask for what it needs to log somebody in and nothing else. Throws
    // DaemonAway.
    v1::Reply ask_itself(v1::Request request, text::Lang lang = text::Lang::Vi);

    const client::Profile& profile() const { return profile_; }

  private:
    class Borrowed;

    client::Profile profile_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<client::Connection>> free_;
};

}  // namespace dondoc::web
