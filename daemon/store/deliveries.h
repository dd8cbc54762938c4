// SPDX-License-Identifier: Apache-2.0
// What became of events for persons, by each channel, as the program reported that sends them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

// The numbers are those of dondoc.v1.Delivery.State.
enum class DeliveryState { Unspecified = 0, Waiting = 1, Sent = 2, Refused = 3, Dropped = 4 };

// How it stands, of an event or of a test.
struct DeliveryStanding {
    DeliveryState state = DeliveryState::Unspecified;
    sys_seconds at{};  // since when
    int tries = 0;
    std::optional<sys_seconds> next_try;
    std::string reason;
};

struct Delivery {
    AgencyId agency;  // with the number: the event
    InboxSeq number;
    PersonId person;  // {}: a program
    std::string channel;
    DeliveryStanding standing;
    std::string wish;  // "retry", "drop"; empty: none
};

struct DeliveryFilter {
    std::optional<AgencyId> agency;
    std::optional<InboxSeq> number;  // with the agency
    std::optional<PersonId> person;
    std::string channel;                // empty: all
    std::vector<DeliveryState> states;  // empty: waiting and refused
};

class Deliveries {
  public:
    explicit Deliveries(Database& database);

    std::optional<Delivery> find(AgencyId agency, InboxSeq number, PersonId person,
                                 const std::string& channel);
    // Of an event: those of every person and channel.
    std::vector<Delivery> of(AgencyId agency, InboxSeq number, int limit);
    // The newest first.
    std::vector<Delivery> list(const DeliveryFilter& filter, int limit, std::int64_t offset);
    void write(const Delivery& delivery);
    // Of what waits or was refused. Returns how many.
    int wish(const DeliveryFilter& filter, const std::string& wish);
    std::vector<Delivery> wished(int limit);
    // Events after `after`, not looked at, that a channel of a person accepted.
    std::int64_t sent_unseen(AgencyId agency, InboxSeq after);

  private:
    Statement find_, of_, list_, write_, wish_, wished_, sent_unseen_;
};

}  // namespace dondoc::store
