// SPDX-License-Identifier: Apache-2.0
// A small file system of its own in a folder, for as long as this lives. Needs the right to mount.
#pragma once

#include <sys/mount.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace dondoc::test {

class SmallDisk {
  public:
    SmallDisk(std::filesystem::path folder, const std::string& size) : folder_(std::move(folder)) {
        std::filesystem::create_directories(folder_);
        is_mounted_ = ::mount("dondoc-test", folder_.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
    }
    ~SmallDisk() {
        if (is_mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_mounted() const { return is_mounted_; }
    void fill() const {
        std::ofstream out{folder_ / "ballast", std::ios::binary | std::ios::app};
        while (out.write(std::string(4096, 'x').data(), 4096).flush()) {
        }
    }
    void make_room() const { std::filesystem::remove(folder_ / "ballast"); }

  private:
    std::filesystem::path folder_;
    bool is_mounted_;
};

}  // namespace dondoc::test
