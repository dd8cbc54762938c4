// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a file where something was found that has to be said.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "domain/message.h"
#include "plan/formats/page_content.h"

namespace dondoc::plan {

// "3, 7, 8" of the pages where something was found.
class PageList {
  public:
    void add(std::size_t index) {
        ++count_;
        if (count_ <= most_named) pages_ += (pages_.empty() ? "" : ", ") + std::to_string(index + 1);
        if (count_ == most_named + 1) pages_ += ", …";
    }
    // One argument with the pages, or their count before them.
    void say(const char* key, std::vector<Message>& problems, bool with_count = false) const {
        if (count_ == 0) return;
        std::vector<std::string> args;
        if (with_count) args.push_back(std::to_string(count_));
        args.push_back(pages_);
        problems.push_back({key, std::move(args)});
    }

  private:
    static constexpr std::size_t most_named = 30;
    std::size_t count_ = 0;
    std::string pages_;
};

// What is said of pages at the end.
struct PagesToName {
    PageList pictures, scanned, tables_in_pictures, sideways, old_letters, note_marks, unseen_words;

    void add(std::size_t index, const PageContent& page) {
        if (page.is_picture) (page.is_scanned ? scanned : pictures).add(index);
        if (page.sideways) sideways.add(index);
        if (page.has_old_letters) old_letters.add(index);
        if (page.has_note_marks) note_marks.add(index);
        if (page.has_unseen_words) unseen_words.add(index);
    }
    std::vector<Message> problems() const {
        std::vector<Message> found;
        pictures.say("plan.image_pages", found, true);
        scanned.say("plan.scanned_pages", found, true);
        tables_in_pictures.say("plan.picture_tables", found);
        sideways.say("plan.sideways", found);
        old_letters.say("plan.old_letters", found);
        note_marks.say("plan.note_marks", found);
        unseen_words.say("plan.unseen_words", found);
        return found;
    }
};

}  // namespace dondoc::plan
