// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked through before something is done with it: files in the program's own folder, so that a page
// of one can be sent to a colleague and outlives a restart. Several threads may ask at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace dondoc::web::pages {

class KeptFiles {
  public:
    struct Limits {
        std::size_t most;         // the oldest make room
        std::chrono::hours kept;  // since the last change
    };

    // `ending`: ".plan". Throws std::filesystem::filesystem_error where the folder cannot be made.
    KeptFiles(std::filesystem::path folder, std::string ending, Limits limits);

    std::string add(const std::string& bytes);                     // its id, which nobody guesses
    std::optional<std::string> find(const std::string& id) const;  // nullopt: there is none, or no longer
    // False: what is there is not what has that mark, and nothing was written.
    bool replace(const std::string& id, const std::string& mark, const std::string& bytes);
    void remove(const std::string& id);
    std::vector<std::string> ids() const;  // the last changed first

    static std::string mark_of(const std::string& bytes);  // changes with each change

  private:
    std::filesystem::path path_of(const std::string& id) const;
    std::optional<std::string> read(const std::string& id) const;
    void make_room();

    std::filesystem::path folder_;
    std::string ending_;
    Limits limits_;
    mutable std::mutex mutex_;
};

}  // namespace dondoc::web::pages
