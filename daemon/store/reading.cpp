// SPDX-License-Identifier: Apache-2.0
#include "store/reading.h"

#include <string>

#include <sqlite3.h>

namespace dondoc::store {
namespace {

constexpr int reader_timeout_ms = 2000;
constexpr int instructions_between_looks = 100'000;

// In a URI these would end the path (sqlite.org/uri.html).
std::string escaped(const std::string& path) {
    std::string text;
    for (const char c : path) {
        if (c == '%')
            text += "%25";
        else if (c == '?')
            text += "%3f";
        else if (c == '#')
            text += "%23";
        else
            text += c;
    }
    return text;
}

int is_stop_asked(void* token) {
    return static_cast<const std::stop_token*>(token)->stop_requested() ? 1 : 0;
}

}  // namespace

Reading reading_of(const std::filesystem::path& file) {
    std::error_code error;
    const auto log_bytes = std::filesystem::file_size(file.string() + "-wal", error);
    return !error && log_bytes > 0 ? Reading::OthersWrite : Reading::NobodyWrites;
}

SQLite::Database open_for_reading(const std::filesystem::path& file, Reading reading) {
    const auto uri = "file:" + escaped(std::filesystem::absolute(file).string()) +
                     (reading == Reading::NobodyWrites ? "?immutable=1" : "?mode=ro");
    return {uri, SQLite::OPEN_READONLY | SQLite::OPEN_URI, reader_timeout_ms};
}

void stop_when_asked(SQLite::Database& database, const std::stop_token& stop) {
    sqlite3_progress_handler(database.getHandle(), instructions_between_looks, is_stop_asked,
                             const_cast<std::stop_token*>(&stop));
}

}  // namespace dondoc::store
