// SPDX-License-Identifier: Apache-2.0
// The daemon's figures for Prometheus.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/commands/metrics.h"

namespace dondoc::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

v1::StatusReply status() {
    v1::StatusReply status;
    status.set_version("1.2");
    status.set_clock("system");
    status.mutable_now()->set_seconds(1'000'000);
    status.mutable_counts()->set_overdue(12);
    return status;
}

TEST(Metrics, AssignmentsAreCountedByClass) {
    const auto text = metrics_text({status()});
    EXPECT_THAT(text, HasSubstr("# TYPE dondoc_assignments gauge\n"));
    EXPECT_THAT(text, HasSubstr("dondoc_assignments{class=\"overdue\"} 12\n"));
    EXPECT_THAT(text, HasSubstr("dondoc_info{version=\"1.2\",clock=\"system\"} 1\n"));
}

TEST(Metrics, WhatTheKeyMayNotSeeHasNoLine) {
    const auto text = metrics_text({status()});
    EXPECT_THAT(text, Not(HasSubstr("dondoc_sessions")));
    EXPECT_THAT(text, Not(HasSubstr("dondoc_storage")));
    EXPECT_THAT(text, Not(HasSubstr("dondoc_consumer")));
}

TEST(Metrics, AnAlarmIsLateOnlyWhenItsMomentHasPassed) {
    auto answered = status();
    answered.set_sessions(3);
    answered.mutable_next_alarm()->set_seconds(1'000'100);
    EXPECT_THAT(metrics_text({answered}), HasSubstr("dondoc_alarm_late_seconds 0\n"));
    answered.mutable_next_alarm()->set_seconds(999'000);
    EXPECT_THAT(metrics_text({answered}), HasSubstr("dondoc_alarm_late_seconds 1000\n"));
}

TEST(Metrics, AListenerIsBehindByWhatItHasNotAcknowledged) {
    v1::ConsumerListReply list;
    auto& one = *list.add_consumers();
    one.set_agency("SNV");
    one.set_name("pc \"1\"");
    one.set_acknowledged(40);
    one.set_head(42);
    one.mutable_time()->set_seconds(999'940);
    const auto text = metrics_text({status(), list});
    EXPECT_THAT(text,
                HasSubstr("dondoc_consumer_behind_events{agency=\"SNV\",consumer=\"pc \\\"1\\\"\"} 2\n"));
    EXPECT_THAT(text,
                HasSubstr("dondoc_consumer_silent_seconds{agency=\"SNV\",consumer=\"pc \\\"1\\\"\"} 60\n"));
}

TEST(Metrics, TheAgeOfABackupIsByTheDaemonsClock) {
    auto answered = status();
    answered.mutable_storage()->mutable_last_backup()->set_seconds(900'000);
    answered.mutable_storage()->set_trouble("storage.full");
    const auto text = metrics_text({answered});
    EXPECT_THAT(text, HasSubstr("dondoc_backup_age_seconds 100000\n"));
    EXPECT_THAT(text, HasSubstr("dondoc_storage_trouble 1\n"));
}

TEST(Metrics, TheOldestUnacknowledgedEventOfAnAgencyIsToldWhoeverWasHandedIt) {
    Answers answers{status()};
    auto& handed = *answers.unseen.add_rows();
    handed.set_agency("SNV");
    handed.set_delivered(2);
    handed.mutable_delivered_since()->set_seconds(999'000);
    handed.set_waiting(3);
    handed.mutable_waiting_since()->set_seconds(999'500);
    auto& waiting = *answers.unseen.add_rows();
    waiting.set_agency("STC");
    waiting.set_waiting(1);
    waiting.mutable_waiting_since()->set_seconds(999'900);
    const auto text = metrics_text(answers);
    EXPECT_THAT(text, HasSubstr("dondoc_unacknowledged_events{agency=\"SNV\"} 5\n"));
    EXPECT_THAT(text, HasSubstr("dondoc_unacknowledged_oldest_seconds{agency=\"SNV\"} 1000\n"));
    EXPECT_THAT(text, HasSubstr("dondoc_unacknowledged_oldest_seconds{agency=\"STC\"} 100\n"));
}

TEST(Metrics, AClockIsDoubtedOnlyWhereItIsTheMachines) {
    Answers answers{status()};
    answers.clock.set_mode("simulated");
    EXPECT_THAT(metrics_text(answers), Not(HasSubstr("dondoc_clock_doubted")));
    answers.clock.set_mode("system");
    answers.clock.set_held(true);
    EXPECT_THAT(metrics_text(answers), HasSubstr("dondoc_clock_doubted 1\n"));
    EXPECT_THAT(metrics_text(answers), HasSubstr("dondoc_clock_synchronised 0\n"));
}

}  // namespace
}  // namespace dondoc::cli
