#include "keys.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <zmq.h>

#include "domain/message.h"

namespace dondoc {
namespace {

constexpr std::size_t key_length = 40;

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw UserError("file.unwritable", {file.string(), std::strerror(errno)});
}

// Either the whole file is there afterwards or none of it.
void write_privately(const std::filesystem::path& file, const std::string& content) {
    const auto temporary = file.string() + ".new";
    ::unlink(temporary.c_str());
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) fail(file);
    const bool written =
        ::write(descriptor, content.data(), content.size()) == static_cast<ssize_t>(content.size());
    const bool synced = written && ::fsync(descriptor) == 0;
    ::close(descriptor);
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

std::filesystem::path next_file(const std::filesystem::path& data) {
    return data / "keys" / "next.key";
}

}  // namespace

hub::KeyPair make_key_pair() {
    std::array<char, key_length + 1> public_key{};
    std::array<char, key_length + 1> secret_key{};
    if (zmq_curve_keypair(public_key.data(), secret_key.data()) != 0)
        throw std::runtime_error("libzmq was built without CURVE");
    return {public_key.data(), secret_key.data()};
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
    if (std::filesystem::exists(data / "dondoc.db")) throw UserError("keys.lost", {secret_file.string()});
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    auto pair = make_key_pair();
    write_privately(public_file, pair.public_key + "\n");
    write_privately(secret_file, pair.secret_key + "\n");  // last: with it the pair is complete
    return pair;
}

std::optional<hub::KeyPair> next_server_keys(const std::filesystem::path& data) {
    if (!std::filesystem::exists(next_file(data))) return std::nullopt;
    return pair_of(next_file(data));
}

void prepare_rotation(const std::filesystem::path& data) {
    server_keys(data);
    if (std::filesystem::exists(next_file(data))) throw UserError("keys.rotation_begun");
    write_privately(next_file(data), make_key_pair().secret_key + "\n");
}

void finish_rotation(const std::filesystem::path& data) {
    const auto before = server_keys(data);
    const auto after = next_server_keys(data);
    if (!after) throw UserError("keys.no_rotation");
    // First the profile here: with the new key already in it, a crash in between is mended by running this
    // again.
    const auto profile = data / "admin.toml";
    if (std::ifstream in{profile}; in) {
        std::string text{std::istreambuf_iterator<char>{in}, {}};
        if (const auto at = text.find(before.public_key); at != std::string::npos)
            write_privately(profile, text.replace(at, key_length, after->public_key));
    }
    write_privately(data / "keys" / "server.key", after->secret_key + "\n");
    server_keys(data);
    abandon_rotation(data);
}

void abandon_rotation(const std::filesystem::path& data) {
    if (!std::filesystem::remove(next_file(data))) throw UserError("keys.no_rotation");
}

void write_profile(const std::filesystem::path& file, const ProfileText& profile) {
    std::string text = "endpoint = \"" + profile.endpoint + "\"\n";
    if (!profile.feed.empty()) text += "feed = \"" + profile.feed + "\"\n";
    text += "server_key = '" + profile.server_public_key + "'\n";
    text += "public_key = '" + profile.own.public_key + "'\n";
    text += "secret_key = '" + profile.own.secret_key + "'\n";
    write_privately(file, text);
}

}  // namespace dondoc
