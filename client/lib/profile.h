// SPDX-License-Identifier: Apache-2.0
// A client profile: where the daemon is, its key, and who we are. One TOML file with exactly these keys:
//
//   endpoint   = "tcp://dondoc.example.vn:7710"  # or "ipc:///run/dondoc/dondocd.sock"
//   server_key = "..."   # 40 characters Z85: the daemon's public key
//   public_key = "..."   # ours
//   secret_key = "..."
//   agency     = "SNV"   # optional: the agency of the key
//   feed       = "tcp://dondoc.example.vn:7711"  # optional: the office's feed
//   next_server_key = "..."  # optional, written by the client: announced by the daemon, see server_key.h
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"

namespace dondoc::client {

struct Profile {
    std::string endpoint;
    std::string server_key;
    std::string public_key;
    std::string secret_key;
    std::string agency;             // empty: not said
    std::string feed;               // empty: not said
    std::string next_server_key;    // empty: none was announced
    std::filesystem::path file;     // where it was read from; empty: nowhere
    std::vector<Message> warnings;  // what the user should mend: a secret that others can read
};

// `given`, else $DONDOC_PROFILE, else client.toml in $XDG_CONFIG_HOME/dondoc or ~/.config/dondoc. The file
// need not be there. Throws UserError "client.home.*" (home.h).
std::filesystem::path find_profile(const std::optional<std::filesystem::path>& given);

// Both throw UserError with the file, and the line where there is one, as its place.
Profile read_profile(const std::filesystem::path& file);
Profile parse_profile(std::string_view toml, const std::string& file_name);

enum class Overwrite { No, Yes };
// Readable by the owner only; either the whole file is there or none of it. Makes the folder if it is
// missing. Throws UserError, also when the file exists and Overwrite is No.
void write_profile(const Profile& profile, const std::filesystem::path& file, Overwrite overwrite);

struct KeyPair {
    std::string public_key;  // Z85
    std::string secret_key;
};
KeyPair make_key_pair();

bool is_key(std::string_view text);  // 40 characters Z85

}  // namespace dondoc::client
