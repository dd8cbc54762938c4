// SPDX-License-Identifier: Apache-2.0
#include "lib/position_file.h"

#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "domain/message.h"
#include "domain/reasons.h"

namespace dondoc::client {

void fail_with(const char* key, const std::filesystem::path& file) {
    throw UserError(key, {system_reason(errno)}, file.string());
}

void make_folder_of(const std::filesystem::path& file) {
    std::error_code error;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
    if (error) throw UserError("client.file.unwritable", {system_reason(error)}, file.string());
}

void lock_file(int fd, const std::filesystem::path& file) {
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return;
    if (errno == EWOULDBLOCK) throw UserError("client.position.locked", {}, file.string());
    fail_with("client.file.unwritable", file);
}

void require_one_of(const std::string& agency, const std::vector<std::string>& codes,
                    const std::filesystem::path& file) {
    if (!agency.empty() && std::ranges::find(codes, agency) == codes.end())
        throw UserError("client.position.other_agency", {agency, codes.front()}, file.string());
}

void check_owner(const std::string& agency, const v1::Event& event, const std::vector<std::string>& codes,
                 const std::filesystem::path& file) {
    if (!codes.empty()) return require_one_of(event.agency(), codes, file);
    if (!agency.empty() && agency != event.agency())
        throw UserError("client.position.other_agency", {event.agency(), agency}, file.string());
}

}  // namespace dondoc::client
