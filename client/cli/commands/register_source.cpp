// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/register_source.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cli/frame/command.h"
#include "domain/message.h"
#include "language/readers.h"

namespace dondoc::cli {

Register read_register(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) return language::parse_register(read_input(path), path);
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(path, error))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    if (files.empty()) throw UserError("register.empty", {}, path);
    std::sort(files.begin(), files.end());
    std::vector<Register> parts;
    for (const auto& file : files) parts.push_back(language::parse_register(read_input(file), file));
    return language::join_registers(std::move(parts));
}

}  // namespace dondoc::cli
