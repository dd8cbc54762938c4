// SPDX-License-Identifier: GPL-3.0-or-later
// A profile as an archive that a passphrase opens, so that it can be sent on a way that others may read.
#pragma once

#include <filesystem>
#include <string>

namespace dondoc::cli {

// Twelve letters and digits that are not taken for one another, in groups: about 60 bits.
std::string make_passphrase();

// A ZIP file with the one entry `name`, encrypted with AES-256, readable by the owner only; replaces a file
// that is there. Throws UserError "client.file.unwritable", "cli.key.no_encryption" where this libzip has
// none.
void write_archive(const std::filesystem::path& file, const std::string& name, const std::string& content,
                   const std::string& passphrase);

}  // namespace dondoc::cli
