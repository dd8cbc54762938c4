// SPDX-License-Identifier: Apache-2.0
// Whom the door lets in, from the list of keys in force, and what is said of those it turned away.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "door/exchange.h"
#include "hub/transport/access_list.h"
#include "hub/transport/frame_scan.h"
#include "hub/transport/throttle.h"
#include "hub/transport/turned_away.h"

namespace dondoc::hub {

class Porter final : public door::Porter {
  public:
    // `largest_message`: of keys that may take in plans or try them. Nothing is owned.
    Porter(const AccessList& access, TurnedAway& turned_away, std::size_t largest_message)
        : access_(access), turned_away_(turned_away), largest_message_(largest_message) {}

    std::optional<Admission> admit(door::Entrance entrance, const door::Key& client,
                                   const std::string& address) override;
    bool can_wait(const std::string& message) const override { return begins_as_ping(message); }
    void opened(door::Entrance entrance, std::size_t open) override;
    void ended(door::Entrance entrance, door::Ending why, const std::string& name, std::size_t open) override;

  private:
    const AccessList& access_;
    TurnedAway& turned_away_;
    std::size_t largest_message_;
    Throttle refused_;
    std::array<Throttle, door::endings> ended_;  // one kind does not hide another
};

}  // namespace dondoc::hub
