// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal/exec_hook.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>

#include <thread>

#include "client/fake_inbox.h"
#include "client/temporary_folder.h"
#include "lib/files.h"
#include "lib/json.h"

namespace dondoc::cli {
namespace {

using testing::make_event;
using testing::read_text;
using testing::TemporaryFolder;

const auto quiet = [](const Message&) {};

TEST(ExecHook, HandsTheEventOver) {
    const TemporaryFolder folder;
    const auto out = (folder / "out").string();
    ExecHook hook(
        "{ echo $DONDOC_AGENCY $DONDOC_NUMBER $DONDOC_KIND $DONDOC_TIME $DONDOC_ITEMS; cat; } > " + out, -1,
        quiet);
    EXPECT_TRUE(hook.run(make_event(7)));
    EXPECT_EQ(read_text(out),
              "SNV 7 reminder 2023-12-24T06:30:00+07:00 1\n" + client::to_json_line(make_event(7)) + "\n");
}

TEST(ExecHook, ACommandThatReadsNothingIsNoHindrance) {
    auto event = make_event(1);
    event.mutable_digest()->mutable_items(0)->set_title(std::string(1 << 20, 'x'));
    EXPECT_TRUE(ExecHook("true", -1, quiet).run(event));
}

TEST(ExecHook, IsTriedAgainUntilItSucceeds) {
    const TemporaryFolder folder;
    const auto flag = (folder / "flag").string();
    std::vector<std::string> told;
    ExecHook hook("test -e " + flag + " || { touch " + flag + "; exit 3; }", -1,
                  [&](const Message& message) { told = message.args; });
    EXPECT_TRUE(hook.run(make_event(7)));
    EXPECT_EQ(told, (std::vector<std::string>{"7", "3", "1"}));
}

// One event that the command fails on holds up no other: it is kept, and tried again later.
TEST(ExecHook, PutsAsideWhatItFailsOnForLongAndTriesItAgain) {
    const TemporaryFolder folder;
    const auto flag = (folder / "flag").string();
    std::vector<std::string> told;
    const auto notice = [&](const Message& message) { told.push_back(message.key); };
    Aside aside{folder / "state.aside"};
    ExecHook hook("test $DONDOC_NUMBER != 7 || test -e " + flag, -1, notice, &aside, {1, 3});
    EXPECT_TRUE(hook.run(make_event(7)));
    EXPECT_TRUE(hook.run(make_event(8)));
    EXPECT_EQ(told, (std::vector<std::string>{"cli.listen.exec_failed", "cli.listen.exec_failed",
                                              "cli.aside.put"}));

    Aside after_a_restart{folder / "state.aside"};
    ASSERT_EQ(after_a_restart.events().size(), 1U);
    EXPECT_EQ(after_a_restart.events()[0].number(), 7U);
    ExecHook again("test -e " + flag, -1, notice, &after_a_restart, {1, 3});
    again.retry_aside();
    EXPECT_EQ(after_a_restart.events().size(), 1U);
    client::write_private_file(flag, "", client::Replace::Yes);
    again.retry_aside();
    EXPECT_EQ(after_a_restart.events().size(), 1U) << "not before it is time";
    Aside later{folder / "state.aside"};
    ExecHook last("test -e " + flag, -1, notice, &later, {1, 3});
    last.retry_aside();
    EXPECT_TRUE(Aside{folder / "state.aside"}.events().empty());
}

TEST(ExecHook, PutsAsideABoundedNumber) {
    const TemporaryFolder folder;
    Aside aside{folder / "state.aside"};
    const auto now = Aside::Clock::now();
    while (!aside.is_full()) aside.add(make_event(aside.events().size() + 1), now);
    EXPECT_EQ(aside.events().size(), Aside::most_events);
    const client::Descriptor stop(::eventfd(0, EFD_CLOEXEC));
    ExecHook hook("exit 1", stop.get(),
                  [&](const Message&) { client::write_all(stop.get(), std::string("\1\0\0\0\0\0\0\0", 8)); },
                  &aside, {1, 1});
    EXPECT_FALSE(hook.run(make_event(1000))) << "it is tried as long as the listener runs";
    EXPECT_EQ(aside.events().size(), Aside::most_events);
}

TEST(ExecHook, StopsBetweenAttempts) {
    const client::Descriptor stop(::eventfd(0, EFD_CLOEXEC));
    ExecHook hook("exit 1", stop.get(),
                  [&](const Message&) { client::write_all(stop.get(), std::string("\1\0\0\0\0\0\0\0", 8)); });
    EXPECT_FALSE(hook.run(make_event(1)));
}

TEST(ExecHook, ARunningCommandMayFinishWhenWeAreToldToEnd) {
    const TemporaryFolder folder;
    const client::Descriptor stop(::eventfd(1, EFD_CLOEXEC));
    const auto out = (folder / "out").string();
    EXPECT_TRUE(ExecHook("echo done > " + out, stop.get(), quiet).run(make_event(1)));
    EXPECT_EQ(read_text(out), "done\n");
}

}  // namespace
}  // namespace dondoc::cli
