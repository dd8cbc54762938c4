// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/named_file.h"

#include <system_error>

#include "cli/frame/command.h"
#include "lib/home.h"
#include "lib/office_files.h"

namespace dondoc::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes_of_named = 256 << 10;

}  // namespace

std::optional<fs::path> file_of_name(const std::string& folder, const std::string& name) {
    return client::file_of_name(client::config_folder() / "dondoc" / folder, folder, name);
}

std::optional<fs::path> named_file(const std::string& folder, const std::string& named) {
    std::error_code error;
    return fs::exists(named, error) || !client::is_plain_name(named) ? fs::path{named}
                                                                     : file_of_name(folder, named);
}

std::string read_named(const fs::path& file) {
    return read_input(file.string(), most_bytes_of_named);
}

}  // namespace dondoc::cli
