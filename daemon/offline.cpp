#include "offline.h"

#include <cstdlib>
#include <iostream>

#include "data_folder.h"
#include "store/check.h"
#include "store/damage.h"
#include "store/restore.h"
#include "system_clock.h"

namespace dondoc {
namespace {

constexpr int exit_something_wrong = 1;

void say(text::Lang lang, const Message& message) {
    std::cout << text::render(lang, message) << '\n';
}

void report(const store::Restored& restored, text::Lang lang) {
    say(lang, {"restore.holds",
               {std::to_string(restored.documents), std::to_string(restored.assignments),
                std::to_string(restored.events)}});
    if (restored.last_event_at) say(lang, {"restore.last_event", {spoken_instant(*restored.last_event_at)}});
    if (restored.kept) say(lang, {"restore.kept", {restored.kept->string()}});
    say(lang, {"restore.next", {}});
}

}  // namespace

int restore_data(const std::filesystem::path& backup, const std::filesystem::path& data, text::Lang lang) {
    const DataFolder folder{data};
    const auto restored = store::restore(backup, folder.database(), SystemClock{}.now());
    say(lang, {"restore.done", {backup.string(), folder.database().string(), restored.lineage}});
    report(restored, lang);
    return EXIT_SUCCESS;
}

int mark_data_restored(const std::filesystem::path& data, text::Lang lang) {
    const DataFolder folder{data};
    const auto restored = store::mark_restored(folder.database(), SystemClock{}.now());
    say(lang, {"restore.marked", {folder.database().string(), restored.lineage}});
    report(restored, lang);
    return EXIT_SUCCESS;
}

int check_data(const std::filesystem::path& data, text::Lang lang) {
    const DataFolder folder{data};
    store::finish_restore(folder.database());
    if (!std::filesystem::exists(folder.database()))
        throw UserError("restore.not_there", {folder.database().string()});
    const auto result =
        store::check(folder.database(), store::reading_of(folder.database()), std::stop_token{});
    for (const auto& [table, rows] : result.counts) say(lang, {"check.count", {table, std::to_string(rows)}});
    for (const auto& note : result.notes) say(lang, note);
    for (const auto& finding : result.findings) say(lang, finding);
    if (!result.findings.empty()) {
        say(lang, {"check.bad", {folder.database().string(), std::to_string(result.findings.size())}});
        return exit_something_wrong;
    }
    store::clear_damage(folder.database());
    say(lang, {"check.good", {folder.database().string()}});
    return EXIT_SUCCESS;
}

}  // namespace dondoc
