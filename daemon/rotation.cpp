// SPDX-License-Identifier: Apache-2.0
#include "rotation.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <tuple>

#include "data_folder.h"
#include "domain/message.h"
#include "domain/reasons.h"
#include "keys.h"
#include "store/offline_facts.h"

namespace dondoc {
namespace {

constexpr int most_names = 20;  // of a list that a person reads

std::filesystem::path told_file(const std::filesystem::path& data) {
    return data / "keys" / "next.told";
}

// Empty: the key was never announced.
std::set<std::string> read_told(const std::filesystem::path& file, const std::string& next_public_key) {
    std::ifstream in{file};
    std::string line;
    if (!std::getline(in, line) || line != next_public_key) return {};
    std::set<std::string> told{line};
    while (std::getline(in, line)) told.insert(line);
    return told;
}

void append(const std::filesystem::path& file, const std::string& line) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    if (descriptor < 0) return;
    std::ignore = ::write(descriptor, line.data(), line.size());
    ::close(descriptor);
}

// Throws UserError "keys.not_told" when there are any.
void require_all_told(const std::filesystem::path& data, const std::set<std::string>& told) {
    std::string names;
    int count = 0;
    const auto administrator = profile_key(data / "admin.toml");
    for (const auto& key : store::keys_in_force(data / DataFolder::database_name)) {
        // The profile in the folder is changed here.
        if (told.contains(key.public_key) || key.public_key == administrator) continue;
        if (++count > most_names) continue;
        names += (names.empty() ? "" : ", ") + (key.name.empty() ? key.public_key : key.name);
    }
    if (count > most_names) names += ", ...";
    if (count > 0) throw UserError("keys.not_told", {std::to_string(count), names});
}

}  // namespace

Announcement::Announcement(const std::filesystem::path& data, const std::string& next_public_key)
    : file_(told_file(data)), told_(read_told(file_, next_public_key)) {
    if (!told_.empty()) return;
    write_privately(file_, next_public_key + "\n");
    told_.insert(next_public_key);
}

void Announcement::told(const std::string& client_key) {
    if (told_.insert(client_key).second) append(file_, client_key + "\n");
}

void prepare_rotation(const std::filesystem::path& data) {
    server_keys(data);
    if (std::filesystem::exists(next_key_file(data))) throw UserError("keys.rotation_begun");
    write_privately(next_key_file(data), make_key_pair().secret_key + "\n");
}

void finish_rotation(const std::filesystem::path& data, Unheard unheard) {
    const auto before = server_keys(data);
    const auto after = next_server_keys(data);
    if (!after) throw UserError("keys.no_rotation");
    if (unheard == Unheard::Refuse) {
        const auto told = read_told(told_file(data), after->public_key);
        if (told.empty()) throw UserError("keys.never_announced");
        require_all_told(data, told);
    }
    // First the profile here: with the new key already in it, a crash in between is mended by running this
    // again.
    replace_server_key(data / "admin.toml", before.public_key, after->public_key);
    write_privately(data / "keys" / "server.key", after->secret_key + "\n");
    server_keys(data);
    abandon_rotation(data);
}

void abandon_rotation(const std::filesystem::path& data) {
    std::error_code ignored;
    if (!std::filesystem::remove(next_key_file(data))) throw UserError("keys.no_rotation");
    std::filesystem::remove(told_file(data), ignored);
}

}  // namespace dondoc
