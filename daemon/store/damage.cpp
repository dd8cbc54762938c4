// SPDX-License-Identifier: Apache-2.0
#include "store/damage.h"

#include <fstream>

namespace dondoc::store {
namespace {

std::filesystem::path mark_of(const std::filesystem::path& database) {
    return database.string() + ".damaged";
}

}  // namespace

std::optional<std::string> known_damage(const std::filesystem::path& database) {
    std::ifstream in{mark_of(database)};
    if (!in) return std::nullopt;
    std::string what;
    std::getline(in, what);
    return what;
}

void note_damage(const std::filesystem::path& database, const std::string& what) noexcept {
    try {
        std::ofstream{mark_of(database)} << what << '\n';
    } catch (const std::exception&) {  // then it is found again after the restart
    }
}

void clear_damage(const std::filesystem::path& database) {
    std::error_code ignored;
    std::filesystem::remove(mark_of(database), ignored);
}

}  // namespace dondoc::store
