// SPDX-License-Identifier: GPL-3.0-or-later
// Text files as offices save them -> UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dondoc::plan {

enum class Encoding { Utf8, Utf16, Windows1258, Unknown };

struct DecodedText {
    std::string text;  // without a byte order mark; of Encoding::Unknown, the bytes as they are
    Encoding encoding = Encoding::Unknown;
};

// Each byte as the letter of Western Europe that it stands for (ISO 8859-1).
std::string western_text(std::string_view bytes);

// A byte order mark decides; without one, UTF-8 where the bytes are that throughout, UTF-16 where every other
// one is zero, and else windows-1258 where every byte has a meaning in it. Only a guess: whoever asked has to
// see whether the text makes sense.
DecodedText decode_text(std::string_view bytes);

// Bytes of the UTF-8 sequence that begins with this one; 0: none does.
std::size_t sequence_length(unsigned char lead);

}  // namespace dondoc::plan
