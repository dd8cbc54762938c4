// SPDX-License-Identifier: Apache-2.0
#include "lib/random.h"

#include <sys/random.h>

#include <cerrno>
#include <system_error>

namespace dondoc::client {

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t filled = 0;
    while (filled < count) {
        const auto got = ::getrandom(bytes.data() + filled, count - filled, 0);
        if (got < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "getrandom");
        if (got > 0) filled += static_cast<std::size_t>(got);
    }
    return bytes;
}

std::string random_id() {
    static constexpr char digits[] = "0123456789abcdef";
    std::string id;
    for (const char byte : random_bytes(16)) {
        const auto value = static_cast<unsigned char>(byte);
        id += digits[value >> 4];
        id += digits[value & 15];
    }
    return id;
}

}  // namespace dondoc::client
