// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/svg_chart.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>

#include "domain/decimal.h"
#include "text/markup.h"

namespace dondoc::report {
namespace {

constexpr int bar_height = 16, label_height = 18, gap = 10;  // pixels

std::int64_t sum(const Chart::Bar& bar) {
    return std::accumulate(bar.parts.begin(), bar.parts.end(), std::int64_t{0});
}

// Part of the whole as an SVG length.
std::string per_cent(std::int64_t part, std::int64_t whole) {
    constexpr std::int64_t hundredths = 10'000;
    return decimal_text(rounded_half_up(part * hundredths, whole), 2) + "%";
}

std::string text_at(const char* x, const char* anchor, int y, std::string_view text) {
    return std::string("<text x=\"") + x + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" + anchor +
           "\">" + text::as_markup(text) + "</text>";
}

// A long name ends before the figure at the right edge: a picture inside the picture cuts it off.
std::string label_at(int top, std::string_view label) {
    return "<svg y=\"" + std::to_string(top) + "\" width=\"90%\" height=\"" + std::to_string(label_height) +
           "\">" + text_at("0", "start", label_height - 5, label) + "</svg>";
}

}  // namespace

std::string_view colour_of(Chart::Colour colour) {
    switch (colour) {
        case Chart::Colour::Good:
            return "#2e7d32";
        case Chart::Colour::Late:
            return "#f9a825";
        case Chart::Colour::Waiting:
            return "#8e24aa";
        case Chart::Colour::Bad:
            return "#b71c1c";
        case Chart::Colour::Open:
            return "#1e88e5";
        case Chart::Colour::Standing:
            return "#b0bec5";
        case Chart::Colour::Plain:
            break;
    }
    return "#546e7a";
}

std::string_view class_of(Chart::Colour colour) {
    switch (colour) {
        case Chart::Colour::Good:
            return "good";
        case Chart::Colour::Late:
            return "late";
        case Chart::Colour::Waiting:
            return "waiting";
        case Chart::Colour::Bad:
            return "bad";
        case Chart::Colour::Open:
            return "open";
        case Chart::Colour::Standing:
            return "standing";
        case Chart::Colour::Plain:
            break;
    }
    return "plain";
}

std::string to_svg(const Chart& chart) {
    std::int64_t longest = 1;
    for (const auto& bar : chart.bars) longest = std::max(longest, sum(bar));
    const auto height = static_cast<int>(chart.bars.size()) * (label_height + bar_height + gap);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" height=\"" +
                      std::to_string(height) + "\"><title>" + text::as_markup(chart.title) + "</title>\n";
    int top = 0;
    for (const auto& bar : chart.bars) {
        const auto total = sum(bar);
        svg += label_at(top, bar.label);
        svg += text_at("100%", "end", top + label_height - 5, std::to_string(total));
        svg += "<rect x=\"0\" y=\"" + std::to_string(top + label_height) + "\" width=\"100%\" height=\"" +
               std::to_string(bar_height) + "\" class=\"track\" fill=\"#eceff1\"/>";
        std::int64_t before = 0;
        for (std::size_t i = 0; i < bar.parts.size(); ++i) {
            if (bar.parts[i] > 0)
                svg += "<rect x=\"" + per_cent(before, longest) + "\" y=\"" +
                       std::to_string(top + label_height) + "\" width=\"" + per_cent(bar.parts[i], longest) +
                       "\" height=\"" + std::to_string(bar_height) + "\" class=\"" +
                       std::string(class_of(chart.legend[i].second)) + "\" fill=\"" +
                       std::string(colour_of(chart.legend[i].second)) + "\"><title>" +
                       text::as_markup(chart.legend[i].first + ": " + std::to_string(bar.parts[i])) +
                       "</title></rect>";
            before += bar.parts[i];
        }
        svg += "\n";
        top += label_height + bar_height + gap;
    }
    return svg + "</svg>";
}

}  // namespace dondoc::report
