// SPDX-License-Identifier: Apache-2.0
// A control group that holds a process to so much memory, as MemoryMax of the unit does. The kernel ends what
// goes past it. Works where the tests may make one: cgroup v1 or v2, and the rights of root.
#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace dondoc::test {

class MemoryGroup {
  public:
    explicit MemoryGroup(std::size_t bytes) {
        const auto name = "dondoc-test-" + std::to_string(::getpid());
        const std::filesystem::path first{"/sys/fs/cgroup/memory"}, second{"/sys/fs/cgroup"};
        if (write(first / name, "memory.limit_in_bytes", bytes)) {
            folder_ = first / name;
            write_value(folder_ / "memory.swappiness", "0");
        } else if (write(second / name, "memory.max", bytes)) {
            folder_ = second / name;
            write_value(folder_ / "memory.swap.max", "0");
        }
    }
    ~MemoryGroup() {
        // A group goes only when nobody is in it; its processes have been ended, but perhaps not reaped.
        std::error_code error;
        for (int tries = 0; !folder_.empty() && tries < 100; ++tries) {
            if (std::filesystem::remove(folder_, error) || error == std::errc::no_such_file_or_directory)
                return;
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
    }
    MemoryGroup(const MemoryGroup&) = delete;
    MemoryGroup& operator=(const MemoryGroup&) = delete;

    bool is_there() const { return !folder_.empty(); }
    bool take_in(pid_t process) const {
        return is_there() && write_value(folder_ / "cgroup.procs", std::to_string(process));
    }

  private:
    static bool write_value(const std::filesystem::path& file, const std::string& value) {
        std::ofstream out{file};
        out << value << std::flush;
        return out.good();
    }
    static bool write(const std::filesystem::path& folder, const char* limit, std::size_t bytes) {
        std::error_code error;
        if (!std::filesystem::exists(folder.parent_path() / "cgroup.procs", error)) return false;
        std::filesystem::create_directory(folder, error);
        if (!error && write_value(folder / limit, std::to_string(bytes))) return true;
        std::filesystem::remove(folder, error);
        return false;
    }

    std::filesystem::path folder_;
};

}  // namespace dondoc::test
