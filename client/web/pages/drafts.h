// SPDX-License-Identifier: GPL-3.0-or-later
// Plans that were read and are being looked through, before they are taken in: each a file in the program's
// own folder, so that its page can be sent to a colleague and outlives a restart.
#pragma once

#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"

namespace dondoc::web::pages {

struct Draft {
    v1::PlanImportRequest wanted;  // what would be imported: the document, its rows, what was decided
    v1::PlanPreview
        read;          // what the file's reader said: headings, problems; document.title is the file's name
    std::string mark;  // changes with each change
};

// Several threads may ask at once.
class Drafts {
  public:
    static constexpr std::size_t most = 200;            // the oldest make room
    static constexpr std::chrono::hours kept{30 * 24};  // since the last change

    // Throws std::filesystem::filesystem_error where the folder cannot be made.
    explicit Drafts(std::filesystem::path folder);

    std::string add(const Draft& draft);                     // its id
    std::optional<Draft> find(const std::string& id) const;  // nullopt: there is none, or no longer
    // False: somebody changed it since `draft.mark`, and nothing was written.
    bool replace(const std::string& id, const Draft& draft);
    void remove(const std::string& id);

    struct Entry {
        std::string id, number, file;
        int rows = 0;
    };
    std::vector<Entry> list() const;  // the newest first

  private:
    std::filesystem::path path_of(const std::string& id) const;
    std::optional<Draft> read(const std::string& id) const;
    void write(const std::string& id, const Draft& draft);
    void make_room();

    std::filesystem::path folder_;
    mutable std::mutex mutex_;
};

}  // namespace dondoc::web::pages
