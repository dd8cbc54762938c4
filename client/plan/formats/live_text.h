// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a cell without what its formatting takes back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"
#include "plan/formats/colour.h"
#include "plan/formats/old_fonts.h"

namespace dondoc::plan {

// How a piece of text is shown.
struct Look {
    bool struck = false;
    bool hidden = false;
    bool raised = false;  // superscript
    OldEncoding encoding = OldEncoding::None;
    std::optional<Colour> ink = {};             // nothing: as black as usual
    std::optional<Colour> paper = white_paper;  // what the text stands on; nothing: nobody can tell

    // Also where it has the colour of what it stands on.
    bool cannot_be_seen() const { return hidden || (ink && paper && look_alike(*ink, *paper)); }
};

class LiveText {
  public:
    void add(std::string_view text, const Look& look);
    void end_line();  // between two paragraphs or lines
    // The text is computed when the file is opened: another day, another text.
    void changes_daily() { changes_daily_ = true; }
    void note_deleted() { deleted_ = true; }  // by a tracked change

    const std::string& text() const { return text_; }
    bool has_struck() const { return !struck_.empty(); }
    bool has_hidden() const { return !hidden_.empty(); }
    bool has_deleted() const { return deleted_; }
    // "row.struck", "row.hidden_text", "row.note_mark", "row.old_font", "row.changes_daily": what was left
    // out, was changed, or will be another tomorrow.
    std::vector<Message> doubts() const;

  private:
    bool line_is_blank() const;

    std::string text_, struck_, hidden_, note_marks_;
    OldEncoding encoding_ = OldEncoding::None;
    bool changes_daily_ = false, deleted_ = false;
};

}  // namespace dondoc::plan
