// SPDX-License-Identifier: GPL-3.0-or-later
// Values of options that are one of a few words. They may be typed as the wire has them, or in Vietnamese,
// with or without marks: --level tỉnh, --state "quá hạn", --priority khan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::cli {

// Small letters without marks; commas, underlines and more than one space do not tell words apart.
std::string folded(std::string_view text);

// `what` is what the usage calls the value: LEVEL, STATE, PRIORITY, ROLE, KIND, SUCCESSION, WAY, ORDER,
// RANKING, DOSSIER_STATE, DOSSIER_ROW. Another `what`, or a word that is not known: as it was typed. A "-"
// before an ORDER stays.
std::string value_for_wire(std::string_view what, const std::string& typed);

// The words of the wire, for completion; empty: `what` is not of this kind.
std::vector<std::string> values_of(std::string_view what);

}  // namespace dondoc::cli
