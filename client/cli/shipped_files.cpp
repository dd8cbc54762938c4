// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/shipped_files.h"

#include <system_error>

namespace dondoc::cli {

std::optional<std::filesystem::path> find_shipped(const std::filesystem::path& relative) {
    std::error_code error;
    if (auto installed = DONDOC_DATA_DIR / relative; std::filesystem::exists(installed, error))
        return installed;
    auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (int up = 0; up < 5 && folder.has_relative_path(); ++up, folder = folder.parent_path())
        if (auto own = folder / "config" / relative; std::filesystem::exists(own, error)) return own;
    return std::nullopt;
}

}  // namespace dondoc::cli
