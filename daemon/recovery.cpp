// SPDX-License-Identifier: Apache-2.0
#include "recovery.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>

#include "data_folder.h"
#include "domain/message.h"
#include "keys.h"
#include "store/database.h"
#include "store/keys.h"
#include "store/offline_facts.h"
#include "store/restore.h"
#include "store/settings.h"
#include "system_clock.h"

namespace dondoc {
namespace {

void tell(text::Lang lang, const Message& message) {
    std::cout << text::render(lang, message) << '\n';
}

// By the clock of the database: a simulated one stands where it was left.
sys_seconds now_of(store::Database& database) {
    const auto kept = store::Settings{database}.get("clock").value_or("");
    return parse_instant(kept).value_or(SystemClock{}.now());
}

}  // namespace

int make_administrator(const config::Settings& settings, text::Lang lang) {
    const DataFolder folder{settings.data_dir};
    store::finish_restore(folder.database());
    if (!std::filesystem::exists(folder.database()))
        throw UserError("administrator.no_database", {folder.database().string()});
    const auto server = server_keys(folder.path());
    const auto pair = make_key_pair();
    {
        store::Database database{folder.database()};
        store::Keys keys{database};
        store::Transaction transaction{database};
        keys.put(
            {pair.public_key, Role::Administrator, std::nullopt, "admin", now_of(database), std::nullopt});
        transaction.commit();
    }
    const auto file = folder.administrator_profile();
    const auto old = file.string() + ".old";
    const bool kept = std::filesystem::exists(file);
    if (kept) std::filesystem::rename(file, old);
    write_profile(file, administrator_profile(settings.listen, server.public_key, pair));
    tell(lang, {"administrator.made", {file.string()}});
    if (kept) tell(lang, {"administrator.old_kept", {old}});
    tell(lang, {"administrator.next", {}});
    return EXIT_SUCCESS;
}

int make_server_key(const config::Settings& settings, text::Lang lang) {
    const DataFolder folder{settings.data_dir};
    if (std::filesystem::exists(folder.path() / "keys" / "server.key"))
        throw UserError("keys.not_lost", {(folder.path() / "keys" / "server.key").string()});
    const auto lost = profile_server_key(folder.administrator_profile());
    const auto made = new_server_keys(folder.path());
    const bool knows =
        !lost.empty() && replace_server_key(folder.administrator_profile(), lost, made.public_key);
    tell(lang, {"keys.made", {made.public_key}});
    if (knows) tell(lang, {"keys.profile_changed", {folder.administrator_profile().string()}});
    tell(lang, {"keys.made_next", {made.public_key}});
    return EXIT_SUCCESS;
}

}  // namespace dondoc
