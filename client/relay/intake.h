// SPDX-License-Identifier: GPL-3.0-or-later
// From the stream into the outbox: who is told of an event, by which channel and when, in the transaction
// that keeps the position. It is the listener's Position itself: what is acknowledged is on disk.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "lib/position.h"
#include "relay/outbox.h"
#include "relay/persons.h"
#include "relay/settings.h"

namespace dondoc::relay {

class Intake final : public client::Position {
  public:
    // `channels`: names of those that reach persons. The outbox is its own.
    Intake(Outbox outbox, Timing timing, std::set<std::string> channels,
           std::vector<WebhookSettings> webhooks);

    // Where nothing is known yet: begins after this event. What was told before there was a relay is not
    // sent.
    bool is_new() const { return is_new_; }
    void begin_after(std::uint64_t event, const std::string& lineage);

    void take(const v1::Event& event, const Persons& persons, sys_seconds now);

    std::uint64_t last() const override { return position_.last; }
    std::string lineage() const override { return position_.lineage; }
    void keep(const v1::Event& event) override;
    bool holds(const v1::Event& event) const override;
    void set_back(std::uint64_t last) override;
    void flush() override;

  private:
    void add_persons(const v1::Event& event, const Persons& persons, sys_seconds now);
    void add_programs(const v1::Event& event, sys_seconds now);
    void move_to(const v1::Event& event);

    Outbox outbox_;
    Timing timing_;
    std::set<std::string> channels_;
    std::vector<WebhookSettings> webhooks_;
    Outbox::Position position_;
    bool is_new_ = true;
    bool unkept_ = false;  // the position on disk is an older one
};

// The first of the person's channels that there is; empty: none.
std::string first_channel(const v1::Person& person, const std::set<std::string>& channels);

// When what is decided now goes out: urgent at once, else with the morning's digest, or what comes soon after
// it; and not in the person's quiet hours.
sys_seconds ready_at(const v1::Person& person, bool urgent, const Timing& timing, sys_seconds now);

}  // namespace dondoc::relay
