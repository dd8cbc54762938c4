// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wording.h"

#include <algorithm>

#include "domain/report_counts.h"

namespace dondoc::report {

std::string Words::decimal(std::string text) const {
    if (const auto point = text.find('.'); lang_ == text::Lang::Vi && point != std::string::npos)
        text[point] = ',';
    return text;
}

std::string spoken(const std::string& iso) {
    const auto day = parse_iso_day(iso);
    return day ? spoken_day(*day) : iso;
}

std::string number(std::uint64_t value) {
    return std::to_string(value);
}

Cell day_cell(const std::string& iso) {
    const auto day = parse_iso_day(iso);
    return day ? Cell{*day} : Cell{iso};
}

Cell percent_cell(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return {"–"};
    const Fraction fraction{static_cast<std::int64_t>(part), static_cast<std::int64_t>(whole)};
    return {Percent{fraction.hundredths()}};
}

Cell percent_cell(const v1::Ratio& ratio) {
    return percent_cell(ratio.numerator(), ratio.denominator());
}

const v1::Ratio& ratio_of(const v1::ReportCounts& counts, std::string_view name) {
    const auto found = std::ranges::find(counts.ratios(), name, &v1::Ratio::name);
    if (found == counts.ratios().end()) throw UserError("cli.reply.strange");
    return *found;
}

std::string ratio_text(const v1::Ratio& ratio, text::Lang lang) {
    auto percent = shown(percent_cell(ratio).value, lang);
    if (ratio.denominator() == 0) return percent;
    return percent + " (" + std::to_string(ratio.numerator()) + "/" + std::to_string(ratio.denominator()) +
           ")";
}

}  // namespace dondoc::report
