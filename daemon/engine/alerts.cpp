// SPDX-License-Identifier: Apache-2.0
#include "engine/alerts.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/alert_teller.h"
#include "engine/mutes.h"
#include "engine/planning.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t remembered_tasks = 50'000;

// Alarms of one batch often share policy, day and step: thousands of tasks are due on 31/12.
class Decisions {
  public:
    explicit Decisions(const Work& work) : work_(work) {}

    const Decision& of(const AlertPolicy& policy, const store::DueAlarm& alarm,
                       std::optional<std::chrono::minutes> hour) {
        const Key key{
            &policy, alarm.due, hour, alarm.step.kind, alarm.step.offset.count, alarm.step.offset.unit};
        if (last_ != nullptr && last_->first == key) return last_->second;
        auto found = made_.find(key);
        if (found == made_.end())
            found = made_
                        .emplace(key, decide(policy, work_.rules.calendar, {alarm.due, hour}, alarm.step,
                                             work_.now))
                        .first;
        last_ = &*found;
        return found->second;
    }

  private:
    using Key = std::tuple<const AlertPolicy*, local_days, std::optional<std::chrono::minutes>, AlertKind,
                           int, Offset::Unit>;
    const Work& work_;
    std::map<Key, Decision> made_;
    const std::pair<const Key, Decision>* last_ = nullptr;
};

bool calls_for_nothing(const Decision& decision) {
    return decision.reminders.empty() && decision.overdue.empty() && decision.escalations.empty() &&
           decision.skipped.empty();
}

// The alarm keeps its step, so that at the end of the mute it is decided as if it went off then; until then
// it goes off at every step that comes, which is noted.
void withhold(Work& work, const store::DueAlarm& alarm, const Decision& decision, const Mute& mute,
              const AlertPolicy& policy) {
    for (const auto* steps :
         {&decision.reminders, &decision.overdue, &decision.escalations, &decision.skipped})
        for (const auto& step : *steps) {
            const auto key = to_key(step);
            if (!work.store.alarms.was_carried_out(alarm.assignment, alarm.due, key))
                work.store.mutes.withhold(alarm.assignment, alarm.due, key, work.now, mute.id);
        }
    auto again = release_moment(mute, policy, work.rules.calendar);
    if (decision.next) again = std::min(again, decision.next->at);
    work.store.alarms.put_off(alarm.assignment, again, alarm.since);
}

// An agency's own alerts are told part by part: no part tears them. What goes to those above it, of many
// agencies, is gathered until the end.
class AlertBatch final : public DueBatch {
  public:
    AlertBatch(Work& work, TaskBriefs& briefs)
        : work_(work), briefs_(briefs), mutes_(work.store, work.today()), decisions_(work), teller_(work) {
        briefs_.forget_if_many();
    }

    int carry_out(int most) override {
        const auto due = work_.store.alarms.due(work_.now, most, digest_limit);
        std::vector<Alarm> alarms;
        alarms.reserve(due.size());
        for (const auto& alarm : due) alarms.push_back({alarm, &briefs_.of(work_.store, alarm.task)});
        const auto decided = decide_all(alarms);
        std::map<ShareKey, std::vector<AlikePart>> shares;
        for (const auto& alike : decided) share_out(alike, shares);
        for (const auto& [key, share] : shares) teller_.tell(key, share);
        for (const auto& alike : decided) set_next(alike);  // the ledger is written by where they stand
        return static_cast<int>(alarms.size());
    }

    void finish() override {
        for (const auto& [key, share] : escalations_) teller_.tell(key, share);
        escalations_.clear();
    }

  private:
    // What is withheld, or not told to anybody, is dealt with at once and left out.
    std::vector<Alike> decide_all(std::span<const Alarm> alarms) {
        std::vector<Alike> decided;
        bool goes_on = false;  // the last one was decided, and stands beside the next
        for (std::size_t i = 0; i < alarms.size(); ++i) {
            const auto next = decide_one(alarms.subspan(i, 1));
            const bool is_alike = goes_on && next && stands_beside(decided.back(), *next);
            goes_on = next.has_value();
            if (!next) continue;
            if (is_alike)
                decided.back().alarms = {decided.back().alarms.data(), decided.back().alarms.size() + 1};
            else
                decided.push_back(*next);
        }
        return decided;
    }

