#include "keys.h"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <zmq.hpp>

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

}  // namespace

void seed_random() {
    unsigned seed = 0;
    if (::getrandom(&seed, sizeof seed, 0) != sizeof seed) throw std::runtime_error("getrandom failed");
    std::srand(seed);
}

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
    if (std::filesystem::exists(secret_file)) return {read_key(public_file), read_key(secret_file)};
    // Profiles that are out there know the lost key: a new one would lock everybody out without a word.
    if (std::filesystem::exists(data / "dondoc.db")) throw UserError("keys.lost", {secret_file.string()});
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    auto pair = make_key_pair();
    write_privately(public_file, pair.public_key + "\n");
    write_privately(secret_file, pair.secret_key + "\n");  // last: with it the pair is complete
    return pair;
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
