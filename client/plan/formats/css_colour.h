// SPDX-License-Identifier: GPL-3.0-or-later
// Colours as the style sheets of web pages write them.
#pragma once

#include <optional>
#include <string_view>

#include "plan/formats/colour.h"

namespace dondoc::plan {

struct CssColour {
    Colour colour = 0;
    double opacity = 1;  // 0: nothing is seen of it

    bool cannot_be_seen() const;
    Colour on(Colour paper) const;  // what is seen of it there
};

// "white", "#fff", "rgb(255 255 255 / 50%)", "hsl(0, 0%, 100%)", "transparent", folded. Nothing: it is no
// colour, or none that is known here.
std::optional<CssColour> css_colour(std::string_view written);

}  // namespace dondoc::plan
