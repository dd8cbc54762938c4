// SPDX-License-Identifier: Apache-2.0
// What had to come of what was told to agencies that have persons. Of the relay: who had to be sent what, so
// that nothing is lost, doubled or held up by another's failure, and how the daemon says that it stands. Of
// another relay, whose reports are made up: how each stands. Of both, that the office was told of each
// refusal once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "simulation/post.h"
#include "store/store.h"

namespace dondoc::simulation {

class DeliveryOracle {
  public:
    // A command and what it was answered with, each once; `last_event` that there is then. A report is of one
    // delivery, so that its answer says whether the event and the person were there.
    void answered(const v1::Request& command, const v1::Reply& reply, std::int64_t last_event);

    // Who had to be sent what, when nothing is told any more.
    void want(const std::vector<v1::Event>& events);
    bool wants() const { return wanted_.has_value(); }
    // What did not reach somebody who had to be told; `hindered`: counting those whom nothing can reach until
    // all is mended. Empty: nothing is missing.
    std::string missing(const Post& post, bool hindered);

    // In the end. Throws Violation.
    void check(store::Store& store, const std::vector<v1::Event>& events, const Post& post) const;

    std::uint64_t refused() const { return refused_in_all_; }

  private:
    using Key = Post::Key;
    struct Person {
        std::string agency;
        std::vector<std::string> channels;  // the first is tried first
        std::uint64_t since_event = 0;      // it was there when anything after this was decided
        bool removed = false;
    };
    struct Wanted {
        std::uint64_t event = 0, person = 0;
    };

    void note_person(const v1::Request& command, const v1::Reply& reply, std::int64_t last_event);
    bool must_be_told(const v1::Event& event, std::uint64_t id, const Person& person) const;
    bool somebody_else_answers(const std::string& agency, std::uint64_t responsible) const;
    bool has_reached(const Post& post, const Wanted& wanted) const;
    void check_refusals(const std::vector<v1::Event>& events, const Post& post) const;
    void check_stands(store::Store& store, const std::map<std::uint64_t, const v1::Event*>& by_id) const;

    std::map<std::uint64_t, Person> persons_;
    std::optional<std::vector<Wanted>> wanted_;  // and was not seen to have reached them
    std::map<Key, v1::Delivery> stands_;         // as the made up reports say
    std::map<Key, int> refused_;                 // how often it became so
    std::uint64_t refused_in_all_ = 0;
};

}  // namespace dondoc::simulation
