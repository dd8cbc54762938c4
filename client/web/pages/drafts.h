// SPDX-License-Identifier: GPL-3.0-or-later
// Plans that were read and are being looked through, before they are taken in.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "web/pages/kept_files.h"

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
    static constexpr KeptFiles::Limits limits{200, std::chrono::hours{30 * 24}};

    explicit Drafts(std::filesystem::path folder);  // throws as KeptFiles does

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
    KeptFiles files_;
};

}  // namespace dondoc::web::pages
