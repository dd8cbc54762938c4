// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/kept_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "lib/files.h"
#include "web/session/random_token.h"

namespace dondoc::web::pages {
namespace {

// Ids are our own random letters; nothing else is looked for on the disk.
bool is_id(const std::string& id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

}  // namespace

KeptFiles::KeptFiles(std::filesystem::path folder, std::string ending, Limits limits)
    : folder_(std::move(folder)), ending_(std::move(ending)), limits_(limits) {
    std::filesystem::create_directories(folder_);
}

std::string KeptFiles::mark_of(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char letter : token_digest(bytes)) {
        const auto byte = static_cast<unsigned char>(letter);
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::filesystem::path KeptFiles::path_of(const std::string& id) const {
    return folder_ / (id + ending_);
}

std::optional<std::string> KeptFiles::read(const std::string& id) const {
    if (!is_id(id)) return std::nullopt;
    std::ifstream file(path_of(id), std::ios::binary);
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

std::string KeptFiles::add(const std::string& bytes) {
    const std::lock_guard lock{mutex_};
    make_room();
    auto id = random_token();
    client::write_private_file(path_of(id), bytes, client::Replace::Yes);
    return id;
}

std::optional<std::string> KeptFiles::find(const std::string& id) const {
    const std::lock_guard lock{mutex_};
    return read(id);
}

bool KeptFiles::replace(const std::string& id, const std::string& mark, const std::string& bytes) {
    const std::lock_guard lock{mutex_};
    const auto now = read(id);
    if (!now || mark_of(*now) != mark) return false;
    client::write_private_file(path_of(id), bytes, client::Replace::Yes);
    return true;
}

void KeptFiles::remove(const std::string& id) {
    if (!is_id(id)) return;
    const std::lock_guard lock{mutex_};
    std::error_code ignored;
    std::filesystem::remove(path_of(id), ignored);
}

std::vector<std::string> KeptFiles::ids() const {
    const std::lock_guard lock{mutex_};
    std::vector<std::pair<std::filesystem::file_time_type, std::string>> found;
    for (const auto& file : std::filesystem::directory_iterator(folder_))
        if (file.path().extension() == ending_)
            found.emplace_back(file.last_write_time(), file.path().stem().string());
    std::ranges::sort(found, std::ranges::greater{});
    std::vector<std::string> ids;
    for (auto& [time, id] : found) ids.push_back(std::move(id));
    return ids;
}

void KeptFiles::make_room() {
    std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> files;
    for (const auto& file : std::filesystem::directory_iterator(folder_))
        files.emplace_back(file.last_write_time(), file.path());
    std::ranges::sort(files);
    const auto oldest = std::filesystem::file_time_type::clock::now() - limits_.kept;
    std::error_code ignored;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (files[i].first < oldest || files.size() - i >= limits_.most)
            std::filesystem::remove(files[i].second, ignored);
}

}  // namespace dondoc::web::pages
