// SPDX-License-Identifier: Apache-2.0
// One encrypted connection to the daemon: a DEALER socket, its monitor, and frames in and out. Knows nothing
// of requests or sessions. ZeroMQ reconnects by itself after a loss; after a refusal it does not: open a new
// Link.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>
#include <zmq.hpp>

#include "dondoc/v1/frame.pb.h"
#include "lib/addresses.h"
#include "lib/profile.h"

namespace dondoc::client {

// ZeroMQ's routing ids come from rand(): seeded here, once, before the first context of the process.
zmq::context_t make_context();

// One failed handshake can be a daemon that is just going down.
constexpr unsigned handshake_tries = 3;

// Not thread-safe: one thread owns it.
class Link {
  public:
    enum class State {
        Connecting,
        Up,
        NobodyListens,   // nothing accepts connections there (yet)
        KeyRefused,      // the daemon does not know our key: final for this Link
        WrongServerKey,  // something is there that does not own the profile's server_key
        NotDondoc,       // something is there that does not speak CURVE: final for this Link
        Lost             // was up, the connection broke
    };

    // `context` must outlive the Link. Throws UserError when the endpoint is no endpoint. Where the host's
    // name has several addresses they are tried in turn, each for some seconds; nobody listens when none
    // answers.
    Link(zmq::context_t& context, const Profile& profile, const Resolver& resolve = addresses_of);
    ~Link();
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    State state() const noexcept { return state_; }
    bool is_final() const noexcept { return state_ == State::KeyRefused || state_ == State::NotDondoc; }
    std::uint64_t connections() const noexcept { return connections_; }  // that came up so far
    unsigned failures() const noexcept {
        return failures_;
    }  // handshakes that failed since the last good one

    // Nobody knew the name of the host when it was looked up.
    bool is_unknown_host() const noexcept { return unknown_host_; }

    // False: no connection takes it now; what was sent on a connection that broke is lost.
    bool send(const v1::ClientFrame& frame);
    // The next frame; messages of more than one part and what cannot be parsed are dropped.
    std::optional<v1::DaemonFrame> receive();

    // Until there is a frame, a change of state, `stop_fd` is readable, or (with `to_send`) a frame can be
    // sent; at most `timeout`.
    void wait(std::chrono::milliseconds timeout, int stop_fd = -1, bool to_send = false);
    // Closing waits this long for what has not been sent.
    void linger(std::chrono::milliseconds time);

  private:
    void read_monitor();
    void on_monitor(std::uint16_t event, std::uint32_t value);
    void connect(const std::string& endpoint);
    void attempt_failed();
    void try_next_address();

    zmq::socket_t socket_;
    zmq::socket_t monitor_;
    std::string endpoint_;  // as the profile has it
    Resolver resolve_;
    std::vector<std::string> addresses_;
    std::size_t address_ = 0;  // the one that is connected to, or tried
    std::size_t in_vain_ = 0;  // addresses in a row that did not answer
    std::optional<std::chrono::steady_clock::time_point> next_address_at_;
    bool unknown_host_ = false;
    State state_ = State::Connecting;
    bool connected_ = false;  // TCP or ipc, handshake still to come
    std::uint64_t connections_ = 0;
    unsigned failures_ = 0;
};

}  // namespace dondoc::client
