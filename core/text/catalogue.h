// SPDX-License-Identifier: Apache-2.0
// Every sentence that a user reads, in Vietnamese and English, by key. One file of entries per room; "{0}",
// "{1}" ... stand for the arguments.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "domain/message.h"

namespace dondoc::text {

enum class Lang { Vi, En };

Lang parse_lang(std::string_view name);  // anything but "en" is Vietnamese

struct Entry {
    std::string_view key, vi, en;
};

// An argument of the form "@key" stands for that word of the catalogue.
// A key that is not in the catalogue is rendered as itself with its arguments: a fault, but a readable one.
std::string render(Lang lang, std::string_view key, std::span<const std::string> args = {});
inline std::string render(Lang lang, const Message& message) {
    return render(lang, message.key, message.args);
}

bool has_sentence(std::string_view key);

std::span<const std::span<const Entry>> all_entries();  // for the test that both languages are complete

}  // namespace dondoc::text
