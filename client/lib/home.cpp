// SPDX-License-Identifier: Apache-2.0
#include "lib/home.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

#include "domain/message.h"

namespace dondoc::client {
namespace {

std::filesystem::path absolute_variable(const char* name) {
    const char* value = std::getenv(name);
    std::filesystem::path path{value == nullptr ? "" : value};
    if (!path.empty() && !path.is_absolute()) throw UserError("client.home.relative", {name, path.string()});
    return path;
}

std::filesystem::path home_by_password_file() {
    constexpr std::size_t room = 16 * 1024;
    std::array<char, room> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return {};
    return found->pw_dir;
}

}  // namespace

std::filesystem::path home_folder() {
    if (auto home = absolute_variable("HOME"); !home.empty()) return home;
    auto home = home_by_password_file();
    if (!home.is_absolute()) throw UserError("client.home.none");
    return home;
}

std::filesystem::path config_folder() {
    const auto folder = absolute_variable("XDG_CONFIG_HOME");
    return folder.empty() ? home_folder() / ".config" : folder;
}

std::filesystem::path state_folder() {
    const auto folder = absolute_variable("XDG_STATE_HOME");
    return folder.empty() ? home_folder() / ".local" / "state" : folder;
}

}  // namespace dondoc::client
