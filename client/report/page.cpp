// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/page.h"

#include "domain/decimal.h"

namespace dondoc::report {

std::string_view style_name(Column::Kind kind) {
    switch (kind) {
        case Column::Kind::Text:
            return "text";
        case Column::Kind::Prose:
            return "prose";
        case Column::Kind::Figure:
            return "figure";
        case Column::Kind::Day:
            break;
    }
    return "day";
}

std::string_view style_name(Mark mark) {
    switch (mark) {
        case Mark::None:
            return {};
        case Mark::Good:
            return "good";
        case Mark::Warning:
            return "warning";
        case Mark::Bad:
            break;
    }
    return "bad";
}

std::string shown(const Value& value, text::Lang lang) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* count = std::get_if<std::int64_t>(&value)) return std::to_string(*count);
    if (const auto* day = std::get_if<local_days>(&value)) return spoken_day(*day);
    auto percent = decimal_text(std::get<Percent>(value).hundredths, 2);
    if (lang == text::Lang::Vi) percent.replace(percent.find('.'), 1, ",");
    return percent + " %";
}

}  // namespace dondoc::report
