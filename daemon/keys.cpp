// SPDX-License-Identifier: Apache-2.0
#include "keys.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <initializer_list>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <zmq.h>

#include "data_folder.h"
#include "domain/message.h"
#include "domain/reasons.h"

namespace dondoc {
namespace {

constexpr std::size_t key_length = 40;

// A text with a secret in it, in one piece of memory, which is wiped.
class SecretText {
  public:
    SecretText(std::initializer_list<std::string_view> parts) {
        std::size_t size = 0;
        for (const auto part : parts) size += part.size();
        text_.reserve(size);  // grown, it would leave what it was behind
        for (const auto part : parts) text_ += part;
    }
    ~SecretText() { sodium_memzero(text_.data(), text_.size()); }
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;

    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw UserError("file.unwritable", {file.string(), system_reason(errno)});
}

}  // namespace

void write_privately(const std::filesystem::path& file, const std::string& content) {
    const auto temporary = file.string() + ".new";
    ::unlink(temporary.c_str());
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) fail(file);
    const bool written =
        ::write(descriptor, content.data(), content.size()) == static_cast<ssize_t>(content.size());
    const bool synced = written && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (synced) give_to_owner_of(file.parent_path(), temporary);
    if (!synced || ::rename(temporary.c_str(), file.c_str()) != 0) {
        ::unlink(temporary.c_str());
        fail(file);
    }
    // The name is on disk only when its folder is.
    const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool named = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0) ::close(folder);
    if (!named) fail(file);
}

namespace {

std::string read_key(const std::filesystem::path& file) {
    std::ifstream in{file};
    std::string key;
    if (!(in >> key) || key.size() != key_length) throw UserError("keys.unreadable", {file.string()});
    return key;
}

hub::KeyPair pair_of(const std::filesystem::path& secret_file) {
    const auto secret = read_key(secret_file);
    std::array<char, key_length + 1> derived{};
    if (zmq_curve_public(derived.data(), secret.c_str()) != 0)
        throw UserError("keys.unreadable", {secret_file.string()});
    return {derived.data(), secret};
}

}  // namespace

std::filesystem::path next_key_file(const std::filesystem::path& data) {
    return data / "keys" / "next.key";
}

hub::KeyPair make_key_pair() {
    std::array<char, key_length + 1> public_key{};
    std::array<char, key_length + 1> secret_key{};
    if (zmq_curve_keypair(public_key.data(), secret_key.data()) != 0)
        throw std::runtime_error("libzmq was built without CURVE");
    hub::KeyPair pair{public_key.data(), secret_key.data()};
    sodium_memzero(secret_key.data(), secret_key.size());
    return pair;
}

hub::KeyPair server_keys(const std::filesystem::path& data) {
    const auto folder = data / "keys";
    const auto secret_file = folder / "server.key";
    const auto public_file = folder / "server.pub";
    if (std::filesystem::exists(secret_file)) {
        auto pair = pair_of(secret_file);
        // The secret is the pair: the other file only says it for people, and may be behind after a crash.
        if (!std::filesystem::exists(public_file) || read_key(public_file) != pair.public_key)
            write_privately(public_file, pair.public_key + "\n");
        return pair;
    }
    // Profiles that are out there know the lost key: a new one would lock everybody out without a word.
    if (std::filesystem::exists(data / DataFolder::database_name))
        throw UserError("keys.lost", {secret_file.string()});
    return new_server_keys(data);
}

hub::KeyPair new_server_keys(const std::filesystem::path& data) {
    const auto folder = data / "keys";
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    give_to_owner_of(data, folder);
    auto pair = make_key_pair();
    write_privately(folder / "server.pub", pair.public_key + "\n");
    const SecretText secret{pair.secret_key, "\n"};
    write_privately(folder / "server.key", secret.text());  // last: with it the pair is complete
    return pair;
}

std::optional<hub::KeyPair> next_server_keys(const std::filesystem::path& data) {
    if (!std::filesystem::exists(next_key_file(data))) return std::nullopt;
    return pair_of(next_key_file(data));
}

std::string profile_value(const std::filesystem::path& profile, std::string_view key) {
    std::ifstream in{profile};
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(key)) continue;
        const auto open = line.find_first_of("'\"", key.size());
        const auto close = open == line.npos ? line.npos : line.find(line[open], open + 1);
        if (close != line.npos) return line.substr(open + 1, close - open - 1);
    }
    return {};
}

bool replace_server_key(const std::filesystem::path& profile, const std::string& before,
                        const std::string& after) {
    std::ifstream in{profile};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    const auto at = text.find(before);
    if (before.empty() || at == text.npos) return false;
    write_privately(profile, text.replace(at, before.size(), after));
    return true;
}

ProfileText administrator_profile(const config::Listen& listen, const std::string& server_public_key,
                                  const hub::KeyPair& own) {
    return {hub::reachable(listen.sessions.front()),
            listen.feed.empty() ? "" : hub::reachable(listen.feed.front()), server_public_key, own};
}

void write_profile(const std::filesystem::path& file, const ProfileText& profile) {
    const auto feed = profile.feed.empty() ? "" : "feed = \"" + profile.feed + "\"\n";
    const SecretText text{"endpoint = \"",
                          profile.endpoint,
                          "\"\n",
                          feed,
                          "server_key = '",
                          profile.server_public_key,
                          "'\npublic_key = '",
                          profile.own.public_key,
                          "'\nsecret_key = '",
                          profile.own.secret_key,
                          "'\n"};
    write_privately(file, text.text());
}

}  // namespace dondoc
