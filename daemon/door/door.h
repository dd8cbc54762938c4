// SPDX-License-Identifier: Apache-2.0
// The daemon's door: accepts connections, lets in who proves a key that is known, and carries messages. Its
// thread owns every socket; the thread that owns the state hands messages over and takes them. A connection
// has a number that no other one ever has, so what is sent to it reaches its client or nobody. See
// docs/decisions/door.md.
#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "door/exchange.h"

namespace dondoc::door {

class Door {
  public:
    // Nobody comes in before open(). The porter is not owned and outlives the door.
    Door(const ServerKey& server, const Limits& limits, Porter& porter);
    // What was sent and not written is lost, see close().
    ~Door();
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    // Before open(). Throws std::system_error.
    void listen(Entrance entrance, const std::string& endpoint);
    void open();

    // All of the rest is for one thread.

    struct Receiver {
        std::function<void(Number from, const std::string& name, const std::string& message)> message;
        // It had sent a message, and is gone: nothing that is sent to it arrives any more.
        std::function<void(Number from)> gone;
    };
    // Hands on up to `limit` messages, of each connection one in its turn, so that who sends much at once
    // waits for himself only. True: there may be more. A message of many parts comes as an empty one.
    bool receive(int limit, const Receiver& receiver);
    // Messages that have arrived and were not received yet are looked at: whether one is such. `is_such` is
    // asked of each message twice.
    void look_for(std::function<bool(const std::string&)> is_such) { is_such_ = std::move(is_such); }
    bool has_such();
    // Readable while there is something to receive.
    int descriptor() const { return arrivals_.descriptor(); }

    enum class Sent { Yes, Full, Gone };
    Sent send(Number to, const std::string& message);
    void cut(Number connection);
    // Ends all connections of the one that the porter gave this name, after what was sent to them.
    void dismiss(const std::string& name);
    // To every subscriber of a prefix of the topic who is not too far behind.
    void publish(const std::string& topic, const std::string& content);
    // What was sent so far gets on its way; nothing does before that, but for many at once.
    void flush();
    // Ends, but waits so long for what was sent.
    void close(std::chrono::milliseconds linger);

  private:
    struct Sender {
        std::shared_ptr<Load> load;
        std::shared_ptr<const std::string> name;
        std::deque<std::string> messages;
        bool is_gone = false;  // after these
    };

    void take_arrivals();
    void settle(Load& load, std::size_t bytes);
    void add(Errand errand);

    Limits limits_;
    Shared shared_;
    Mailbox<Arrival>& arrivals_;
    std::unique_ptr<class Doorkeeper> keeper_;
    std::thread thread_;
    std::unordered_map<Number, Sender> senders_;
    std::deque<Number> turns_;  // of senders of whom something waits
    std::vector<Arrival> taken_;
    std::function<bool(const std::string&)> is_such_;
    std::size_t such_ = 0;  // that wait
    std::vector<Errand> errands_;
    std::chrono::steady_clock::time_point errands_since_{};
};

}  // namespace dondoc::door
