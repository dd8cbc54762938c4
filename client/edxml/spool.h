// SPDX-License-Identifier: GPL-3.0-or-later
// The folder into which the adapter of the document axis puts messages. Each *.edxml and *.xml in it becomes
// a proposal and goes to "done"; one that cannot be read goes to "failed" with a text file beside it that
// says why.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "domain/message.h"
#include "edxml/proposals.h"

namespace dondoc::edxml {

struct SpoolResult {
    std::size_t taken = 0, failed = 0;
};

class Spool {
  public:
    // Says what there is to be said of a message's signature.
    using Check = std::function<signature::Signature(std::string_view message, sys_seconds now)>;

    // Makes the folders. Without `check` signatures are seen and not checked.
    Spool(std::filesystem::path folder, const Proposals& proposals, Check check = {});

    using Say = std::function<void(const std::string& file, const Message* message, const UserError* error)>;
    // Everything that lies there now, in the order of names. Files that are being written (".part", ".tmp",
    // those that begin with a dot) wait. `say` is told of each.
    SpoolResult work_off(sys_seconds now, const Say& say) const;

  private:
    std::filesystem::path folder_;
    const Proposals& proposals_;
    Check check_;
};

}  // namespace dondoc::edxml
