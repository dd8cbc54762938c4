// SPDX-License-Identifier: Apache-2.0
#include "engine/mutes.h"

#include <optional>
#include <variant>

#include "domain/limits.h"
#include "engine/flow/flow_planning.h"
#include "engine/planning.h"

namespace dondoc::engine {
namespace {

constexpr date::days longest_mute{366};

}  // namespace

HoldingMutes::HoldingMutes(store::Store& store, local_days today) : mutes_(store.mutes.holding(today)) {
    for (const auto& mute : mutes_) by_target_[mute.target] = &mute;  // those that end last come last
}

const Mute* HoldingMutes::of(AssignmentId assignment, TaskId task, DocumentId document,
                             AgencyId agency) const {
    if (empty()) return nullptr;
    const Mute* longest = nullptr;
    for (const auto& target :
         {MuteTarget{assignment}, MuteTarget{task}, MuteTarget{document}, MuteTarget{agency}})
        if (const auto found = by_target_.find(target);
            found != by_target_.end() && (longest == nullptr || longest->until < found->second->until))
            longest = found->second;
    return longest;
}

const Mute* HoldingMutes::of(AgencyId agency) const {
    const auto found = by_target_.find(MuteTarget{agency});
    return found == by_target_.end() ? nullptr : found->second;
}

Mute add_mute(Work& work, const MuteTarget& target, local_days until, const std::string& reason,
              const std::string& by) {
    if (reason.empty()) throw UserError("mute.no_reason", {}, "reason");
    require_length(reason, max_note_bytes, "reason");
    if (until < work.today())
        throw UserError("mute.past", {spoken_day(until), spoken_day(work.today())}, "until");
    if (until - work.today() > longest_mute)
        throw UserError("mute.too_long", {spoken_day(until), std::to_string(longest_mute.count())}, "until");
    Mute mute{{}, target, until, reason, by, work.now, std::nullopt};
    mute.id = work.store.mutes.add(mute);
    return mute;
}

std::vector<store::Assignment> left_unreminded(Work& work, const Mute& mute) {
    std::vector<store::Assignment> left;
    for (const auto id : work.store.mutes.covered(mute.target, work.today(), mute.until + longest_mute)) {
        const auto assignment = work.store.assignments.get(id).value();
        if (!awaits_agency(assignment.state)) continue;
        const auto task = work.store.plans.brief(assignment.task);
        const auto* policy = policy_of(work.rules, work.directory, traits_of(task), assignment.agency);
        if (policy == nullptr) continue;
        const DueMoment due{*assignment.due, task.hour};
        std::optional<sys_seconds> last;
        for (auto step = first_step(*policy, work.rules.calendar, due, work.now);
             step && step->step.kind == AlertKind::Reminder;
             step = next_step(*policy, work.rules.calendar, due, step->step))
            last = step->at;
        if (last && date::floor<date::days>(to_local(*last)) <= mute.until) left.push_back(assignment);
    }
    return left;
}

Mute end_mute(Work& work, MuteId id, const std::string& reason, const std::string& by) {
    auto mute = work.store.mutes.get(id);
    if (!mute) throw UserError("mute.unknown", {std::to_string(id.value)}, "mute");
    if (!mute->holds(work.today())) throw UserError("mute.over", {std::to_string(id.value)}, "mute");
    require_length(reason, max_note_bytes, "reason");
    mute->ended = Mute::End{work.now, by, reason};
    work.store.mutes.end(id, *mute->ended);
    work.store.mutes.release(id, work.now);
    if (const auto* agency = std::get_if<AgencyId>(&mute->target))
        release_flow(work, *agency, release_moment(*mute, work.rules.flow.policy, work.rules.calendar));
    return *mute;
}

}  // namespace dondoc::engine
