// SPDX-License-Identifier: Apache-2.0
// Random policies lived through at random instants: whatever the pauses, no step is told twice, no notice is
// lost and no reminder comes when it is no longer true.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "domain/alert_policy.h"
#include "support/fewer.h"
#include "years.h"

namespace dondoc {
namespace {

using Unit = Offset::Unit;

class Random {
  public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(engine_); }
    bool coin() { return below(2) == 1; }

    std::vector<Offset> offsets(int most) {
        std::vector<Offset> result;
        for (int n = below(most + 1); n > 0; --n) {
            const Offset offset{1 + below(30), coin() ? Unit::Days : Unit::WorkingDays};
            if (std::ranges::find(result, offset) == result.end()) result.push_back(offset);
        }
        return result;
    }

    AlertPolicy policy() {
        AlertPolicy policy;
        policy.before = offsets(4);
        policy.on_day = coin();
        policy.after = offsets(3);
        if (coin()) policy.repeat = Offset{1 + below(14), coin() ? Unit::Days : Unit::WorkingDays};
        policy.repeat_limit = below(4);
        policy.escalate_after = offsets(2);
        if (coin()) policy.escalate_to = {"VPUB"};
        policy.working_days_only = coin();
        policy.time_of_day = std::chrono::minutes{below(24 * 60)};
        return policy;
    }

    // From seconds to weeks.
    std::chrono::seconds pause() {
        const int scale = below(3);
        if (scale == 0) return std::chrono::seconds{below(7200)};
        if (scale == 1) return std::chrono::seconds{below(3 * 86400)};
        return std::chrono::seconds{below(40 * 86400)};
    }

  private:
    std::mt19937 engine_;
};

// One assignment from its planning on.
class Life {
  public:
    explicit Life(unsigned seed) : random_(seed), policy_(random_.policy()) {
        due_ = civil(2023, 3, 1) + date::days{random_.below(1000)};
        planned_ = to_instant(local_seconds{due_}) + std::chrono::hours{24 * (random_.below(90) - 60)} +
                   random_.pause();
        now_ = planned_;
        pending_ = first_step(policy_, calendar_, due_, planned_);
    }

    void live() {
        carry_out();
        while (now_ < planned_ + std::chrono::hours{24 * 200}) {
            now_ += random_.pause();
            carry_out();
        }
    }

    void check_nothing_is_lost() {
        std::set<std::string> called_for;
        auto step = next_step(policy_, calendar_, due_, std::nullopt);
        for (; step && step->at <= now_; step = next_step(policy_, calendar_, due_, step->step)) {
            const auto key = to_key(step->step);
            EXPECT_TRUE(called_for.insert(key).second) << key << " is called for twice";
            if (step->at <= planned_) continue;  // it had passed before there was anybody to tell
            const bool is_reminder = step->step.kind == AlertKind::Reminder;
            EXPECT_TRUE(told_.contains(key) || (is_reminder && skipped_.contains(key))) << key << " is lost";
        }
        EXPECT_EQ(pending_, step);
        for (const auto& key : told_) EXPECT_TRUE(called_for.contains(key)) << key << " was not called for";
    }

  private:
    void carry_out() {
        if (!pending_ || pending_->at > now_) return;
        const auto decision = decide(policy_, calendar_, due_, pending_->step, now_);
        for (const auto* steps : {&decision.reminders, &decision.overdue, &decision.escalations})
            note(*steps, told_);
        note(decision.skipped, skipped_);
        for (const auto& step : decision.skipped) EXPECT_EQ(step.kind, AlertKind::Reminder) << to_key(step);
        EXPECT_TRUE(decision.reminders.empty() || civil_day(now_) <= due_) << "a reminder after the term";
        EXPECT_TRUE(!decision.next || decision.next->at > now_);
        pending_ = decision.next;
    }

    void note(const std::vector<Step>& steps, std::set<std::string>& into) {
        for (const auto& step : steps) {
            const auto key = to_key(step);
            EXPECT_LE(moment_of(policy_, calendar_, due_, step), now_) << key << " is early";
            EXPECT_FALSE(told_.contains(key) || skipped_.contains(key)) << key << " comes twice";
            into.insert(key);
        }
    }

    const Calendar calendar_ = vietnam_calendar();
    Random random_;
    AlertPolicy policy_;
    local_days due_;
    sys_seconds planned_, now_;
    std::optional<PlannedStep> pending_;
    std::set<std::string> told_, skipped_;
};

TEST(AlertLife, TellsEachStepOnceAndLosesNoNotice) {
    for (int seed = 1; seed <= test::fewer(2000) && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Life life{static_cast<unsigned>(seed)};
        life.live();
        life.check_nothing_is_lost();
    }
}

}  // namespace
}  // namespace dondoc
