// SPDX-License-Identifier: GPL-3.0-or-later
// The headings above a row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/formats/numbering.h"

namespace dondoc::plan {

class Outline {
  public:
    void enter(const Numbering& number, std::string title);
    // Leaves the headings that a task of this number does not stand under: "8.2" ends the heading "8.1".
    void place_task(const Numbering& number);
    void extend_title(const std::string& more);  // the innermost heading goes on in the next row
    void clear();

    std::string section() const;  // titles, outermost first, joined with " > "
    std::vector<std::string> titles() const;
    bool empty() const { return headings_.empty(); }

  private:
    struct Heading {
        Numbering number;
        std::string title;
    };
    void leave_unnumbered(const Numbering& number);

    std::vector<Heading> headings_;
    std::optional<Numbering> last_task_;  // under the innermost heading
};

}  // namespace dondoc::plan
