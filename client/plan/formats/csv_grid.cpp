// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/csv_grid.h"

#include <algorithm>
#include <optional>
#include <string>

#include "domain/message.h"
#include "plan/formats/old_fonts.h"
#include "plan/formats/text_encoding.h"
#include "plan/formats/text_grid.h"
#include "plan/meaning/figure.h"
#include "plan/meaning/header.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t looked_at = 1u << 20;  // bytes in which a header must be found to choose by it

// Of a plan, or of a form with its units and figures.
bool grid_has_header(const Grid& grid) {
    const auto is_of_form = [](const GridRow& row) {
        const auto columns = form_columns(row);
        return columns.unit && columns.value;
    };
    for (const auto& table : grid.tables)
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            if (header_at(table, i) || is_of_form(table.rows[i])) return true;
    return false;
}

bool grid_has_header(std::string_view text, char separator) {
    try {
        return grid_has_header(read_text_grid(text, separator));
    } catch (const UserError&) {
        return false;  // too many columns by this sign
    }
}

// Up to the end of a line.
std::string_view head_of(std::string_view text) {
    if (text.size() <= looked_at) return text;
    const auto end = text.find_last_of('\n', looked_at);
    return text.substr(0, end == std::string_view::npos ? 0 : end);
}

std::optional<char> said_separator(std::string_view text) {
    const auto head = head_of(text);
    for (const char separator : {'\t', ';', ',', '|'})
        if (head.find(separator) != std::string_view::npos && grid_has_header(head, separator))
            return separator;
    return std::nullopt;
}

// TCVN3 and VNI are told by their look, of text in Unicode and of bytes that are none. Changes the text.
OldEncoding old_encoding_of(std::string_view bytes, DecodedText& text) {
    if (text.encoding == Encoding::Utf16 || text.encoding == Encoding::Unknown) return OldEncoding::None;
    const auto western = text.encoding == Encoding::Utf8 ? text.text : western_text(bytes);
    const auto old = encoding_by_look(std::string_view(western).substr(0, looked_at));
    if (old != OldEncoding::None) text.text = decoded(western, old);
    return old;
}

// What is in no encoding at all is better called no text than text in a wrong one.
void refuse_control_characters(std::string_view bytes) {
    std::size_t line = 1;
    for (const char c : bytes.substr(0, looked_at)) {
        if (c == '\n') ++line;
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x09 || (byte > 0x0D && byte < 0x20))
            throw UserError("plan.binary", {std::to_string(line)});
    }
}

}  // namespace

std::string_view without_separator_line(std::string_view text) {
    if (!text.starts_with("sep=")) return text;
    constexpr std::size_t longest_line = 8;  // with the separator and a line end of two bytes
    const auto end = text.substr(0, longest_line + 1).find('\n');
    return end == std::string_view::npos ? text : text.substr(end + 1);
}

Grid read_separated_grid(std::string_view bytes) {
    auto decoded_text = decode_text(bytes);
    if (decoded_text.encoding == Encoding::Unknown) refuse_control_characters(bytes);
    const auto old = old_encoding_of(bytes, decoded_text);
    if (old != OldEncoding::None) decoded_text.encoding = Encoding::Utf8;
    const auto text = without_separator_line(decoded_text.text);
    const auto separator = said_separator(text);
    // Bytes in an encoding that was only guessed are refused as what they are where they make no sense.
    if (!separator && decoded_text.encoding == Encoding::Windows1258) return read_text_grid(bytes);
    auto grid = read_text_grid(text, separator.value_or('\t'));
    if (old != OldEncoding::None) grid.problems.push_back({"plan.old_font", {name_of(old)}});
    return grid;
}

}  // namespace dondoc::plan
