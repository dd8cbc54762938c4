// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told of an event, and what of it. Pure: from the event and the persons that there are.
#pragma once

#include <vector>

#include "dondoc/v1/event.pb.h"
#include "relay/persons.h"

namespace dondoc::relay {

// An event as one person is told of it: only what concerns the person, and of what is secret only that there
// is something.
struct Told {
    const v1::Person* person = nullptr;
    v1::Event event;
    bool urgent = false;  // does not wait for the morning, nor for the end of quiet hours
};

// Each person once. Of an assignment somebody is responsible for, that person is told and no other of those
// who do the work; of what is overdue the head as well. `today` decides who is away.
std::vector<Told> told_of(const v1::Event& event, const Persons& persons, local_days today);

}  // namespace dondoc::relay
