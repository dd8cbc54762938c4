// SPDX-License-Identifier: Apache-2.0
#include "lib/config_file.h"

#include <cerrno>
#include <fstream>
#include <iterator>

#include "domain/message.h"
#include "domain/reasons.h"

namespace dondoc::client {

std::string read_config_file(const std::filesystem::path& file) {
    std::ifstream in{file};
    const auto failed = errno;
    if (!in || std::filesystem::is_directory(file))
        throw UserError("config.unreadable", {file.string(), system_reason(in ? EISDIR : failed)},
                        file.string());
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace dondoc::client
