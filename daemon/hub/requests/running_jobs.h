// SPDX-License-Identifier: Apache-2.0
// Jobs that were asked for: of a kind the first is under way, the others wait for their turn.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "hub/requests/requests.h"
#include "hub/transport/ports.h"

namespace dondoc::hub {

class RunningJobs {
  public:
    using Answered = std::function<void(const RoutingId& to, v1::Reply reply)>;
    using Progressed =
        std::function<void(const RoutingId& to, const std::string& request_id, const Job::Progress& how_far)>;
    // Whose connection has ended is told nothing.
    RunningJobs(Answered answered, Progressed progressed)
        : answered_(std::move(answered)), progressed_(std::move(progressed)) {}

    // Throws UserError where the line of its kind is full, or the key has one in it; asked for again, it goes
    // on for the new connection.
    void begin(const RequestKind& kind, Call& call, const RoutingId& from, const v1::Request& request);
    // True: there is more to do at once.
    bool go_on();
    // The connection has ended.
    void gone(const RoutingId& route);

    bool empty() const { return lines_.empty(); }
    bool is_busy() const;  // with a job that does not wait for another thread

  private:
    struct Running {
        RoutingId asker;  // empty: is gone
        std::string public_key;
        std::string request_id;
        text::Lang lang;
        const char* name;
        std::unique_ptr<Job> job;
        std::size_t told = 0;  // progress
    };

    bool go_on(Running& running);  // true: there is more to do

    Answered answered_;
    Progressed progressed_;
    std::map<v1::Request::BodyCase, std::deque<Running>> lines_;
};

}  // namespace dondoc::hub
