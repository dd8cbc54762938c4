// SPDX-License-Identifier: Apache-2.0
#include "config/toml_file.h"

#include <cerrno>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <system_error>

#include "domain/reasons.h"

namespace dondoc::config {
namespace {

constexpr std::uintmax_t file_limit = 1024 * 1024;  // bytes; what people write is a few thousand

}  // namespace

std::string read_file(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) throw UserError("config.unreadable", {file.string(), system_reason(error)}, file.string());
    if (size > file_limit)
        throw UserError("config.too_large", {file.string(), std::to_string(file_limit)}, file.string());
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(stream), {}};
    if (!stream && !stream.eof()) {
        throw UserError("config.unreadable", {file.string(), system_reason(errno)}, file.string());
    }
    return content;
}

}  // namespace dondoc::config
