// SPDX-License-Identifier: Apache-2.0
// The office presses agencies by hand: by letter, by telephone, by mail. Each time is a row of the
// assignment's history, is counted, and is told to the agency in a digest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/life.pb.h"
#include "engine/work.h"

namespace dondoc::engine {

inline constexpr std::size_t max_pressed_at_once = 1'000;

struct PressWish {
    std::vector<store::Assignment> assignments;  // each once
    std::string way;                             // "letter", "phone", "mail"
    std::string letter;                          // its number
    local_days day;                              // on which it was done
    std::string note;
    std::string by;    // name of the key that asks
    std::string seen;  // Pressed::seen of a look before; empty: not looked
};
struct Pressed {
    std::vector<AssignmentId> assignments;
    std::string seen;
    int told = 0;  // agencies
};

// Throws UserError "press.way", "press.nothing", "press.too_many", "press.closed", "press.reported",
// "press.future", "press.before", "press.other_than_seen", "value.too_long".
Pressed press(Work& work, const PressWish& wanted);

// The last time until then, with its count; nullopt: never.
std::optional<v1::Pressing> pressed_until(store::History& history, AssignmentId assignment,
                                          sys_seconds instant);

}  // namespace dondoc::engine
