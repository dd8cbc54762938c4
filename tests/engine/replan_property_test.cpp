// SPDX-License-Identifier: Apache-2.0
// Random policies, mutes, pauses and changes of policy, lived through by the real engine: whatever happens,
// no step is told twice, no overdue notice is lost, and planning anew comes to what planning from scratch
// would, less what was told.
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <set>

#include "engine/mutes.h"
#include "engine/priority_change.h"
#include "support/fewer.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using Unit = Offset::Unit;
using std::chrono::hours;

class Random {
  public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(engine_); }
    bool coin() { return below(2) == 1; }

  private:
    std::mt19937 engine_;
};

// Its overdue notices never end, so that there is always one to come.
AlertPolicy random_policy(Random& random) {
    AlertPolicy policy;
    const auto unit = [&] { return random.coin() ? Unit::Days : Unit::WorkingDays; };
    for (const int days : {30, 15, 7, 2})
        if (random.coin()) policy.before.push_back({days - random.below(2), unit()});
    policy.on_day = random.coin();
    for (const int days : {1, 4, 9})
        if (random.coin()) policy.after.push_back({days + random.below(3), unit()});
    policy.repeat = Offset{2 + random.below(10), unit()};
    if (random.coin()) policy.escalate_after = {{5 + random.below(20), unit()}};
    policy.escalate_to = {"VP"};
    if (random.below(3) == 0) policy.unseen_after = Offset{1 + random.below(9), unit()};
    policy.working_days_only = random.coin();
    policy.digest = random.coin();
    policy.time_of_day = std::chrono::minutes{random.below(24 * 60)};
    return policy;
}

engine::Rules random_rules(Random& random) {
    engine::Rules rules{{random_policy(random), random_policy(random)}, {}, 7, "VP"};
    auto& first = rules.policies[0];
    if (random.coin())
        first.priorities = {Priority::Urgent};
    else
        first.agencies = {random.coin() ? "SNV" : "@các sở, ban, ngành"};
    for (int year = 2023; year <= 2025; ++year) {
        CalendarYear data;
        data.official = true;
        for (int i = 0; i < 8; ++i)
            data.days.emplace(civil(year, 1, 1) + date::days{random.below(360)},
                              SpecialDay{SpecialDay::Kind::Holiday, "nghỉ"});
        rules.calendar.set(date::year{year}, std::move(data));
    }
    return rules;
}

class History {
  public:
    explicit History(unsigned seed)
        : random_(seed), province_(folder_ / "dondoc.db", random_rules(random_)), engine_(&province_.engine) {
        province_.register_agencies();
        province_.import(
            {row("1", "Một", "31/8/2023", "Các sở, ban, ngành"), row("2", "Hai", "15/7/2023", "Sở Nội vụ")});
    }

    void live() {
        for (int i = 0; i < 14; ++i) act();
        for (const auto& mute : engine_->store().mutes.holding(engine_->today()))
            engine_->change([&](engine::Work& work) { engine::end_mute(work, mute.id, "", "thử"); });
        advance(120);
    }

