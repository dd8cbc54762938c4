// SPDX-License-Identifier: Apache-2.0
// dondoc-relay's intake, outbox and senders, on the disk of the daemon's machine and beside it: it follows
// the stream, asks for the persons, hands over to a post that fails, and reports. What its threads do is done
// here in turns.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lib/subscription.h"
#include "relay/intake.h"
#include "relay/sender.h"
#include "simulation/network.h"
#include "simulation/post.h"

namespace dondoc::simulation {

// By which persons can be told, the first of them first.
extern const std::vector<std::string> relay_channels;

class Relay {
  public:
    // `network`, `random` and `post` are not owned.
    Relay(std::string public_key, Network& network, Random& random, Post& post);
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    // Does what there is to do. `door_open`: the daemon is there and knows the key. Throws Violation, Killed,
    // and what its outbox throws where the disk fails.
    void work(Time now, bool door_open);
    void may_die(bool mortal) { mortal_ = mortal; }  // between two frames, now and then
    void die(Time back_at);
    void calm_down() {
        mortal_ = false;
        hurries_ = true;
    }
    std::uint64_t deaths() const { return deaths_; }

    bool has_followed(std::int64_t last_event) const {
        return taken_in_ == static_cast<std::uint64_t>(last_event);
    }
    // Nothing waits to be sent, and the daemon knows of all.
    bool is_done();

  private:
    struct Life;

    void begin();
    void follow(Time now, bool door_open);
    void carry_out(client::Subscription::Step step, Time now);
    client::Subscription::Step take(const v1::Event& event, Time now);
    void speak(Time now, bool door_open);
    void ask(v1::Request request, Time now);
    void take_reply(const v1::Reply& reply, Time now);
    void send(Time now);
    void learn_time(const google::protobuf::Timestamp& time);

    std::string public_key_;
    Network& network_;
    Random& random_;
    Post& post_;
    bool mortal_ = false;
    bool hurries_ = false;  // hours pass between two looks, so that what was put off comes
    std::optional<Time> back_at_;
    std::uint64_t deaths_ = 0, asked_ever_ = 0, nonces_ = 0;
    std::uint64_t taken_in_ = 0;  // the last event whose acknowledgement may have gone out
    sys_seconds clock_{};         // by what the daemon said
    std::unique_ptr<Life> life_;
};

}  // namespace dondoc::simulation
