// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/grid.h"

#include <string_view>

namespace dondoc::plan {

std::string Cell::text() const {
    std::string text;
    for (const auto& paragraph : paragraphs) {
        if (!text.empty())
            text += std::string_view(".;:,!?").find(text.back()) == std::string_view::npos ? "; " : " ";
        text += paragraph;
    }
    return text;
}

}  // namespace dondoc::plan
