// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/drafts.h"

#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/util/delimited_message_util.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "lib/files.h"
#include "web/session/random_token.h"

namespace dondoc::web::pages {
namespace {

constexpr const char* ending = ".plan";

// Ids are our own random letters; nothing else is looked for on the disk.
bool is_id(const std::string& id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

std::string hex_of(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char letter : bytes) {
        const auto byte = static_cast<unsigned char>(letter);
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

}  // namespace

Drafts::Drafts(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
}

std::filesystem::path Drafts::path_of(const std::string& id) const {
    return folder_ / (id + ending);
}

std::optional<Draft> Drafts::read(const std::string& id) const {
    if (!is_id(id)) return std::nullopt;
    std::ifstream file(path_of(id), std::ios::binary);
    if (!file) return std::nullopt;
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    google::protobuf::io::ArrayInputStream input(bytes.data(), static_cast<int>(bytes.size()));
    Draft draft;
    bool is_at_end = false;
    using google::protobuf::util::ParseDelimitedFromZeroCopyStream;
    if (!ParseDelimitedFromZeroCopyStream(&draft.wanted, &input, &is_at_end) ||
        !ParseDelimitedFromZeroCopyStream(&draft.read, &input, &is_at_end))
        return std::nullopt;
    draft.mark = hex_of(token_digest(bytes));
    return draft;
}

void Drafts::write(const std::string& id, const Draft& draft) {
    std::ostringstream bytes;
    using google::protobuf::util::SerializeDelimitedToOstream;
    if (!SerializeDelimitedToOstream(draft.wanted, &bytes) ||
        !SerializeDelimitedToOstream(draft.read, &bytes))
        throw std::runtime_error("a draft cannot be serialized");
    client::write_private_file(path_of(id), bytes.str(), client::Replace::Yes);
}

std::string Drafts::add(const Draft& draft) {
    const std::lock_guard lock{mutex_};
    make_room();
    auto id = random_token();
    write(id, draft);
    return id;
}

std::optional<Draft> Drafts::find(const std::string& id) const {
    const std::lock_guard lock{mutex_};
    return read(id);
}

bool Drafts::replace(const std::string& id, const Draft& draft) {
    const std::lock_guard lock{mutex_};
    const auto now = read(id);
    if (!now || now->mark != draft.mark) return false;
    write(id, draft);
    return true;
}

void Drafts::remove(const std::string& id) {
    if (!is_id(id)) return;
    const std::lock_guard lock{mutex_};
    std::error_code ignored;
    std::filesystem::remove(path_of(id), ignored);
}

std::vector<Drafts::Entry> Drafts::list() const {
    const std::lock_guard lock{mutex_};
    std::vector<std::pair<std::filesystem::file_time_type, Entry>> found;
    for (const auto& file : std::filesystem::directory_iterator(folder_)) {
        if (file.path().extension() != ending) continue;
        const auto id = file.path().stem().string();
        const auto draft = read(id);
        if (draft)
            found.emplace_back(file.last_write_time(),
                               Entry{id, draft->wanted.document().number(), draft->read.document().title(),
                                     draft->wanted.rows_size()});
    }
    std::ranges::sort(found, std::ranges::greater{}, [](const auto& one) { return one.first; });
    std::vector<Entry> entries;
    for (auto& [time, entry] : found) entries.push_back(std::move(entry));
    return entries;
}

void Drafts::make_room() {
    std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> files;
    for (const auto& file : std::filesystem::directory_iterator(folder_))
        files.emplace_back(file.last_write_time(), file.path());
    std::ranges::sort(files);
    const auto oldest = std::filesystem::file_time_type::clock::now() - kept;
    std::error_code ignored;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (files[i].first < oldest || files.size() - i >= most)
            std::filesystem::remove(files[i].second, ignored);
}

}  // namespace dondoc::web::pages
