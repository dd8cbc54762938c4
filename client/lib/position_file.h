// SPDX-License-Identifier: Apache-2.0
// What the files of positions have in common: their lock, their owner, how their errors are said.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dondoc/v1/event.pb.h"

namespace dondoc::client {

// Throws UserError `key` with errno's reason and the file as its place.
[[noreturn]] void fail_with(const char* key, const std::filesystem::path& file);

void make_folder_of(const std::filesystem::path& file);

// Throws UserError "client.position.locked" when another listener has it.
void lock_file(int fd, const std::filesystem::path& file);

// Throw UserError "client.position.other_agency". `agency` is what was kept, empty: nothing yet; `codes`
// those of the inbox as the daemon told them, the present one first, empty: it has not yet.
void require_one_of(const std::string& agency, const std::vector<std::string>& codes,
                    const std::filesystem::path& file);
void check_owner(const std::string& agency, const v1::Event& event, const std::vector<std::string>& codes,
                 const std::filesystem::path& file);

}  // namespace dondoc::client