    static bool stands_beside(const Alike& one, const Alike& next) {
        const auto& last = one.alarms.back().due;
        const auto& first = next.alarms.front().due;
        return last.at == first.at && last.agency == first.agency && one.policy == next.policy &&
               one.decision == next.decision && one.as_digest == next.as_digest;
    }

    std::optional<Alike> decide_one(std::span<const Alarm> one) {
        const auto& [alarm, told] = one.front();
        const auto& task = told->brief();
        const auto* policy = policy_of(work_.rules, work_.directory, traits_of(task), alarm.agency);
        if (policy == nullptr) {
            work_.store.alarms.remove(alarm.assignment);
            return std::nullopt;
        }
        const auto& decision = decisions_.of(*policy, alarm, task.hour);
        const auto* mute = mutes_.of(alarm.assignment, alarm.task, task.document_id, alarm.agency);
        if (mute != nullptr && !calls_for_nothing(decision)) {
            withhold(work_, alarm, decision, *mute, *policy);
            return std::nullopt;
        }
        return Alike{one, policy, &decision, policy->digest && task.priority == Priority::Normal};
    }

    void share_out(const Alike& alike, std::map<ShareKey, std::vector<AlikePart>>& shares) {
        const auto& [alarms, policy, decision, as_digest] = alike;
        const auto agency = alarms.front().due.agency;
        if (!decision->reminders.empty())
            shares[{agency, AlertKind::Reminder, as_digest}].push_back({alike, &decision->reminders});
        if (!decision->overdue.empty())
            shares[{agency, AlertKind::Overdue, as_digest}].push_back({alike, &decision->overdue});
        if (!decision->escalations.empty()) {
            bool somebody = false;
            for (const auto& code : policy->escalate_to)
                if (const auto above = work_.store.agencies.find(code)) {
                    auto& gathered = escalations_[{above->id, AlertKind::Escalation, as_digest}];
                    for (const auto& alarm : alarms)
                        gathered.push_back({alarm, policy, &decision->escalations});
                    somebody = true;
                }
            if (!somebody) skip(alike, decision->escalations);
        }
        skip(alike, decision->skipped);
    }

    void skip(const Alike& alike, const std::vector<Step>& steps) {
        const auto& first = alike.alarms.front().due;
        for (const auto& step : steps)
            work_.store.alarms.record_all({span_of(alike.alarms), first.due, to_key(step)}, first.agency,
                                          work_.now, std::nullopt);
    }

    void set_next(const Alike& alike) {
        const auto& next = alike.decision->next;
        const int set = next ? work_.store.alarms.move_all(span_of(alike.alarms), *next)
                             : work_.store.alarms.remove_all(span_of(alike.alarms));
        if (set != static_cast<int>(alike.alarms.size()))
            throw std::logic_error("of " + std::to_string(alike.alarms.size()) + " alarms " +
                                   std::to_string(set) + " were set");
    }

    Work& work_;
    TaskBriefs& briefs_;
    const HoldingMutes mutes_;
    Decisions decisions_;
    AlertTeller teller_;
    std::map<ShareKey, std::vector<OnePart>> escalations_;
};

}  // namespace

ToldTask& TaskBriefs::of(store::Store& store, TaskId task) {
    auto found = briefs_.find(task);
    if (found == briefs_.end()) found = briefs_.emplace(task, store.plans.brief(task)).first;
    return found->second;
}

void TaskBriefs::forget_if_many() {
    if (briefs_.size() > remembered_tasks) forget();
}

std::unique_ptr<DueBatch> begin_alerts(Work& work, TaskBriefs& briefs) {
    return std::make_unique<AlertBatch>(work, briefs);
}

}  // namespace dondoc::engine
