// SPDX-License-Identifier: Apache-2.0
#include "lib/profile.h"

#include <sys/stat.h>
#include <zmq.h>

#include <toml++/toml.h>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "domain/reasons.h"
#include "lib/files.h"
#include "lib/home.h"

namespace dondoc::client {
namespace {

constexpr std::size_t key_length = 40;
constexpr std::uintmax_t file_limit = 64 * 1024;  // a profile is a few hundred bytes

std::string place(const std::string& file, const toml::source_region& source) {
    return source.begin.line == 0 ? file : file + ":" + std::to_string(source.begin.line);
}

struct Field {
    std::string_view key;
    std::string Profile::*member;
    bool required;
    bool is_key;
};
constexpr std::array<Field, 7> fields{{{"endpoint", &Profile::endpoint, true, false},
                                       {"server_key", &Profile::server_key, true, true},
                                       {"public_key", &Profile::public_key, true, true},
                                       {"secret_key", &Profile::secret_key, true, true},
                                       {"agency", &Profile::agency, false, false},
                                       {"feed", &Profile::feed, false, false},
                                       {"next_server_key", &Profile::next_server_key, false, true}}};

const Field* field_of(std::string_view key) {
    for (const auto& field : fields)
        if (field.key == key) return &field;
    return nullptr;
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

std::string toml_text(std::string_view value) {
    std::ostringstream out;
    out << toml::value<std::string>(std::string(value));
    return out.str();
}

}  // namespace

std::filesystem::path find_profile(const std::optional<std::filesystem::path>& given) {
    if (given) return *given;
    if (const auto named = environment("DONDOC_PROFILE"); !named.empty()) return named;
    return config_folder() / "dondoc" / "client.toml";
}

Profile parse_profile(std::string_view toml, const std::string& file_name) {
    toml::table table;
    try {
        table = toml::parse(toml, std::string_view(file_name));
    } catch (const toml::parse_error& error) {
        throw UserError("client.profile.syntax",
                        {toml_reason(error.description()), std::to_string(error.source().begin.column)},
                        place(file_name, error.source()));
    }
    Profile profile;
    for (const auto& [key, node] : table) {
        const auto* field = field_of(key.str());
        const auto where = place(file_name, node.source());
        if (field == nullptr)
            throw UserError("client.profile.unknown_key", {std::string(key.str())},
                            place(file_name, key.source()));
        const auto value = node.value<std::string>();
        if (!value || value->empty())
            throw UserError("client.profile.no_text", {std::string(key.str())}, where);
        if (field->is_key && !is_key(*value))
            throw UserError("client.profile.bad_key", {std::string(key.str())}, where);
        profile.*(field->member) = *value;
    }
    for (const auto& field : fields)
        if (field.required && (profile.*(field.member)).empty())
            throw UserError("client.profile.missing_key", {std::string(field.key)}, file_name);

    std::array<char, key_length + 1> derived{};
    if (zmq_curve_public(derived.data(), profile.secret_key.c_str()) != 0 ||
        profile.public_key != derived.data())
        throw UserError("client.profile.key_mismatch", {},
                        place(file_name, table.get("public_key")->source()));
    return profile;
}

Profile read_profile(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error == std::errc::no_such_file_or_directory)
        throw UserError("client.profile.not_there", {}, file.string());
    if (!error && size > file_limit) throw UserError("client.profile.too_large", {}, file.string());
    std::ifstream stream(file, std::ios::binary);
    if (error || !stream) throw UserError("client.profile.unreadable", {}, file.string());
    const std::string content{std::istreambuf_iterator<char>(stream), {}};
    auto profile = parse_profile(content, file.string());
    profile.file = file;

    struct stat status {};
    if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        profile.warnings.push_back({"client.profile.readable_by_others", {file.string()}});
    return profile;
}

void write_profile(const Profile& profile, const std::filesystem::path& file, Overwrite overwrite) {
    std::string content;
    for (const auto& field : fields) {
        const auto& value = profile.*(field.member);
        if (value.empty()) continue;
        content.append(field.key).append(" = ").append(toml_text(value)).append("\n");
    }
    try {
        if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
        write_private_file(file, content, overwrite == Overwrite::Yes ? Replace::Yes : Replace::No);
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::file_exists)
            throw UserError("client.profile.exists", {}, file.string());
        throw UserError("client.file.unwritable", {system_reason(error.code())}, file.string());
    }
}

KeyPair make_key_pair() {
    std::array<char, key_length + 1> public_key{}, secret_key{};
    do {
        if (zmq_curve_keypair(public_key.data(), secret_key.data()) != 0)
            throw std::runtime_error("this libzmq has no CURVE");
    } while (public_key[0] == '-');  // on a command line it would look like an option
    return {public_key.data(), secret_key.data()};
}

bool is_key(std::string_view text) {
    if (text.size() != key_length) return false;
    std::array<std::uint8_t, 32> bytes{};
    return zmq_z85_decode(bytes.data(), std::string(text).c_str()) != nullptr;
}

}  // namespace dondoc::client
