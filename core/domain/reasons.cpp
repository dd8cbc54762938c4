// SPDX-License-Identifier: Apache-2.0
#include "domain/reasons.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace dondoc {
namespace {

struct Known {
    int error;
    std::string_view key;
};

constexpr std::array known_errors{
    Known{EACCES, "system.eacces"},
    Known{EADDRINUSE, "system.eaddrinuse"},
    Known{EADDRNOTAVAIL, "system.eaddrnotavail"},
    Known{EBUSY, "system.ebusy"},
    Known{ECONNREFUSED, "system.econnrefused"},
    Known{EDQUOT, "system.edquot"},
    Known{EEXIST, "system.eexist"},
    Known{EFBIG, "system.efbig"},
    Known{EINVAL, "system.einval"},
    Known{EIO, "system.eio"},
    Known{EISDIR, "system.eisdir"},
    Known{ELOOP, "system.eloop"},
    Known{EMFILE, "system.emfile"},
    Known{ENAMETOOLONG, "system.enametoolong"},
    Known{ENETUNREACH, "system.enetunreach"},
    Known{ENFILE, "system.enfile"},
    Known{ENODEV, "system.enodev"},
    Known{ENOENT, "system.enoent"},
    Known{ENOEXEC, "system.enoexec"},
    Known{ENOMEM, "system.enomem"},
    Known{ENOSPC, "system.enospc"},
    Known{ENOTDIR, "system.enotdir"},
    Known{ENOTEMPTY, "system.enotempty"},
    Known{ENXIO, "system.enxio"},
    Known{EPERM, "system.eperm"},
    Known{EPIPE, "system.epipe"},
    Known{EPROTONOSUPPORT, "system.eprotonosupport"},
    Known{EROFS, "system.erofs"},
    Known{ETIMEDOUT, "system.etimedout"},
    Known{EXDEV, "system.exdev"},
};

struct Part {
    std::string_view word, key;
};

// The first word that the description has; the more special ones stand first.
constexpr std::array toml_parts{
    Part{"redefine", "toml.twice"},
    Part{"inline table", "toml.inline_table"},
    Part{"table header", "toml.table"},
    Part{"array", "toml.array"},
    Part{"string", "toml.string"},
    Part{"unicode", "toml.string"},
    Part{"boolean", "toml.boolean"},
    Part{"integer", "toml.number"},
    Part{"floating-point", "toml.number"},
    Part{"date", "toml.date"},
    Part{"time", "toml.date"},
    Part{"utf-8", "toml.encoding"},
    Part{"key-value pair", "toml.key"},
    Part{"key", "toml.key"},
};
constexpr std::string_view toml_other = "toml.value";

std::string argument(std::string_view key) {
    return "@" + std::string{key};
}

}  // namespace

std::string system_reason(int error) {
    const auto found = std::ranges::find(known_errors, error, &Known::error);
    return found == known_errors.end() ? std::generic_category().message(error) : argument(found->key);
}

std::string system_reason(const std::error_code& error) {
    const bool is_errno =
        error.category() == std::generic_category() || error.category() == std::system_category();
    return is_errno ? system_reason(error.value()) : error.message();
}

std::string toml_reason(std::string_view description) {
    std::string text{description};
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
    for (const auto& part : toml_parts)
        if (text.find(part.word) != text.npos) return argument(part.key);
    return argument(toml_other);
}

std::span<const std::string_view> reason_keys() {
    static const auto keys = [] {
        std::vector<std::string_view> all{toml_other};
        for (const auto& known : known_errors) all.push_back(known.key);
        for (const auto& part : toml_parts) all.push_back(part.key);
        return all;
    }();
    return keys;
}

}  // namespace dondoc
