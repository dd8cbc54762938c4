// SPDX-License-Identifier: Apache-2.0
#include "config/calendar_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "config/loader.h"
#include "config/refusal.h"

namespace dondoc::config {
namespace {

using testing::SizeIs;

const std::filesystem::path shipped = DONDOC_SOURCE_DIR "/config/calendar";

TEST(CalendarFolder, TheSettingsNameTheFiles) {
    Settings settings;
    settings.calendar_files = std::vector{shipped / "2024.toml"};
    EXPECT_THAT(load_calendar(settings).years(), SizeIs(1));
    settings.calendar_files->emplace_back("/nowhere/2025.toml");
    EXPECT_EQ(refusal_of([&] { load_calendar(settings); }), "/nowhere/2025.toml config.unreadable");
}

TEST(CalendarFolder, AFolderThatIsNotThereHasNoFiles) {
    EXPECT_THAT(toml_files_in("/nowhere"), SizeIs(0));
}

}  // namespace
}  // namespace dondoc::config
