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
