// SPDX-License-Identifier: Apache-2.0
// A hub without sockets, asked by keys that are called as their owners are.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "hub/hub.h"
#include "support/outbox.h"
#include "support/province.h"

namespace dondoc::test {

class AskedHub {
  public:
    explicit AskedHub(const hub::Limits& limits = {.window = 4})
        : hub(province.engine, access, answers, feed, limits, turned_away) {
        province.register_agencies();
    }

    // `agency`: its code; empty: of none.
    void grant(const std::string& name, Role role, const std::string& agency = {}) {
        const auto known = province.store.agencies.find(agency);
        province.store.keys.put({"key " + name, role, known ? std::optional{known->id} : std::nullopt, name,
                                 province.clock.now(), std::nullopt});
        access.load(province.store.keys, province.store.agencies);
    }
    v1::Reply ask(const std::string& who, v1::Request request) {
        request.set_id(std::to_string(++asked_));
        v1::ClientFrame frame;
        *frame.mutable_request() = std::move(request);
        hub.receive(who, "key " + who, frame.SerializeAsString());
        return answers.of[who].back();
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
    hub::AccessList access;
    Answers answers;
    NoFeed feed;
    hub::TurnedAway turned_away;
    hub::Hub hub;

  private:
    int asked_ = 0;
};

}  // namespace dondoc::test
