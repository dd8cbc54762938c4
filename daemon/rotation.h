// SPDX-License-Identifier: Apache-2.0
// The daemon's own key is rotated so that nobody is locked out: the next one is made, announced by the
// running daemon on connections that the present one protects, and takes its place when the clients have
// heard of it. docs/operating.md says the steps. None of the steps may run while a ZeroMQ context lives.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "hub/transport/sockets.h"

namespace dondoc {

// Which clients were connected while the next key was announced: keys/next.told, the next public key and then
// a client's key a line.
class Announcement {
  public:
    // Goes on with the file of this next key, or begins one. Throws UserError "file.unwritable".
    Announcement(const std::filesystem::path& data, const std::string& next_public_key);

    // A frame of this client has come, so what is answered tells it. Written at the first one only; a file
    // that cannot be written is no reason not to answer.
    void told(const std::string& client_key);

  private:
    std::filesystem::path file_;
    std::set<std::string> told_;
};

// Makes the next key. Throws UserError "keys.rotation_begun", "keys.unreadable", "keys.lost".
void prepare_rotation(const std::filesystem::path& data);

enum class Unheard { Refuse, LockOut };
// The next key becomes the daemon's; the administrator's profile in the folder changes with it. No daemon may
// run on the folder. Throws UserError "keys.no_rotation", "keys.never_announced", and with Unheard::Refuse
// "keys.not_told": how many keys in force, and the names of those that would be locked out.
void finish_rotation(const std::filesystem::path& data, Unheard unheard);

// The next key is given up. Throws UserError "keys.no_rotation".
void abandon_rotation(const std::filesystem::path& data);

}  // namespace dondoc
