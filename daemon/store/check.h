// SPDX-License-Identifier: Apache-2.0
// Whether a database is what the daemon believes it to be: every page, and the rules of its own tables.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "domain/message.h"
#include "store/reading.h"

namespace dondoc::store {

struct CheckResult {
    std::vector<Message> findings;  // "check.*"; empty: all is well; at most `most_findings`
    std::vector<Message> notes;     // what may be as it should, and is worth a look
    std::vector<std::pair<std::string, std::int64_t>> counts;  // rows of the tables that matter
    std::uint64_t bytes = 0;
    int schema = 0;
};
inline constexpr std::size_t most_findings = 100;

// Reads one moment of it through a connection of its own; may run on any thread. A damaged database is a
// result, not an error. Throws StorageError "storage.foreign", "storage.newer", "storage.*" when it cannot be
// opened, "check.stopped".
CheckResult check(const std::filesystem::path& database, Reading reading, const std::stop_token& stop);

}  // namespace dondoc::store
