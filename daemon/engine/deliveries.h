// SPDX-License-Identifier: Apache-2.0
// What the program reports that sends events to persons. What was refused for good is told to the office.
#pragma once

#include <string>
#include <vector>

#include "engine/work.h"

namespace dondoc::engine {

struct ReportedDelivery {
    EventId event;
    std::string lineage;  // in which the event has that id
    PersonId person;      // {}: a program
    std::string channel;
    store::DeliveryStanding standing;
    std::string wish;  // that was carried out with it; empty: none
};

struct DeliveriesTaken {
    int changed = 0;
    int unknown = 0;  // of events and persons that are not there
};
// Reports that were taken already change nothing.
DeliveriesTaken take_deliveries(Work& work, const std::vector<ReportedDelivery>& reported);

}  // namespace dondoc::engine
