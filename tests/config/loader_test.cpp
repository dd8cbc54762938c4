// SPDX-License-Identifier: Apache-2.0
#include "config/loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "config/refusal.h"

namespace dondoc::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Settings settings_of(const std::string& text) {
    return parse(text, "/etc/dondoc/dondocd.toml");
}

TEST(Loader, AnEmptyFileGivesTheDefaults) {
    EXPECT_EQ(settings_of(""), Settings{});
}

TEST(Loader, TheFileThatIsInstalledSaysTheDefaults) {
    EXPECT_EQ(load(DONDOC_SOURCE_DIR "/config/dondocd.toml"), Settings{});
}

TEST(Loader, EveryKeyIsRead) {
    const auto settings = settings_of(R"(
[daemon]
data_dir = "/srv/dondoc"
name = "Thái Nguyên"
[listen]
sessions = ["tcp://*:7710", "tcp://[::1]:7710"]
feed = []
[clock]
mode = "simulated"
start = "2023-05-13T08:00"
max_leap = "2w"
require_sync = false
[log]
level = "warning"
format = "journal"
[calendar]
files = ["/srv/2022.toml", "calendar/2023.toml"]
[status]
due_soon = "10d"
[limits]
max_message_mib = 1
window = 512
connections = 10
[backup]
folder = "copies"
at = "03:30"
keep = 30
warn_after = "8d"
[storage]
low_space_mib = 0
)");
    EXPECT_EQ(settings.backup,
              (BackupSettings{"/etc/dondoc/copies", std::chrono::minutes{210}, 30, 8, {}, {}}));
    EXPECT_EQ(settings.storage.low_space_mib, 0);
    EXPECT_EQ(settings_of("[backup]\nat = 'off'\n").backup.at, std::nullopt);
    EXPECT_EQ(settings.data_dir, "/srv/dondoc");
    EXPECT_EQ(settings.name, "Thái Nguyên");
    EXPECT_THAT(settings.listen.sessions, ElementsAre("tcp://*:7710", "tcp://[::1]:7710"));
    EXPECT_TRUE(settings.listen.feed.empty());
    EXPECT_EQ(settings.clock.mode, ClockMode::Simulated);
    EXPECT_EQ(iso_instant(settings.clock.start.value()), "2023-05-13T08:00:00+07:00");
    EXPECT_EQ(settings.clock.trust.max_leap, std::chrono::hours{14 * 24});
    EXPECT_FALSE(settings.clock.trust.require_sync);
    EXPECT_EQ(settings.log.level, LogLevel::Warning);
    EXPECT_EQ(settings.log.format, LogFormat::Journal);
    EXPECT_THAT(settings.calendar_files.value(),
                ElementsAre("/srv/2022.toml", "/etc/dondoc/calendar/2023.toml"));
    EXPECT_EQ(settings.due_soon_days, 10);
    EXPECT_EQ(settings.limits, (Limits{.max_message_mib = 1, .window = 512, .connections = 10}));
}

TEST(Loader, ARelativePathStartsAtTheFolderOfTheFile) {
    EXPECT_EQ(settings_of("daemon.data_dir = 'data'").data_dir, "/etc/dondoc/data");
    EXPECT_EQ(parse("daemon.data_dir = 'data'", "dondocd.toml").data_dir, "data");
}

struct BadFile {
    const char* text;
    const char* refusal;  // line and key
};

