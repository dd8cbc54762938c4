// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/chart.h"

#include "report/svg_chart.h"

namespace dondoc::web::pages {

Html chart_figure(const report::Chart& chart) {
    Html legend;
    for (const auto& [words, colour] : chart.legend)
        legend += el("li", el("span", {{"class", report::class_of(colour)}}), words);
    return el("figure", el("figcaption", chart.title), el("ul", {{"class", "legend"}}, legend),
              chart_picture(chart));
}

}  // namespace dondoc::web::pages
