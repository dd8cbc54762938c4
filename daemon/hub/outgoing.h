// What waits inside libzmq for each connection, in bytes: its own mark counts messages, and a message may be
// a few bytes or many megabytes. libzmq gives a message back when it has left the queue.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>

#include <zmq.hpp>

#include "hub/ports.h"

namespace dondoc::hub {

class Outgoing {
  public:
    // `limit`: bytes that may wait for one connection. What is larger is taken when nothing waits.
    explicit Outgoing(std::size_t limit) : limit_(limit) {}

    bool has_room(const RoutingId& to, std::size_t bytes) const;
    // A message that counts as waiting until libzmq is done with it.
    zmq::message_t pack(const RoutingId& to, const std::string& frame);
    void forget(const RoutingId& to) { waiting_.erase(to); }

  private:
    using Counter = std::atomic<std::size_t>;
    void forget_idle();

    std::size_t limit_;
    std::size_t sweep_at_ = 1024;
    std::unordered_map<RoutingId, std::shared_ptr<Counter>> waiting_;  // shared with the messages under way
};

}  // namespace dondoc::hub
