// SPDX-License-Identifier: Apache-2.0
// Messages to a person that are about no event: asked for to see whether they arrive, or to send a link by
// which somebody signs in who has forgotten his password.
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
    bool is_link = false;
};

class ContactTests {
  public:
    explicit ContactTests(Database& database);

    std::optional<ContactTest> find(std::int64_t id);
    // Of that person and channel, asked for since then; a link, or what only tries the way.
    std::optional<ContactTest> newest(PersonId person, const std::string& channel, sys_seconds since,
                                      bool is_link);
    // What a program that sends has not reported on. Links that were asked for before `links_since` are left
    // out.
    std::vector<ContactTest> not_taken_up(int limit, sys_seconds links_since);
    std::int64_t add(const ContactTest& test);
    void write(const ContactTest& test);

    // When a program that sends has last asked for them; nullopt: not since the start.
    std::optional<sys_seconds> asked_for_at() const { return asked_for_at_; }
    void asked_for(sys_seconds now) { asked_for_at_ = now; }

  private:
    std::optional<sys_seconds> asked_for_at_;
    Statement find_, newest_, not_taken_up_, add_, write_;
};

}  // namespace dondoc::store
