// SPDX-License-Identifier: Apache-2.0
// Every sentence that the client asks for is in the catalogue, in both languages, with the arguments it is
// given.
#include "text/catalogue.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "client/temporary_folder.h"
#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc {
namespace {

std::map<std::string, text::Entry> catalogue() {
    std::map<std::string, text::Entry> entries;
    for (const auto& file : text::all_entries())
        for (const auto& entry : file) EXPECT_TRUE(entries.emplace(entry.key, entry).second) << entry.key;
    return entries;
}

// Literals that look like keys, in the sources of the client.
std::set<std::string> used_keys() {
    std::set<std::string> keys;
    const std::regex literal("\"((cli|client)\\.[a-z_]+(\\.[a-z_]+)*)\"");
    for (const auto* folder : {"/client/lib", "/client/cli"})
        for (const auto& file :
             std::filesystem::recursive_directory_iterator(std::string(DONDOC_SOURCE_DIR) + folder)) {
            if (!file.is_regular_file()) continue;
            const auto source = testing::read_text(file.path());
            for (std::sregex_iterator match(source.begin(), source.end(), literal), end; match != end;
                 ++match)
                keys.insert((*match)[1]);
        }
    return keys;
}

TEST(ClientCatalogue, HasEverySentenceThatIsAskedFor) {
    const auto entries = catalogue();
    for (const auto& key : used_keys()) EXPECT_TRUE(entries.count(key) == 1 || key == "client.toml") << key;
}

TEST(ClientCatalogue, BothLanguagesUseTheSameArguments) {
    const std::regex argument("\\{[0-9]\\}");
    const auto arguments = [&](std::string_view sentence) {
        const std::string text(sentence);
        return std::set<std::string>(std::sregex_token_iterator(text.begin(), text.end(), argument),
                                     std::sregex_token_iterator());
    };
    for (const auto& [key, entry] : catalogue()) {
        EXPECT_FALSE(entry.vi.empty()) << key;
        EXPECT_FALSE(entry.en.empty()) << key;
        EXPECT_EQ(arguments(entry.vi), arguments(entry.en)) << key;
    }
}

void expect_words(const google::protobuf::EnumDescriptor* names, const std::string& prefix) {
    const auto entries = catalogue();
    for (int i = 0; i < names->value_count(); ++i)
        EXPECT_EQ(entries.count(prefix + names->value(i)->name()), 1U) << prefix << names->value(i)->name();
}

TEST(ClientCatalogue, HasAWordForEveryValueOnTheWire) {
    expect_words(v1::Timeliness::Class_descriptor(), "cli.timeliness.");
    expect_words(v1::Workflow::State_descriptor(), "cli.workflow.");
    expect_words(v1::EventKind::Kind_descriptor(), "cli.event.");
    expect_words(v1::Role::Kind_descriptor(), "cli.role.");
    expect_words(v1::DeadlineKind::Kind_descriptor(), "cli.deadline.");
}

TEST(ClientCatalogue, CountedSentencesHaveAFormForOne) {
    const auto entries = catalogue();
    for (const auto* key :
         {"cli.days.left", "cli.days.late", "cli.step.reminder", "cli.step.reminder_working",
          "cli.step.overdue", "cli.step.overdue_working", "cli.step.escalation",
          "cli.step.escalation_working", "cli.list.total", "cli.clock.advanced"})
        EXPECT_EQ(entries.count(std::string(key) + "_one"), 1U) << key;
}

}  // namespace
}  // namespace dondoc
