// SPDX-License-Identifier: Apache-2.0
// The daemon's own key pair, and profiles for administrators.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "config/settings.h"
#include "hub/transport/sockets.h"

namespace dondoc {

hub::KeyPair make_key_pair();

// Reads <data>/keys/server.key and server.pub, or makes them on the first start. Throws UserError
// "keys.unreadable", "keys.lost" when there is a database but no key.
hub::KeyPair server_keys(const std::filesystem::path& data);

// The pair that the daemon will have next; nullopt when no rotation is under way. Throws UserError
// "keys.unreadable".
std::optional<hub::KeyPair> next_server_keys(const std::filesystem::path& data);

std::filesystem::path next_key_file(const std::filesystem::path& data);

// Makes them where there are none. Not while a context lives.
hub::KeyPair new_server_keys(const std::filesystem::path& data);

// For the owner only; either the whole file is there afterwards or none of it. Throws UserError
// "file.unwritable".
void write_privately(const std::filesystem::path& file, const std::string& content);

// What a profile says of a key of its own ("public_key", "server_key"); empty: nothing, or there is none.
std::string profile_value(const std::filesystem::path& profile, std::string_view key);
inline std::string profile_key(const std::filesystem::path& profile) {
    return profile_value(profile, "public_key");
}
inline std::string profile_server_key(const std::filesystem::path& profile) {
    return profile_value(profile, "server_key");
}
// False: the profile is not there, or does not have the key from before.
bool replace_server_key(const std::filesystem::path& profile, const std::string& before,
                        const std::string& after);

struct ProfileText {
    std::string endpoint;
    std::string feed;  // empty: there is none
    std::string server_public_key;
    hub::KeyPair own;
};
// Of an administrator on the daemon's own machine.
ProfileText administrator_profile(const config::Listen& listen, const std::string& server_public_key,
                                  const hub::KeyPair& own);
// Writes a profile for `dondoc --profile`, readable by the owner only.
void write_profile(const std::filesystem::path& file, const ProfileText& profile);

}  // namespace dondoc
