// SPDX-License-Identifier: Apache-2.0
// Where a hub's replies and events go when no socket is there.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "dondoc/v1/frame.pb.h"
#include "hub/hub.h"

namespace dondoc::test {

class Answers : public hub::Outbox {
  public:
    hub::Delivery send(const hub::RoutingId& to, const std::string& bytes) override {
        v1::DaemonFrame frame;
        EXPECT_TRUE(frame.ParseFromString(bytes));
        if (frame.has_reply()) of[to].push_back(frame.reply());
        return hub::Delivery::Sent;
    }
    void cut(const hub::RoutingId&) override {}
    void dismiss(const std::string&) override {}

    std::map<std::string, std::vector<v1::Reply>> of;  // by routing id
};

class NoFeed : public hub::Feed {
  public:
    void publish(const std::string&, const std::string&) override {}
};

}  // namespace dondoc::test
