// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a page and the cells they stand in -> tables of cells.
#pragma once

#include <string>
#include <vector>

#include "plan/formats/grid.h"
#include "plan/formats/ruling.h"

namespace dondoc::plan {

struct Word {
    double left = 0, top = 0, right = 0, bottom = 0;  // in pixels of the picture
    std::string text;
    float confidence = 100;  // per cent; less than 100 only where a program recognised it in a picture
};

// Words side by side, from left to right.
struct Line {
    std::vector<const Word*> words;
    double width() const { return words.back()->right - words.front()->left; }
};

// From top to bottom.
std::vector<Line> lines_of(std::vector<const Word*> words);

// Lines that the column's width broke are joined again; a line that ends before it has to ends a paragraph.
Table fill_table(const RuledTable& ruled, const std::vector<Word>& words);

struct OutsideLine {
    std::string text;  // empty where a gap parts two lines
    double top = 0;
};
// The lines of the page outside its tables, top to bottom, without page numbers.
std::vector<OutsideLine> lines_outside(const std::vector<RuledTable>& tables, const std::vector<Word>& words);

}  // namespace dondoc::plan
