// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a PDF -> its words and the ruled cells between them, from its text or, where it is a picture, by
// recognising it.
#pragma once

#include <poppler-document.h>
#include <poppler-page-renderer.h>

#include <condition_variable>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "plan/formats/pdf_cells.h"
#include "plan/formats/ruling.h"
#include "plan/formats/sandbox.h"
#include "plan/formats/scan_reader.h"

namespace dondoc::plan {

struct PageContent {
    std::vector<Word> words;
    std::vector<RuledTable> tables;
    double pixels_per_point = 1;  // of both
    bool is_picture = false;      // much is drawn and next to nothing is text
    bool is_scanned = false;      // the picture's text was recognised
    bool sideways = false;        // as in PdfPage
    bool has_note_marks = false;
    bool has_old_letters = false;
    bool has_unseen_words = false;
};

// Of the pages that are pictures the first ones are recognised, as many as one may wait for, whichever thread
// looks at which page.
class ScanTurns {
  public:
    // To be called once for each page, of which those before were begun; with a picture it waits until those
    // were looked at. True: it is a picture and one of the first.
    bool take(std::size_t page, bool is_picture);

  private:
    std::mutex mutex_;
    std::condition_variable looked_;
    std::map<std::size_t, bool> seen_;      // pages from known_ on
    std::map<std::size_t, bool> is_first_;  // pictures before known_ that have not been told yet
    std::size_t known_ = 0;                 // all pages before it were looked at
    std::size_t pictures_ = 0;              // among them
};

// Of one thread: it has a document of its own, since poppler's is not to be shared. `bytes`, `turns` and
// `beat` are to outlive it.
class PageReader {
  public:
    PageReader(std::string_view bytes, ScanTurns& turns, const Beat& beat);

    // Of a page that cannot be read nothing.
    PageContent read(std::size_t index);

  private:
    PageContent look(const poppler::page& page) const;
    void recognise(const poppler::page& page, PageContent& content);

    std::string_view bytes_;
    ScanTurns& turns_;
    const Beat& beat_;
    std::unique_ptr<poppler::document> document_;
    poppler::page_renderer renderer_;
    std::unique_ptr<ScanReader> scans_;
    bool asked_for_scans_ = false;
};

// nullptr: it is no PDF.
std::unique_ptr<poppler::document> open_pdf(std::string_view bytes);

}  // namespace dondoc::plan
