// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of proposals: one JSON file of each document that came, with its attachments beside it. Each
// file is replaced as a whole, so that a kill leaves it as it was or as it shall be. Nothing here changes the
// daemon.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/proposal.pb.h"
#include "edxml/message.h"

namespace dondoc::edxml {

class Proposals {
  public:
    // Makes the folder. Throws std::filesystem::filesystem_error.
    explicit Proposals(std::filesystem::path folder);

    const std::filesystem::path& folder() const { return folder_; }

    // By arrival. Files that are none are passed over.
    std::vector<v1::Proposal> list() const;
    // By its name (name_of) or the document's id; nullopt: there is none.
    std::optional<v1::Proposal> find(const std::string& name) const;
    void put(const v1::Proposal& proposal) const;

    // What a message proposes. The same message again changes nothing; a recall or a replacement of one that
    // waits settles that one, and none is there twice; a message of the id of another document is noted with
    // that. Returns the proposal as it lies there afterwards.
    v1::Proposal take(const Message& message, sys_seconds now) const;

    // "20250715-0b1c..": of the document's id alone, so the same document has the same name.
    static std::string name_of(const std::string& document_id);

  private:
    std::filesystem::path file_of(const std::string& name) const { return folder_ / (name + ".json"); }
    std::vector<v1::Proposal::File> keep_attachments(const Message& message, const std::string& name) const;
    v1::Proposal note_other(v1::Proposal known, const Message& message, sys_seconds now) const;
    void settle(const std::string& document_id, v1::Proposal::State state, sys_seconds now) const;

    std::filesystem::path folder_;
};

}  // namespace dondoc::edxml
