// SPDX-License-Identifier: Apache-2.0
// One seed, from its script to its verdict.
#include <algorithm>
#include <map>

#include "simulation/policies.h"
#include "simulation/world.h"

namespace dondoc::simulation {
namespace {

using Inboxes = std::map<std::string, std::vector<std::string>>;

// Whether the office hears of notices that nobody looked at depends on who looked, and so on the network:
// there its inbox, and the numbers of the log as a whole, may differ.
Inboxes comparable(const Script& script, const std::vector<v1::Event>& events) {
    const bool by_looks = std::ranges::any_of(
        script.rules.policies, [](const auto& policy) { return policy.unseen_after.has_value(); });
    Inboxes inboxes;
    for (auto event : events) {
        if (by_looks && event.agency() == office_code) continue;
        if (by_looks) event.clear_id();
        inboxes[event.agency()].push_back(event.SerializeAsString());
    }
    return inboxes;
}

std::string first_difference(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    const auto [l, r] = std::ranges::mismatch(left, right);
    v1::Event event;
    std::string text = "at " + std::to_string(l - left.begin() + 1) + " of " + std::to_string(left.size()) +
                       " and " + std::to_string(right.size());
    for (const auto* side : {l == left.end() ? nullptr : &*l, r == right.end() ? nullptr : &*r})
        if (side != nullptr && event.ParseFromString(*side)) text += "\n  " + event.ShortDebugString();
    return text;
}

void compare(const Inboxes& faulty, const Inboxes& undisturbed) {
    if (faulty == undisturbed) return;
    for (const auto& [code, events] : undisturbed) {
        const auto found = faulty.find(code);
        const auto other = found == faulty.end() ? std::vector<std::string>{} : found->second;
        if (other != events)
            throw Violation("the inbox of " + code + " is not that of the undisturbed run, " +
                            first_difference(other, events));
    }
    throw Violation("an inbox that the undisturbed run does not have");
}

// Lives the script; what is wrong is told with the place.
Inboxes live(World& world, const Script& script, const char* which) {
    try {
        world.live();
        return comparable(script, world.events());
    } catch (const Violation& violation) {
        throw Violation(std::string{violation.what()} + "\n  in the run " + which + ", " +
                        (script.machine_clock ? "by a machine's clock, " : "") + world.where());
    }
}

}  // namespace

Figures& Figures::operator+=(const Figures& other) {
    runs += other.runs;
    crashes += other.crashes;
    disk_failures += other.disk_failures;
    cuts += other.cuts;
    listener_kills += other.listener_kills;
    frames += other.frames;
    events += other.events;
    commands += other.commands;
    storage_refusals += other.storage_refusals;
    clock_steps += other.clock_steps;
    sleeps += other.sleeps;
    clock_held += other.clock_held;
    demanded += other.demanded;
    feed_events += other.feed_events;
    pressed += other.pressed;
    secret_tasks += other.secret_tasks;
    relay_kills += other.relay_kills;
    sent += other.sent;
    sent_again += other.sent_again;
    refused += other.refused;
    comments += other.comments;
    dossier_steps += other.dossier_steps;
    years += other.years;
    return *this;
}

Figures run_seed(std::uint64_t seed) {
    const auto script = make_script(seed);
    std::optional<Inboxes> undisturbed;
    if (!script.machine_clock) {
        World world{script, seed, false};
        undisturbed = live(world, script, "without faults");
    }
    World world{script, seed, true};
    const auto inboxes = live(world, script, "with faults");
    if (undisturbed) compare(inboxes, *undisturbed);
    return world.figures();
}

}  // namespace dondoc::simulation
