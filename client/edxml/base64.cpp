// SPDX-License-Identifier: GPL-3.0-or-later
#include "edxml/base64.h"

#include <cstdint>

namespace dondoc::edxml {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned bits_of_a_sign = 6, bits_of_a_byte = 8;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t held = 0;
    unsigned bits = 0;
    std::size_t signs = 0, fill = 0;
    for (const char c : text) {
        if (is_space(c)) continue;
        ++signs;
        if (c == '=') {
            if (++fill > 2) return std::nullopt;
            continue;
        }
        const auto value = alphabet.find(c);
        if (value == std::string_view::npos || fill > 0) return std::nullopt;
        held = (held << bits_of_a_sign) | static_cast<std::uint32_t>(value);
        bits += bits_of_a_sign;
        if (bits < bits_of_a_byte) continue;
        bits -= bits_of_a_byte;
        bytes += static_cast<char>((held >> bits) & 0xFFU);
    }
    // Whole groups of four signs, and nothing but zeros in what is left over.
    if (signs % 4 != 0 || (held & ((1U << bits) - 1)) != 0) return std::nullopt;
    return bytes;
}

std::string to_base64(std::string_view bytes) {
    std::string text;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        held = (held << bits_of_a_byte) | static_cast<unsigned char>(c);
        bits += bits_of_a_byte;
        while (bits >= bits_of_a_sign) {
            bits -= bits_of_a_sign;
            text += alphabet[(held >> bits) & 63U];
        }
    }
    if (bits > 0) text += alphabet[(held << (bits_of_a_sign - bits)) & 63U];
    while (text.size() % 4 != 0) text += '=';
    return text;
}

}  // namespace dondoc::edxml
