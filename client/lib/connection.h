// SPDX-License-Identifier: Apache-2.0
// Asks the daemon. One request at a time; not thread-safe.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "dondoc/v1/request.pb.h"
#include "lib/errors.h"
#include "lib/link.h"
#include "lib/profile.h"

namespace dondoc::client {

inline constexpr std::chrono::seconds default_timeout{30};

class Connection {
  public:
    using ProgressHandler = std::function<void(const v1::Progress&)>;

    // Does not connect yet.
    explicit Connection(Profile profile);

    // Sends the request (with a new random id, unless it has one) and waits for its reply. `timeout` bounds
    // the silence: progress of the daemon begins it anew. When the connection breaks, and once after half of
    // the timeout, the same id goes out again on a new connection, so nothing is carried out twice; so it
    // does when the daemon says that we ask too much. A next key of the daemon is kept in the profile's file.
    // Throws Refused when the daemon says no or does not know our key, Unreachable when there is no answer,
    // and UserError when the profile's endpoint is none.
    v1::Reply ask(v1::Request request, std::chrono::milliseconds timeout = default_timeout,
                  const ProgressHandler& on_progress = {});

    const Profile& profile() const noexcept { return profile_; }

  private:
    void open();
    bool try_next_key();  // false: there is none, or it was tried

    Profile profile_;
    zmq::context_t context_;
    std::unique_ptr<Link> link_;
    bool with_next_key_ = false;  // the present link was opened with the daemon's next key
};

// Why there is no connection, as ask() throws it. `waited` is for the sentence.
[[noreturn]] void throw_trouble(const Link& link, const Profile& profile, std::chrono::milliseconds waited);

}  // namespace dondoc::client
