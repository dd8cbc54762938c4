// SPDX-License-Identifier: GPL-3.0-or-later
// One page of a PDF: its picture, its words, and which way up it is.
#pragma once

#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <vector>

#include "plan/formats/pdf_cells.h"
#include "plan/formats/ruling.h"

namespace dondoc::plan {

struct PdfPage {
    Picture picture;
    std::vector<Word> words;        // in pixels of the picture
    bool sideways = false;          // printed at a right angle; picture and words are turned upright
    bool has_note_marks = false;    // small raised figures, which are left out of the words
    bool has_old_letters = false;   // of an encoding before Unicode, which were changed
    bool has_unseen_words = false;  // which are left out: nothing of them is drawn
    bool is_picture = false;        // much is drawn and next to nothing is text
};

// Grey levels, drawn coarser than `dots_per_inch` where the page is very large. Empty: it cannot be drawn.
Picture picture_of(const poppler::page& page, const poppler::page_renderer& renderer, double dots_per_inch);

// The same page with all its ink, and with what is black alone: without red seals and blue signatures. Both
// empty: it cannot be drawn.
struct Inks {
    Picture all, black;
};
Inks inks_of(const poppler::page& page, double dots_per_inch);

PdfPage read_page(const poppler::page& page, const poppler::page_renderer& renderer);

}  // namespace dondoc::plan
