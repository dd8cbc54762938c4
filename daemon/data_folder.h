// SPDX-License-Identifier: Apache-2.0
// The folder in which the daemon keeps everything. Only one daemon uses it at a time.
#pragma once

#include <filesystem>
#include <system_error>

namespace dondoc {

class DataFolder {
  public:
    static constexpr auto database_name = "dondoc.db";

    // Makes the folder if need be, for the owner only; what others could read of the database they no longer
    // can. Throws UserError "data.locked" when another daemon uses it, "data.not_ours" when it, or the
    // database in it, is another user's, "data.no_folder" when there is none and none can be made,
    // "file.unwritable" when it cannot be used now.
    explicit DataFolder(std::filesystem::path folder);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    // A daemon, or an offline command, holds the folder now.
    static bool is_in_use(const std::filesystem::path& folder);

    const std::filesystem::path& path() const { return folder_; }
    std::filesystem::path database() const { return folder_ / database_name; }
    std::filesystem::path administrator_profile() const { return folder_ / "admin.toml"; }

    // Everybody on the machine can see what is in it.
    bool is_open_to_others() const;

  private:
    [[noreturn]] void refuse(const std::error_code& error) const;
    void require_writable() const;
    void shut_others_out() const;

    std::filesystem::path folder_;
    int lock_ = -1;
};

// Who runs an offline command may be root, and the daemon is not: what root makes in the folder becomes the
// folder's owner's. Throws UserError "file.unwritable".
void give_to_owner_of(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace dondoc
