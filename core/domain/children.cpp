// SPDX-License-Identifier: Apache-2.0
#include "domain/children.h"

#include <algorithm>

namespace dondoc {
namespace {

bool part_counts(const TermState& part) {
    return part.state != Workflow::Transferred && part.state != Workflow::Revoked;
}

}  // namespace

bool can_hold_tasks(DeadlineKind kind) {
    return kind == DeadlineKind::AsAssigned || kind == DeadlineKind::Event || kind == DeadlineKind::None;
}

ChildStanding Child::standing() const {
    if (is_dropped) return ChildStanding::Withdrawn;
    if (kind == DeadlineKind::Ongoing || kind == DeadlineKind::From) return ChildStanding::StandingDuty;
    if (parts.empty()) return below.is_completed() ? ChildStanding::Completed : ChildStanding::Open;
    if (std::ranges::none_of(parts, part_counts)) return ChildStanding::Withdrawn;
    std::vector<Workflow> states;
    for (const auto& part : parts) states.push_back(part.state);
    return is_completed(states) && !goes_on ? ChildStanding::Completed : ChildStanding::Open;
}

std::optional<local_days> Child::due() const {
    auto latest = below.due;
    for (const auto& part : parts)
        if (part_counts(part)) latest = std::max(latest, part.due);
    return latest;
}

std::optional<local_days> Child::result() const {
    auto latest = below.result;
    for (const auto& part : parts)
        if (part.state == Workflow::Completed) latest = std::max(latest, part.completed_on);
    return latest;
}

ChildrenProgress progress_of(const std::vector<Child>& children) {
    ChildrenProgress progress;
    for (const auto& child : children) {
        const auto standing = child.standing();
        if (standing != ChildStanding::Open && standing != ChildStanding::Completed) continue;
        ++progress.counted;
        progress.due = std::max(progress.due, child.due());
        if (standing != ChildStanding::Completed) continue;
        ++progress.completed;
        progress.result = std::max(progress.result, child.result());
    }
    return progress;
}

}  // namespace dondoc
