// The daemon's own key pair, and profiles for administrators.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "hub/sockets.h"

namespace dondoc {

hub::KeyPair make_key_pair();

// Reads <data>/keys/server.key and server.pub, or makes them on the first start. Throws UserError
// "keys.unreadable", "keys.lost" when there is a database but no key.
hub::KeyPair server_keys(const std::filesystem::path& data);

// The pair that the daemon will have next; nullopt when no rotation is under way. Throws UserError
// "keys.unreadable".
std::optional<hub::KeyPair> next_server_keys(const std::filesystem::path& data);

// The daemon's key is rotated in two steps, so that clients learn the new one over the old. They throw
// UserError "keys.rotation_begun", "keys.no_rotation", "keys.unreadable".
void prepare_rotation(const std::filesystem::path& data);
void finish_rotation(const std::filesystem::path& data);  // no daemon may run on the folder
void abandon_rotation(const std::filesystem::path& data);

struct ProfileText {
    std::string endpoint;
    std::string feed;  // empty: there is none
    std::string server_public_key;
    hub::KeyPair own;
};
// Writes a profile for `dondoc --profile`, readable by the owner only.
void write_profile(const std::filesystem::path& file, const ProfileText& profile);

}  // namespace dondoc
