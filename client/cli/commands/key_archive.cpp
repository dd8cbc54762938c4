// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/key_archive.h"

#include <zip.h>

#include <memory>
#include <string_view>
#include <tuple>

#include "domain/message.h"
#include "lib/files.h"
#include "lib/random.h"

namespace dondoc::cli {
namespace {

struct Discard {
    void operator()(zip_t* archive) const { ::zip_discard(archive); }
};

[[noreturn]] void fail(zip_error_t* error, const std::filesystem::path& file) {
    throw UserError("client.file.unwritable", {::zip_error_strerror(error)}, file.string());
}

// The archive's bytes, which are written in our own way.
std::string packed(const std::filesystem::path& file, const std::string& name, const std::string& content,
                   const std::string& passphrase) {
    zip_error_t error;
    ::zip_error_init(&error);
    auto* target = ::zip_source_buffer_create(nullptr, 0, 0, &error);
    if (target == nullptr) fail(&error, file);
    ::zip_source_keep(target);
    const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> kept{target, ::zip_source_free};
    std::unique_ptr<zip_t, Discard> archive{::zip_open_from_source(target, ZIP_TRUNCATE, &error)};
    if (!archive) fail(&error, file);
    auto* entry = ::zip_source_buffer(archive.get(), content.data(), content.size(), 0);
    const auto index = ::zip_file_add(archive.get(), name.c_str(), entry, ZIP_FL_ENC_UTF_8);
    if (index < 0) fail(::zip_get_error(archive.get()), file);
    if (::zip_file_set_encryption(archive.get(), static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                  passphrase.c_str()) != 0)
        throw UserError("cli.key.no_encryption");
    if (::zip_close(archive.get()) != 0) fail(::zip_get_error(archive.get()), file);
    std::ignore = archive.release();  // closed
    zip_stat_t status;
    ::zip_stat_init(&status);
    if (::zip_source_stat(target, &status) != 0 || ::zip_source_open(target) != 0)
        fail(::zip_source_error(target), file);
    std::string bytes(status.size, '\0');
    const auto got = ::zip_source_read(target, bytes.data(), bytes.size());
    ::zip_source_close(target);
    if (got != static_cast<zip_int64_t>(bytes.size())) fail(::zip_source_error(target), file);
    return bytes;
}

}  // namespace

std::string make_passphrase() {
    static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz123456789";
    static_assert(letters.size() == 32);  // every byte gives each letter equally often
    constexpr std::size_t length = 12, group = 4;
    const auto bytes = client::random_bytes(length);
    std::string passphrase;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0 && i % group == 0) passphrase += '-';
        passphrase += letters[static_cast<unsigned char>(bytes[i]) % letters.size()];
    }
    return passphrase;
}

void write_archive(const std::filesystem::path& file, const std::string& name, const std::string& content,
                   const std::string& passphrase) {
    client::write_private_file(file, packed(file, name, content, passphrase), client::Replace::Yes);
}

}  // namespace dondoc::cli
