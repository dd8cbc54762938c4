// SPDX-License-Identifier: GPL-3.0-or-later
// What a bridge tells.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/civil.h"
#include "dondoc/v1/site.pb.h"
#include "wire/time.h"

namespace dondoc::test {

inline v1::SiteMessage event(const std::string& lineage, std::uint64_t id) {
    v1::SiteMessage message;
    auto& made = *message.mutable_event();
    made.set_lineage(lineage);
    made.set_id(id);
    made.set_agency("SNV");
    made.set_number(id);
    made.set_kind(v1::EventKind::reminder);
    wire::set(*made.mutable_time(), to_instant(local_seconds{civil(2025, 7, 9)}));
    return message;
}

inline v1::EventRange range(const std::string& lineage, std::uint64_t first, std::uint64_t last,
                            std::uint64_t sent = 0) {
    v1::EventRange made;
    made.set_lineage(lineage);
    made.set_first(first);
    made.set_last(last);
    made.set_sent(sent);
    return made;
}

inline v1::SiteMessage told_again(const v1::EventRange& range) {
    v1::SiteMessage message;
    *message.mutable_told_again() = range;
    return message;
}

inline v1::SiteMessage restored(const std::string& lineage, std::uint64_t last,
                                const std::vector<v1::EventRange>& kept = {}) {
    v1::SiteMessage message;
    message.mutable_restored()->set_lineage(lineage);
    message.mutable_restored()->set_last(last);
    for (const auto& one : kept) *message.mutable_restored()->add_kept() = one;
    return message;
}

inline v1::SiteMessage state(const std::string& snapshot, std::uint64_t number) {
    v1::SiteMessage message;
    auto& made = *message.mutable_state();
    made.set_snapshot(snapshot);
    made.set_number(number);
    wire::set(*made.mutable_stands(), to_instant(local_seconds{civil(2025, 7, 9)}));
    return message;
}

inline v1::SiteMessage begins(const std::string& snapshot) {
    auto message = state(snapshot, 1);
    message.mutable_state()->mutable_begins()->set_due_soon_days(7);
    return message;
}

inline v1::SiteMessage part(const std::string& snapshot, std::uint64_t number, std::uint64_t assignment) {
    auto message = state(snapshot, number);
    auto& row = *message.mutable_state()->mutable_part()->add_given();
    row.set_assignment(assignment);
    row.set_task(1);
    row.set_agency("SNV");
    row.set_level("province");
    *row.mutable_given() = message.state().stands();
    return message;
}

inline v1::SiteMessage complete(const std::string& snapshot, std::uint64_t number) {
    auto message = state(snapshot, number);
    message.mutable_state()->set_complete(true);
    return message;
}

// Says how its lineage began.
inline v1::SiteMessage since(v1::SiteMessage message, const std::string& lineage, std::uint64_t last) {
    auto& state = *message.mutable_state();
    state.set_lineage(lineage);
    *state.mutable_restored() = restored(lineage, last).restored();
    return message;
}

// As the site stands so many minutes later.
inline v1::SiteMessage later(v1::SiteMessage message, int minutes) {
    auto& state = *message.mutable_state();
    wire::set(*state.mutable_stands(), wire::to_instant(state.stands()) + std::chrono::minutes{minutes});
    return message;
}

inline v1::SiteMessage alive(std::uint64_t confirmed, const std::string& lineage = "") {
    auto message = state("s", 1);
    message.mutable_state()->set_alive(true);
    message.mutable_state()->set_lineage(lineage);
    message.mutable_state()->set_confirmed(confirmed);
    return message;
}

}  // namespace dondoc::test
