// The folder in which the daemon keeps everything. Only one daemon uses it at a time.
#pragma once

#include <filesystem>

namespace dondoc {

class DataFolder {
  public:
    static constexpr auto database_name = "dondoc.db";

    // Makes the folder if need be, for the owner only. Throws UserError "data.locked" when another daemon
    // uses it, "file.unwritable" when it cannot be used.
    explicit DataFolder(std::filesystem::path folder);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    const std::filesystem::path& path() const { return folder_; }
    std::filesystem::path database() const { return folder_ / database_name; }
    std::filesystem::path administrator_profile() const { return folder_ / "admin.toml"; }

  private:
    std::filesystem::path folder_;
    int lock_ = -1;
};

}  // namespace dondoc
