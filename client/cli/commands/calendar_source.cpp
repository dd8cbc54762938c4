// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/calendar_source.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/frame/command.h"
#include "domain/reasons.h"
#include "language/files/calendar_file.h"
#include "lib/shipped_files.h"

namespace dondoc::cli {
namespace {

namespace fs = std::filesystem;

fs::path place(const std::string& where) {
    if (!where.empty()) return where;
    if (auto shipped = client::find_shipped("calendar")) return *shipped;
    throw UserError("cli.calendar.none_shipped");
}

}  // namespace

std::vector<std::string> calendar_files(const std::string& where) {
    const auto path = place(where);
    std::error_code error;
    if (!fs::is_directory(path, error)) return {path.string()};
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(path, error))
        if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
    if (error) throw UserError("client.file.unreadable", {system_reason(error)}, path.string());
    if (files.empty()) throw UserError("cli.calendar.empty_folder", {}, path.string());
    std::ranges::sort(files);
    return files;
}

Calendar read_calendar(const std::string& where) {
    std::vector<language::CalendarFile> years;
    for (const auto& file : calendar_files(where))
        years.push_back(language::parse_calendar(read_input(file), file));
    return language::calendar_of(years);
}

}  // namespace dondoc::cli
