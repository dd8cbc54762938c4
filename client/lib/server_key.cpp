// SPDX-License-Identifier: Apache-2.0
#include "lib/server_key.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

namespace dondoc::client {
namespace {

// Replaced by root, the file would be lost to its owner.
bool is_ours(const std::filesystem::path& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 && status.st_uid == ::geteuid();
}

bool write_keys(const Profile& profile) {
    if (profile.file.empty() || !is_ours(profile.file)) return false;
    try {
        auto stored = read_profile(profile.file);
        stored.server_key = profile.server_key;
        stored.next_server_key = profile.next_server_key;
        write_profile(stored, profile.file, Overwrite::Yes);
        return true;
    } catch (const UserError&) {
        return false;
    }
}

}  // namespace

bool is_news(const Profile& profile, const std::string& announced) {
    return is_key(announced) && announced != profile.server_key && announced != profile.next_server_key;
}

bool keep_next_key(Profile& profile, const std::string& announced) {
    profile.next_server_key = announced;
    return write_keys(profile);
}

bool settle_key(Profile& profile) {
    profile.next_server_key.clear();
    return write_keys(profile);
}

bool swap_keys(Profile& profile) {
    if (profile.next_server_key.empty()) return false;
    std::swap(profile.server_key, profile.next_server_key);
    return true;
}

}  // namespace dondoc::client
