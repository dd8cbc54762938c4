// SPDX-License-Identifier: Apache-2.0
#include "lib/shipped_files.h"

#include <system_error>

namespace dondoc::client {

std::filesystem::path program_folder() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

std::optional<std::filesystem::path> find_shipped(const std::filesystem::path& relative) {
    std::error_code error;
    auto folder = program_folder();
    for (const auto& share : {std::filesystem::path{DONDOC_DATA_DIR}, folder.parent_path() / "share/dondoc"})
        if (auto installed = share / relative; std::filesystem::exists(installed, error)) return installed;
    for (int up = 0; up < 5 && folder.has_relative_path(); ++up, folder = folder.parent_path())
        if (auto own = folder / "config" / relative; std::filesystem::exists(own, error)) return own;
    return std::nullopt;
}

std::filesystem::path installed_config(const std::string& name) {
    std::error_code error;
    const auto prefix = program_folder().parent_path();
    const auto beside = (prefix == "/usr" ? std::filesystem::path{"/etc"} : prefix / "etc") / "dondoc" / name;
    const auto built_for = std::filesystem::path{DONDOC_CONFIG_FILE}.replace_filename(name);
    const bool is_moved =
        !std::filesystem::exists(built_for, error) && std::filesystem::exists(beside, error);
    return is_moved ? beside : built_for;
}

}  // namespace dondoc::client
