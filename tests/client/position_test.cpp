// SPDX-License-Identifier: Apache-2.0
#include "lib/position.h"

#include <gtest/gtest.h>

#include "client/fake_inbox.h"
#include "client/temporary_folder.h"
#include "domain/message.h"
#include "lib/json.h"

namespace dondoc::client {
namespace {

using testing::make_event;
using testing::read_text;
using testing::TemporaryFolder;
using testing::write_text;

template <typename Call>
std::string key_of(Call call) {
    try {
        call();
    } catch (const UserError& error) {
        return error.message().key;
    }
    return {};
}

TEST(StateFile, GoesOnWhereItStopped) {
    const TemporaryFolder folder;
    {
        StateFile state(folder / "a/state.toml", "", "default");
        EXPECT_EQ(state.last(), 0U);
        state.keep(make_event(1));
        state.keep(make_event(2));
    }
    const StateFile again(folder / "a/state.toml", "SNV", "default");
    EXPECT_EQ(again.last(), 2U);
    EXPECT_EQ(again.agency(), "SNV");
}

TEST(StateFile, OfSomebodyElseIsRefused) {
    const TemporaryFolder folder;
    const auto file = folder / "state.toml";
    StateFile(file, "SNV", "default").keep(make_event(5));
    EXPECT_EQ(key_of([&] { StateFile(file, "STC", "default").keep(make_event(6, "STC")); }),
              "client.position.other_agency");
    EXPECT_EQ(key_of([&] { StateFile(file, "STC", "default").belongs_to({"STC"}); }),
              "client.position.other_agency");
    EXPECT_EQ(key_of([&] { StateFile(file, "SNV", "laptop"); }), "client.position.other_consumer");
    EXPECT_EQ(key_of([&] { StateFile(file, "", "default").keep(make_event(6, "STC")); }),
              "client.position.other_agency");
}

TEST(StateFile, AnAgencyWhoseCodeWasChangedGoesOn) {
    const TemporaryFolder folder;
    const auto file = folder / "state.toml";
    StateFile(file, "SNV", "default").keep(make_event(5));
    {
        StateFile state(file, "SNV", "default");
        state.belongs_to({"SNVM", "SNV"});
        state.keep(make_event(6, "SNVM"));
    }
    StateFile again(file, "SNV", "default");
    EXPECT_EQ(again.last(), 6U);
    again.belongs_to({"SNVM", "SNV"});
    again.keep(make_event(7, "SNVM"));
    EXPECT_EQ(key_of([&] { again.keep(make_event(8, "STC")); }), "client.position.other_agency");
}

TEST(StateFile, DamagedOrInUseIsRefused) {
    const TemporaryFolder folder;
    const auto file = folder / "state.toml";
    write_text(file, "number = \n");
    EXPECT_EQ(key_of([&] { StateFile(file, "", "default"); }), "client.position.damaged");
    write_text(file, "agency = 'SNV'\n");
    EXPECT_EQ(key_of([&] { StateFile(file, "", "default"); }), "client.position.damaged");
    const StateFile first(folder / "other.toml", "", "default");
    EXPECT_EQ(key_of([&] { StateFile(folder / "other.toml", "", "default"); }), "client.position.locked");
}

TEST(Journal, HoldsEveryEventAsALineOfJson) {
    const TemporaryFolder folder;
    const auto file = folder / "journal.jsonl";
    {
        Journal journal(file, "SNV");
        for (std::uint64_t number = 1; number <= 3; ++number) journal.keep(make_event(number));
        journal.flush();
        EXPECT_EQ(key_of([&] { Journal(file, "SNV"); }), "client.position.locked");
    }
    std::istringstream lines(read_text(file));
    std::uint64_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        v1::Event event;
        ASSERT_TRUE(from_json(line, event)) << line;
        EXPECT_EQ(event.number(), ++number);
    }
    EXPECT_EQ(number, 3U);
    EXPECT_EQ(Journal(file, "").last(), 3U);
    EXPECT_EQ(Journal(file, "").agency(), "SNV");
    EXPECT_EQ(key_of([&] { Journal(file, "STC").keep(make_event(4, "STC")); }),
              "client.position.other_agency");
    EXPECT_EQ(key_of([&] { Journal(file, "STC").belongs_to({"STC"}); }), "client.position.other_agency");
    Journal renamed(file, "SNV");
    renamed.belongs_to({"SNVM", "SNV"});
    renamed.keep(make_event(4, "SNVM"));
    EXPECT_EQ(renamed.last(), 4U);
}

// Wherever in the last line the crash was.
TEST(Journal, CutsATornLastLineOff) {
    const TemporaryFolder folder;
    const auto file = folder / "journal.jsonl";
    const auto whole = to_json_line(make_event(1)) + "\n" + to_json_line(make_event(2)) + "\n";
    const auto last = to_json_line(make_event(3));
    for (std::size_t torn = 0; torn <= last.size(); ++torn) {
        write_text(file, whole + last.substr(0, torn));
        Journal journal(file, "SNV");
        ASSERT_EQ(journal.last(), 2U) << torn;
        ASSERT_EQ(read_text(file), whole);
        journal.keep(make_event(3));
        ASSERT_EQ(read_text(file), whole + last + "\n");
    }
}

TEST(Journal, ATornFirstLineLeavesAnEmptyJournal) {
    const TemporaryFolder folder;
    const auto file = folder / "journal.jsonl";
    write_text(file, to_json_line(make_event(1)).substr(0, 20));
    EXPECT_EQ(Journal(file, "").last(), 0U);
    EXPECT_EQ(read_text(file), "");
}

TEST(Journal, LinesLongerThanABlockAreRead) {
    const TemporaryFolder folder;
    const auto file = folder / "journal.jsonl";
    auto event = make_event(1);
    event.mutable_digest()->mutable_items(0)->set_title(std::string(300'000, 'x'));
    Journal(file, "").keep(event);
    const auto whole = read_text(file);
    write_text(file, whole.substr(0, 200'000), true);
    EXPECT_EQ(Journal(file, "").last(), 1U);
    EXPECT_EQ(read_text(file), whole);
}

TEST(Journal, AFileThatIsNoJournalIsLeftAlone) {
    const TemporaryFolder folder;
    const auto file = folder / "notes.txt";
    write_text(file, "một hai ba\n");
    EXPECT_EQ(key_of([&] { Journal(file, ""); }), "client.position.no_journal");
    EXPECT_EQ(read_text(file), "một hai ba\n");
    EXPECT_EQ(key_of([&] { Journal("/dev/null", ""); }), "client.position.no_file");
}

// What stands behind the last line break is looked at before it is cut off.
TEST(Journal, OfAFileThatIsNoJournalNotAByteIsCutOff) {
    const TemporaryFolder folder;
    const auto file = folder / "notes.txt";
    const auto event = to_json_line(make_event(1));
    for (const auto& content :
         std::vector<std::string>{"không có dấu xuống dòng", "x", "một\nhai", "{}", "{\"name\": \"danh bạ\"}",
                                  "{\"id\":\"x\"}", "{\"id\":\"7\",\"name\":\"x\"}", "[1, 2]",
                                  std::string(3, '\0'), "{}\n" + event, event + "\nghi chú thêm ở cuối"}) {
        write_text(file, content);
        EXPECT_EQ(key_of([&] { Journal(file, ""); }), "client.position.no_journal") << content;
        EXPECT_EQ(read_text(file), content);
    }
}

TEST(Journal, ATailThatAPowerCutLeftEmptyIsCutOff) {
    const TemporaryFolder folder;
    const auto file = folder / "journal.jsonl";
    const auto whole = to_json_line(make_event(1)) + "\n";
    write_text(file, whole + std::string(500, '\0'));
    EXPECT_EQ(Journal(file, "").last(), 1U);
    EXPECT_EQ(read_text(file), whole);
}

v1::Event event_of(const std::string& lineage, std::uint64_t number) {
    auto event = make_event(number);
    event.set_lineage(lineage);
    return event;
}

// Up to 9 in the first history; back to 3, where another history began; then a newer backup of the first one.
void live_through_two_restores(Position& position) {
    for (std::uint64_t number = 1; number <= 9; ++number) position.keep(event_of("", number));
    position.set_back(3);
    for (std::uint64_t number = 4; number <= 6; ++number) {
        ASSERT_FALSE(position.holds(event_of("second", number)));
        position.keep(event_of("second", number));
    }
    position.set_back(3);
}

void expect_only_news(Position& position) {
    for (std::uint64_t number = 4; number <= 9; ++number) {
        ASSERT_TRUE(position.holds(event_of("", number))) << number;
        position.pass_over(event_of("", number));
        ASSERT_EQ(position.last(), number);
    }
    EXPECT_FALSE(position.holds(event_of("", 10))) << "told in the first history after that backup";
    EXPECT_FALSE(position.holds(event_of("third", 10)));
    position.keep(event_of("third", 10));
    EXPECT_EQ(position.last(), 10U);
}

TEST(Journal, WhatANewerBackupBringsAgainIsNotWrittenTwice) {
    const TemporaryFolder folder;
    const auto file = folder / "journal.jsonl";
    {
        Journal journal(file, "SNV");
        live_through_two_restores(journal);
        const auto lines = read_text(file);
        for (std::uint64_t number = 4; number <= 9; ++number) journal.pass_over(event_of("", number));
        EXPECT_EQ(read_text(file), lines);
    }
    Journal again(file, "SNV");  // begun anew, its lines say the same
    EXPECT_EQ(again.last(), 6U);
    again.set_back(3);
    expect_only_news(again);
    EXPECT_EQ(Journal(folder / "other.jsonl", "").holds(event_of("", 1)), false);
}

TEST(StateFile, WhatANewerBackupBringsAgainIsPassedOver) {
    const TemporaryFolder folder;
    const auto file = folder / "state.toml";
    {
        StateFile state(file, "SNV", "default");
        live_through_two_restores(state);
    }
    {
        StateFile again(file, "SNV", "default");
        EXPECT_EQ(again.last(), 3U);
        expect_only_news(again);
    }
    StateFile over(file, "SNV", "default");
    over.set(0);
    EXPECT_FALSE(over.holds(event_of("", 5))) << "who starts over gets everything again";
}

TEST(PassingPosition, WhatANewerBackupBringsAgainIsPassedOver) {
    PassingPosition position(0);
    live_through_two_restores(position);
    expect_only_news(position);
}

}  // namespace
}  // namespace dondoc::client
