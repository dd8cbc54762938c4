// SPDX-License-Identifier: Apache-2.0
#include "offline.h"

#include <cstdlib>
#include <iostream>
#include <string>

#include "data_folder.h"
#include "store/check.h"
#include "store/damage.h"
#include "store/offline_facts.h"
#include "store/restore.h"
#include "system_clock.h"

namespace dondoc {
namespace {

constexpr int exit_something_wrong = 1;

void print(text::Lang lang, const Message& message) {
    std::cout << text::render(lang, message) << '\n';
}

store::KeptBy kept_by(config::ClockMode mode) {
    return mode == config::ClockMode::Simulated ? store::KeptBy::SimulatedClock : store::KeptBy::SystemClock;
}

std::string clock_word(store::KeptBy clock) {
    return clock == store::KeptBy::SimulatedClock ? "@cli.clock.mode_simulated" : "@cli.clock.mode_system";
}

// A trial never takes the place of the real thing, nor the other way round.
void require_same_clock(const std::filesystem::path& backup, std::optional<store::KeptBy> wanted) {
    const auto kept = store::kept_by(backup);
    if (kept && wanted && *kept != *wanted)
        throw UserError("restore.other_clock", {backup.string(), clock_word(*kept), clock_word(*wanted)});
}

// The database of a daemon that is running is no backup: it goes on, and two would tell the same agencies.
void require_not_served(const std::filesystem::path& backup) {
    std::error_code error;
    const auto file = std::filesystem::canonical(backup, error);
    if (error || file.filename() != DataFolder::database_name) return;
    if (DataFolder::is_in_use(file.parent_path())) throw UserError("restore.served", {backup.string()});
}

}  // namespace

void report_restored(const store::Restored& restored, text::Lang lang) {
    print(lang, {"restore.holds",
                 {std::to_string(restored.documents), std::to_string(restored.assignments),
                  std::to_string(restored.events)}});
    if (restored.last_event_at)
        print(lang, {"restore.last_event", {spoken_instant(*restored.last_event_at)}});
    if (restored.kept) print(lang, {"restore.kept", {restored.kept->string()}});
    print(lang, {"restore.next", {}});
}

int restore_data(const std::filesystem::path& backup, const std::filesystem::path& data,
                 std::optional<config::ClockMode> clock, text::Lang lang) {
    const DataFolder folder{data};
    std::error_code ignored;
    if (!std::filesystem::equivalent(backup, folder.database(), ignored)) {
        require_not_served(backup);
        require_same_clock(backup,
                           clock ? std::optional{kept_by(*clock)} : store::kept_by(folder.database()));
    }
    const auto restored = store::restore(backup, folder.database(), SystemClock{}.now());
    print(lang, {"restore.done", {backup.string(), folder.database().string(), restored.lineage}});
    report_restored(restored, lang);
    return EXIT_SUCCESS;
}

int mark_data_restored(const std::filesystem::path& data, text::Lang lang) {
    const DataFolder folder{data};
    const auto restored = store::mark_restored(folder.database(), SystemClock{}.now());
    print(lang, {"restore.marked", {folder.database().string(), restored.lineage}});
    report_restored(restored, lang);
    return EXIT_SUCCESS;
}

int check_data(const std::filesystem::path& data, text::Lang lang) {
    const DataFolder folder{data};
    store::finish_restore(folder.database());
    if (!std::filesystem::exists(folder.database()))
        throw UserError("restore.not_there", {folder.database().string()});
    const auto result =
        store::check(folder.database(), store::reading_of(folder.database()), std::stop_token{});
    for (const auto& [table, rows] : result.counts)
        print(lang, {"check.count", {"@cli.check.table." + table, std::to_string(rows)}});
    for (const auto& note : result.notes) print(lang, note);
    for (const auto& finding : result.findings) print(lang, finding);
    if (!result.findings.empty()) {
        print(lang, {"check.bad", {folder.database().string(), std::to_string(result.findings.size())}});
        return exit_something_wrong;
    }
    store::clear_damage(folder.database());
    print(lang, {"check.good", {folder.database().string()}});
    return EXIT_SUCCESS;
}

}  // namespace dondoc
