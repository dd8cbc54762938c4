// SPDX-License-Identifier: GPL-3.0-or-later
// A scanned page -> its words and the ruled lines between them, by tesseract, where dondoc was built with it
// and its Vietnamese and English are installed.
#pragma once

#include <memory>
#include <vector>

#include "plan/formats/pdf_cells.h"
#include "plan/formats/ruling.h"
#include "plan/formats/sandbox.h"

namespace dondoc::plan {

struct ScannedPage {
    double pixels_per_point = 1;
    std::vector<RuledTable> tables;
    std::vector<Word> words;  // with how sure tesseract is of each
};

class ScanReader {
  public:
    // Dots per inch at which a page has to be drawn.
    static constexpr double dots_per_inch = 300;

    // For the thread that calls. nullptr: dondoc was built without tesseract, or there is no Vietnamese or
    // no English for it.
    static std::unique_ptr<ScanReader> open();
    virtual ~ScanReader() = default;

    // The page set upright (up to some degrees) and read: its lines from all ink, since a seal hides those
    // below it, and its words from the black ink. It takes seconds; `beat` is called meanwhile.
    virtual ScannedPage read(const Picture& all_ink, const Picture& black_ink, const Beat& beat) = 0;
};

}  // namespace dondoc::plan
