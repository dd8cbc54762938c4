// SPDX-License-Identifier: GPL-3.0-or-later
// Vietnamese text of the years before Unicode: its letters are signs of Western alphabets that a font draws
// as Vietnamese ones. TCVN 5712:1993 (fonts ".VnTime", ".VnTimeH") and VNI for Windows (fonts "VNI-Times").
#pragma once

#include <string>
#include <string_view>

namespace dondoc::plan {

// Symbols: fonts that draw letters as pictures ("ü" of Wingdings is a tick), also today.
enum class OldEncoding { None, Tcvn3, Tcvn3Capitals, Vni, Wingdings, Wingdings2 };

OldEncoding encoding_of_font(std::string_view font);
// By the signs alone: None unless text of several words makes no sense otherwise.
OldEncoding encoding_by_look(std::string_view text);

// What a reader saw; a sign that means nothing in the encoding stays as it is.
std::string decoded(std::string_view text, OldEncoding encoding);

const char* name_of(OldEncoding encoding);  // "TCVN3", "VNI"
bool is_of_symbols(OldEncoding encoding);
// One sign of a font by its number: 0xFC or 0xF0FC of Wingdings is a tick.
std::string symbol_drawn(unsigned code, std::string_view font);

}  // namespace dondoc::plan
