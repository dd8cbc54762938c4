// SPDX-License-Identifier: Apache-2.0
#include "config/places.h"

#include <system_error>

namespace dondoc::config {
namespace {

namespace fs = std::filesystem;

// "/usr" of /usr/sbin/dondocd.
fs::path prefix() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path().parent_path();
}

fs::path first_there(const fs::path& built_for, const fs::path& beside) {
    std::error_code error;
    return !fs::exists(built_for, error) && fs::exists(beside, error) ? beside : built_for;
}

}  // namespace

fs::path installed_data() {
    return first_there(DONDOC_DATA_DIR, prefix() / "share/dondoc");
}

fs::path installed_config() {
    const fs::path folder = prefix() == "/usr" ? fs::path{"/etc"} : prefix() / "etc";
    return first_there(DONDOC_CONFIG_FILE, folder / "dondoc/dondocd.toml");
}

}  // namespace dondoc::config
