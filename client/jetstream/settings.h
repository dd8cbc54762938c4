// SPDX-License-Identifier: GPL-3.0-or-later
// The [nats] section of a configuration: where the servers are, who we are to them, how the stream is kept.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "language/files/toml_file.h"

namespace dondoc::jetstream {

struct Settings {
    std::vector<std::string> servers{"nats://127.0.0.1:4222"};
    // At most one of these is how we say who we are.
    std::filesystem::path credentials;  // of a user with a JWT
    std::string nkey;                   // public key of a user; its seed in a file
    std::filesystem::path nkey_seed;
    std::string user, password;
    std::filesystem::path ca_file, certificate, key;  // TLS; the last two where the server wants them
    std::string domain;                               // of JetStream, from a leaf node; empty: its own

    // How the stream is made where it is lacking, and kept from when a centre prepares it.
    int replicas = 1;
    std::chrono::seconds keep{std::chrono::hours{24 * 90}};
    std::int64_t max_bytes = -1;
};

// Files lie beside the configuration, in `folder`, unless they are absolute. What is wrong is refused in the
// file.
Settings read_settings(language::Section& section, const std::filesystem::path& folder);

}  // namespace dondoc::jetstream