    void check() {
        std::set<std::tuple<std::string, std::uint64_t, std::string>> once;
        std::map<std::uint64_t, std::int64_t> last_notice;
        for (const auto* code : {"SNV", "STC", "VP"})
            for (const auto& event : province_.inbox(code))
                for (const auto& item : event.digest().items())
                    for (const auto& step : item.steps()) {
                        EXPECT_TRUE(once.emplace(code, item.assignment(), step).second)
                            << step << " of " << item.assignment() << " is told twice to " << code;
                        if (step.starts_with('+')) last_notice[item.assignment()] = event.time().seconds();
                    }
        for (const auto task : {TaskId{1}, TaskId{2}})
            for (const auto& record : province_.store.mutes.history(task, std::nullopt, 10'000))
                if (record.step.starts_with('+')) {
                    EXPECT_GE(last_notice[static_cast<std::uint64_t>(record.assignment.value)],
                              record.at.time_since_epoch().count())
                        << record.step << " was withheld and nothing was told afterwards";
                }
        for (const auto& assignment : open()) expect_told_since_planned(assignment);
    }

  private:
    std::vector<store::Assignment> open() { return engine_->store().assignments.open_to_plan({}, 100); }

    void act() {
        switch (random_.below(6)) {
            case 0:
                return advance(random_.below(30));
            case 1:
                return pause(random_.below(40));
            case 2:
                return mute();
            case 3:
                return end_a_mute();
            case 4:
                return change_policy();
            default:
                return change_priority();
        }
    }
    void advance(int days) {
        const auto target =
            province_.clock.now() + hours{24 * days} + std::chrono::minutes{random_.below(1440)};
        while (engine_->advance_towards(target)) {
        }
    }
    void pause(int days) {
        province_.clock.set(province_.clock.now() + hours{24 * days});
        settle();
    }
    void settle() {
        while (engine_->tick()) {
        }
    }
    void mute() {
        const std::vector<MuteTarget> targets{AssignmentId{1}, TaskId{2}, DocumentId{1},
                                              province_.store.agencies.find("STC")->id};
        engine_->change([&](engine::Work& work) {
            engine::add_mute(work, targets[static_cast<std::size_t>(random_.below(4))],
                             work.today() + date::days{random_.below(30)}, "chờ", "thử");
        });
    }
    void end_a_mute() {
        const auto holding = engine_->store().mutes.holding(engine_->today());
        if (holding.empty()) return;
        engine_->change([&](engine::Work& work) { engine::end_mute(work, holding.front().id, "", "thử"); });
        settle();
    }
    void change_priority() {
        engine_->change([&](engine::Work& work) {
            const auto now = work.store.plans.task({2})->priority;
            engine::change_priority(work, {2}, now == Priority::Urgent ? Priority::Normal : Priority::Urgent,
                                    "thử", "thử");
        });
        planned_ = province_.clock.now();
        settle();
    }
    void change_policy() {
        const auto now = province_.clock.now();
        const bool while_down = random_.coin();
        changed_ = std::make_unique<engine::Engine>(province_.store, province_.clock, random_rules(random_));
        engine_ = changed_.get();
        // An engine takes up the time of the last write; the pauses were none of its writes.
        province_.clock.set(now + (while_down ? hours{24 * random_.below(20)} : hours{0}));
        std::set<AssignmentId> missed;
        for (const auto& assignment : open())
            if (province_.store.alarms.moment_of(assignment.id).value_or(sys_seconds::max()) <=
                province_.clock.now())
                missed.insert(assignment.id);
        while (engine_->replan()) {
        }
        for (const auto& assignment : open())
            if (!missed.contains(assignment.id)) expect_planned_from_scratch(assignment);
        planned_ = province_.clock.now();
        settle();
    }

    std::vector<PlannedStep> all_steps(const AlertPolicy& policy, const store::Assignment& assignment) {
        const auto& calendar = engine_->rules().calendar;
        std::vector<PlannedStep> steps;
        const auto horizon = province_.clock.now() + hours{24 * 400};
        auto step = next_step(policy, calendar, *assignment.due, std::nullopt);
        for (; step && step->at <= horizon; step = next_step(policy, calendar, *assignment.due, step->step))
            steps.push_back(*step);
        return steps;
    }
    const AlertPolicy& policy(const store::Assignment& assignment) {
        const auto brief = province_.store.plans.brief(assignment.task);
        const auto code = province_.store.agencies.get(assignment.agency).code;
        return *policy_for(engine_->rules().policies,
                           {brief.level, brief.priority, brief.deadline_kind, code},
                           engine_->directory().groups());
    }

    // The first of all steps to come, and of the latest notice and escalation that have come, that was not
    // told.
    void expect_planned_from_scratch(const store::Assignment& assignment) {
        const auto now = province_.clock.now();
        const auto sent = province_.store.alarms.carried_out(assignment.id, *assignment.due);
        std::vector<PlannedStep> wanted;
        std::map<AlertKind, PlannedStep> latest;
        for (const auto& step : all_steps(policy(assignment), assignment)) {
            if (step.at > now)
                wanted.push_back(step);
            else if (step.step.kind != AlertKind::Reminder)
                latest.insert_or_assign(step.step.kind, step);
        }
        const auto order = [](const PlannedStep& step) {
            return std::tuple{step.at, step.step.kind, step.step.offset.count, step.step.offset.unit};
        };
        // What lies between the earlier of these two and now is told with them.
        if (!latest.empty()) {
            auto from = order(latest.begin()->second);
            for (const auto& [kind, step] : latest) from = std::min(from, order(step));
            for (const auto& step : all_steps(policy(assignment), assignment))
                if (step.at <= now && order(step) >= from) wanted.push_back(step);
        }
        std::ranges::sort(wanted, {}, order);
        const auto first = std::ranges::find_if(wanted, [&](const auto& step) {
            return std::ranges::find(sent, to_key(step.step)) == sent.end();
        });
        ASSERT_NE(first, wanted.end());
        std::optional<store::PlannedAlarm> planned;
        for (const auto& alarm : province_.store.alarms.planned_for(assignment.task))
            if (alarm.assignment == assignment.id) planned = alarm;
        ASSERT_TRUE(planned);
        EXPECT_EQ(planned->step, to_key(first->step)) << "assignment " << assignment.id.value;
        EXPECT_EQ(planned->at, first->at);
    }

    // Every overdue notice whose moment has come since the last planning was told.
    void expect_told_since_planned(const store::Assignment& assignment) {
        const auto sent = province_.store.alarms.carried_out(assignment.id, *assignment.due);
        for (const auto& step : all_steps(policy(assignment), assignment)) {
            if (step.step.kind != AlertKind::Overdue || step.at <= planned_ ||
                step.at > province_.clock.now())
                continue;
            EXPECT_NE(std::ranges::find(sent, to_key(step.step)), sent.end())
                << to_key(step.step) << " of " << assignment.id.value << " is lost";
        }
    }

    TemporaryFolder folder_;
    Random random_;
    Province province_;
    std::unique_ptr<engine::Engine> changed_;
    engine::Engine* engine_;
    sys_seconds planned_ = at("2023-05-13T08:00");
};

TEST(Replan, ComesToWhatPlanningFromScratchWouldTellsNothingTwiceAndLosesNoNotice) {
    constexpr unsigned seeds = fewer(20);
    for (unsigned seed = 1; seed <= seeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        History history{seed};
        history.live();
        history.check();
    }
}

}  // namespace
}  // namespace dondoc::test