TEST(Loader, RefusesWhatIsWrongWithItsLine) {
    const std::vector<BadFile> files{
        {"\n[daemon\n", "2 config.syntax"},
        {"data_dir = '/srv'\n", "1 config.unknown_key"},
        {"[daemon]\ndata-dir = '/srv'\n", "2 config.unknown_key"},
        {"[daemon]\n\n[damon]\nname = 'x'\n", "3 config.unknown_section"},
        {"[log]\n[log.file]\npath = 'x'\n", "2 config.unknown_section"},
        {"daemon = 'x'\n", "1 config.not_section"},
        {"[daemon]\nname = 5\n", "2 config.not_text"},
        {"[daemon]\nname = ''\n", "2 config.empty"},
        {"[daemon]\nname = \"a\\nb\"\n", "2 config.bad_name"},
        {"[listen]\nsessions = 'tcp://*:1'\n", "2 config.not_texts"},
        {"[listen]\nsessions = ['tcp://*:1',\n 5]\n", "3 config.not_texts"},
        {"[listen]\nsessions = []\n", "2 config.no_endpoint"},
        {"[listen]\nsessions = ['tcp://*:1',\n'tcp://*:1']\n", "3 config.twice"},
        {"[listen]\nfeed = ['tcp://127.0.0.1:7710']\n", "2 config.endpoint_taken"},
        {"[listen]\nfeed = ['udp://127.0.0.1:7710']\n", "2 config.bad_endpoint"},
        {"[clock]\nmode = 'virtual'\n", "2 config.not_one_of"},
        {"[clock]\nmode = 'simulated'\n", "2 config.start_missing"},
        {"[clock]\nstart = '13/5/2023'\n", "2 config.bad_instant"},
        {"[clock]\nstart = 2023-05-13T08:00:00\n", "2 config.not_text"},
        {"[clock]\nmax_leap = '5wd'\n", "2 config.bad_days"},
        {"[clock]\nmax_leap = '91d'\n", "2 config.bad_days"},
        {"[clock]\nrequire_sync = 1\n", "2 config.not_flag"},
        {"[log]\nlevel = 'verbose'\n", "2 config.not_one_of"},
        {"[calendar]\nfiles = 'x'\n", "2 config.not_texts"},
        {"[status]\ndue_soon = 7\n", "2 config.not_text"},
        {"[status]\ndue_soon = '5wd'\n", "2 config.bad_days"},
        {"[limits]\nwindow = 0\n", "2 config.out_of_range"},
        {"[limits]\nwindow = '64'\n", "2 config.not_integer"},
        {"[limits]\nwindow = 64.0\n", "2 config.not_integer"},
        {"[limits]\nconnections = 99999999999999\n", "2 config.out_of_range"},
        {"[backup]\nat = '25:00'\n", "2 config.bad_backup_time"},
        {"[backup]\nkeep = 0\n", "2 config.out_of_range"},
        {"[backup]\nwarn_after = '5wd'\n", "2 config.bad_days"},
        {"[storage]\nlow_space_mib = -1\n", "2 config.out_of_range"},
        {"policy = 'x'\n", "1 config.not_sections"},
        {"[policy]\nname = 'x'\n", "1 config.not_sections"},
        {"policy = ['x']\n", "1 config.not_sections"},
        {"\xff\xfe", "1 config.syntax"},
    };
    for (const auto& file : files) {
        const auto refusal = refusal_of([&] { parse(file.text, "d.toml"); });
        EXPECT_EQ(refusal, std::string{"d.toml:"} + file.refusal) << file.text;
    }
}

TEST(Loader, OfSeveralErrorsTheFirstLineIsTold) {
    const auto* text = "nonsense = 1\n[limits]\nwindow = 0\n[daemon]\nname = 5\n";
    EXPECT_EQ(refusal_of([&] { parse(text, "d.toml"); }), "d.toml:1 config.unknown_key");
    text = "[limits]\nwindow = 0\n[daemon]\nname = 5\nnonsense = 1\n";
    EXPECT_EQ(refusal_of([&] { parse(text, "d.toml"); }), "d.toml:2 config.out_of_range");
}

TEST(Loader, TheSentenceSaysWhatIsWrongAndWhatIsExpected) {
    EXPECT_EQ(sentence_of([] { parse("[limits]\nwindows = 5\n", "d.toml"); }),
              "d.toml:2: There is no key “limits.windows”; known here: max_message_mib, window, connections, "
              "connections_per_key, sessions_per_key, consumers_per_agency, requests_per_second, "
              "replay_per_second, "
              "written_mib_per_day, stalled_minutes, unread_replies, unread_mib, unread_total_mib.");
    EXPECT_EQ(sentence_of([] { parse("[limits]\nwindow = 5000\n", "d.toml"); }),
              "d.toml:2: limits.window: must be from 1 to 512.");
    EXPECT_EQ(sentence_of([] { parse("[log]\nlevel = 'loud'\n", "d.toml"); }),
              "d.toml:2: log.level: “loud” cannot be used; choose one of: debug, info, warning, error.");
    EXPECT_EQ(
        sentence_of([] { parse("[[policy]]\nafter = ['3 days']\n", "d.toml"); }),
        "d.toml:2: policy.after: “3 days” is not a duration; write \"7d\" for 7 days, \"2w\" for 2 weeks, "
        "\"5wd\" for 5 working days, from 1 to 3650 days.");
}

TEST(Loader, SaysWhichFileCannotBeRead) {
    const auto missing = sentence_of([] { load("/nowhere/dondocd.toml"); });
    EXPECT_EQ(
        missing,
        "/nowhere/dondocd.toml: The file /nowhere/dondocd.toml cannot be read: there is no such file or "
        "folder.");
    EXPECT_THAT(refusal_of([] { load(std::filesystem::temp_directory_path()); }),
                HasSubstr("config.unreadable"));
}

}  // namespace
}  // namespace dondoc::config
