// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/csv.h"

namespace dondoc::sheet {
namespace {

// "-12", "98,63"
bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto comma = text.find(',');
    const auto is_all_digits = [](std::string_view digits) {
        return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return is_all_digits(text.substr(0, comma)) &&
           (comma == std::string_view::npos || is_all_digits(text.substr(comma + 1)));
}

bool is_like_a_formula(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    return first != std::string_view::npos &&
           std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(const std::string& text) {
    if (is_number(text)) return text;
    auto safe = is_like_a_formula(text) ? "'" + text : text;
    const bool is_plain = safe.find_first_of(";,\"\r\n\t") == std::string::npos && !safe.starts_with(' ');
    if (is_plain) return safe;
    std::string quoted = "\"";
    for (const char c : safe) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + "\"";
}

std::string csv_line(const std::vector<std::string>& texts, std::size_t width) {
    std::string line;
    for (std::size_t i = 0; i < width; ++i) {
        if (i > 0) line += ';';
        if (i < texts.size()) line += csv_cell(texts[i]);
    }
    return line + "\r\n";
}

}  // namespace dondoc::sheet
