// SPDX-License-Identifier: Apache-2.0
// Messages to a person that were asked for only to see whether they arrive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/deliveries.h"

namespace dondoc::store {

struct ContactTest {
    std::int64_t id = 0;
    PersonId person;
    std::string channel;
    sys_seconds asked_at{};
    std::string by;  // name of the key
    DeliveryStanding standing;
};

class ContactTests {
  public:
    explicit ContactTests(Database& database);

    std::optional<ContactTest> find(std::int64_t id);
    // Of that person and channel, asked for since then.
    std::optional<ContactTest> newest(PersonId person, const std::string& channel, sys_seconds since);
    std::vector<ContactTest> not_taken_up(int limit);
    std::int64_t add(const ContactTest& test);
    void write(const ContactTest& test);

  private:
    Statement find_, newest_, not_taken_up_, add_, write_;
};

}  // namespace dondoc::store
