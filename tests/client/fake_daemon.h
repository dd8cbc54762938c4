// SPDX-License-Identifier: Apache-2.0
// A daemon for tests: a ROUTER with CURVE and ZAP in a thread of the test, answering as the test says.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>
#include <zmq.hpp>

#include "dondoc/v1/frame.pb.h"
#include "lib/profile.h"

namespace dondoc::testing {

class FakeDaemon {
  public:
    // What to send back to the one who sent the frame. Runs in the daemon's thread.
    using Handler = std::function<std::vector<v1::DaemonFrame>(const v1::ClientFrame&)>;
    // The same for one that sends any bytes, in any number of parts.
    using Parts = std::vector<std::string>;
    using RawHandler = std::function<std::vector<Parts>(const v1::ClientFrame&)>;

    struct Identity {
        client::KeyPair server = client::make_key_pair();
        client::KeyPair client = client::make_key_pair();  // the key that is let in
        std::string endpoint = "tcp://127.0.0.1:*";
    };

    FakeDaemon(Identity identity, RawHandler handler);
    FakeDaemon(Identity identity, const Handler& handler);
    explicit FakeDaemon(const Handler& handler) : FakeDaemon(Identity{}, handler) {}
    ~FakeDaemon();

    // With the endpoint that was bound: a second daemon made of it is the same one, restarted.
    const Identity& identity() const { return identity_; }
    client::Profile profile() const;  // of the client that is let in

  private:
    void serve();
    void answer_zap();

    Identity identity_;
    RawHandler handler_;
    zmq::context_t context_;
    zmq::socket_t zap_, router_, stop_, stopped_;
    std::thread thread_;
};

v1::DaemonFrame reply_to(const v1::ClientFrame& frame, v1::Reply reply);

}  // namespace dondoc::testing
