// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as inline SVG. Bars are placed in per cent of the width and letters in pixels, so that on a phone
// the bars get narrower and the letters do not get smaller. Each part has its colour, and a class by which a
// style sheet may give it another one.
#pragma once

#include <string>
#include <string_view>

#include "report/page.h"

namespace dondoc::report {

std::string to_svg(const Chart& chart);
std::string_view colour_of(Chart::Colour colour);  // "#2e7d32"
std::string_view class_of(Chart::Colour colour);   // "good", "late" ... "plain"

}  // namespace dondoc::report
