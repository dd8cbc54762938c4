// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of a sheet as its cells show them.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "plan/formats/live_text.h"
#include "plan/formats/xlsx_colours.h"

namespace dondoc::plan {

enum class CellTexts {
    Tidied,    // as a reader of a plan wants them: paragraphs, dates as they are shown
    AsWritten  // every cell one paragraph as it stands, dates as 2023-12-31, nothing left out
};

class XlsxFormats {
  public:
    explicit XlsxFormats(CellTexts texts = CellTexts::Tidied) : texts_(texts) {}
    CellTexts texts() const { return texts_; }

    void read_theme(const pugi::xml_node& theme) { colours_.read_theme(theme); }  // before read()
    // Root of styles.xml; `from_1904`: days are counted from 1904 instead of 1900.
    void read(const pugi::xml_node& styles, bool from_1904);
    const XlsxColours& colours() const { return colours_; }

    // `style`: the cell's. Dates with the day first, whatever order their format has, months as numbers and
    // years in full; numbers with the format's decimals, and as a percentage where it says so.
    std::string show(double value, std::size_t style) const;

    // The style shows numbers as days.
    bool shows_day(std::size_t style) const;
    // A conditional format of this number strikes through or hides what it applies to.
    bool takes_back(long conditional) const;

    // Of the style's font on its fill; hidden where the format shows nothing of any value (";;;").
    Look look(std::size_t style) const;

  private:
    void read_conditional(const pugi::xml_node& styles);

    CellTexts texts_;
    XlsxColours colours_;
    std::vector<std::string> by_style_;  // format codes
    std::vector<Look> looks_;            // by style
    std::vector<bool> taking_back_;      // by number of the conditional format
    bool from_1904_ = false;
};

}  // namespace dondoc::plan
