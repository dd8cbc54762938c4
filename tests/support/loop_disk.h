// SPDX-License-Identifier: Apache-2.0
// An ext4 file system of its own in a folder, for as long as this lives, which the kernel can be made to turn
// read-only. Needs the right to mount, a loop device and mkfs.ext4.
#pragma once

#include <sys/mount.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

#include "support/process.h"

namespace dondoc::test {

class LoopDisk {
  public:
    explicit LoopDisk(std::filesystem::path folder)
        : folder_(std::move(folder)), image_(folder_.string() + ".img") {
        std::filesystem::create_directories(folder_);
        std::ofstream{image_};
        std::filesystem::resize_file(image_, 64U << 20U);
        if (run({"/usr/sbin/mkfs.ext4", "-q", image_.string()})) mount("rw");
    }
    ~LoopDisk() { unmount(); }
    LoopDisk(const LoopDisk&) = delete;
    LoopDisk& operator=(const LoopDisk&) = delete;

    bool is_mounted() const { return is_mounted_; }

    // `mode` is rw or ro.
    void mount(const std::string& mode) {
        is_mounted_ = run(
            {"/usr/bin/mount", "-o", "loop,errors=remount-ro," + mode, image_.string(), folder_.string()});
    }
    void unmount() {
        if (is_mounted_) is_mounted_ = ::umount2(folder_.c_str(), 0) != 0;
    }
    // What the kernel does after an error of the device, with files open for writing. False: it offers no
    // such error.
    bool turn_read_only() const {
        const std::regex mounted{"/dev/(\\S+) " + folder_.string() + " "};
        const auto mounts = read_file("/proc/self/mounts");
        std::smatch device;
        if (!std::regex_search(mounts, device, mounted)) return false;
        std::ofstream trigger{"/sys/fs/ext4/" + device[1].str() + "/trigger_fs_error"};
        return static_cast<bool>(trigger << "a test's error" << std::flush);
    }

  private:
    bool run(const std::vector<std::string>& command) const {
        return Process{command, folder_.string() + ".log"}.wait() == 0;
    }

    std::filesystem::path folder_;
    std::filesystem::path image_;
    bool is_mounted_ = false;
};

}  // namespace dondoc::test
