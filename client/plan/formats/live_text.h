// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a cell without what its formatting takes back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"
#include "plan/formats/old_fonts.h"

namespace dondoc::plan {

// How a piece of text is shown.
struct Look {
    bool struck = false;
    bool hidden = false;
    bool raised = false;  // superscript
    OldEncoding encoding = OldEncoding::None;
};

class LiveText {
  public:
    void add(std::string_view text, const Look& look);
    void end_line();  // between two paragraphs or lines

    const std::string& text() const { return text_; }
    bool has_struck() const { return !struck_.empty(); }
    // "row.struck", "row.hidden_text", "row.note_mark", "row.old_font": what was left out or changed.
    std::vector<Message> doubts() const;

  private:
    bool line_is_blank() const;

    std::string text_, struck_, hidden_, note_marks_;
    OldEncoding encoding_ = OldEncoding::None;
};

}  // namespace dondoc::plan
